/** How urgent an alert is: `critical` pages somebody, `warning` waits for working hours, `info` is only recorded. */
export type Severity = "critical" | "warning" | "info";

/** Every severity, the most urgent first. */
export const severities: readonly Severity[] = ["critical", "warning", "info"];
