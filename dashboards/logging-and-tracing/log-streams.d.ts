/**
 * Streams of containers. The agent must set `job="docker"` itself: service discovery copies the job's name nowhere, and
 * without the label every query here is empty.
 */
export declare const containers = 'job="docker"';
/** Structured lines of the applications: JSON with `level`, `service`, `message` and sometimes `duration_ms`. */
export declare const applications = 'job="app"';
/** Lines that say ERROR, per second and container. */
export declare const containerErrors =
  'sum by (container) (rate({job="docker"} |= "ERROR" [5m]))';
/** Lines that say ERROR in all containers, per second. */
export declare const allErrors = 'sum(rate({job="docker"} |= "ERROR" [5m]))';
/** Lines per second by level. */
export declare const linesByLevel =
  'sum by (level) (rate({job="app", level=~"$level"}[$__auto]))';
/** Requests whose line says that they took more than a second. */
export declare const slowRequests =
  '{job="app"} | json duration_ms="duration_ms" | duration_ms > 1000 | __error__="" |= `$search`';
/** The time in milliseconds within which `quantile` of the requests ended, by `label`. */
export declare function durationQuantile(
  quantile: number,
  label: string,
  window: string,
): string;
/** The variables of both log dashboards. */
export declare const logVariables: any[];
