/** Labels of a series, a rule or an alert. */
export type Labels = Readonly<Record<string, string>>;

/**
 * The label of every alert of a system, by which it is routed, inhibited and silenced. Targets carry it too, unless the
 * project's scope says otherwise.
 */
export const systemLabel = "system";
