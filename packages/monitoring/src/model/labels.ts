/** Labels of a series, a rule or an alert. */
export type Labels = Readonly<Record<string, string>>;

/** The label that every target of a system carries, and that scopes the system's queries. */
export const systemLabel = "system";
