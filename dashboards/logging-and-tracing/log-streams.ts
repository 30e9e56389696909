import { queryVariable, textVariable } from "monitoring-as-code/dashboards";

/**
 * Streams of containers. The agent must set `job="docker"` itself: service discovery copies the job's name nowhere, and
 * without the label every query here is empty.
 */
export const containers = 'job="docker"';

/** Structured lines of the applications: JSON with `level`, `service`, `message` and sometimes `duration_ms`. */
export const applications = 'job="app"';

/** Lines that say ERROR, per second and container. */
export const containerErrors = `sum by (container) (rate({${containers}} |= "ERROR" [5m]))`;

/** Lines that say ERROR in all containers, per second. */
export const allErrors = `sum(rate({${containers}} |= "ERROR" [5m]))`;

/** Lines per second by level. */
export const linesByLevel = `sum by (level) (rate({${applications}, level=~"$level"}[$__auto]))`;

/** Requests whose line says that they took more than a second. */
export const slowRequests = `{${applications}} | json duration_ms="duration_ms" | duration_ms > 1000 | __error__="" |= \`$search\``;

/** The time in milliseconds within which `quantile` of the requests ended, by `label`. */
export function durationQuantile(
  quantile: number,
  label: string,
  window: string,
): string {
  return `quantile_over_time(${quantile}, {${applications}} | json duration_ms="duration_ms" | unwrap duration_ms | __error__="" [${window}]) by (${label})`;
}

/** The variables of both log dashboards. */
export const logVariables = [
  queryVariable("container", `label_values({${containers}}, container)`, {
    label: "Container",
    source: "loki",
    multi: true,
    includeAll: true,
    allValue: ".*",
  }),
  queryVariable("level", `label_values({${applications}}, level)`, {
    label: "Level",
    source: "loki",
    multi: true,
    includeAll: true,
    allValue: ".*",
  }),
  textVariable("search", { label: "Search" }),
];
