"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.logVariables =
  exports.slowRequests =
  exports.linesByLevel =
  exports.allErrors =
  exports.containerErrors =
  exports.applications =
  exports.containers =
    void 0;
exports.durationQuantile = durationQuantile;
const dashboards_1 = require("monitoring-as-code/dashboards");
/**
 * Streams of containers. The agent must set `job="docker"` itself: service discovery copies the job's name nowhere, and
 * without the label every query here is empty.
 */
exports.containers = 'job="docker"';
/** Structured lines of the applications: JSON with `level`, `service`, `message` and sometimes `duration_ms`. */
exports.applications = 'job="app"';
/** Lines that say ERROR, per second and container. */
exports.containerErrors = `sum by (container) (rate({${exports.containers}} |= "ERROR" [5m]))`;
/** Lines that say ERROR in all containers, per second. */
exports.allErrors = `sum(rate({${exports.containers}} |= "ERROR" [5m]))`;
/** Lines per second by level. */
exports.linesByLevel = `sum by (level) (rate({${exports.applications}, level=~"$level"}[$__auto]))`;
/** Requests whose line says that they took more than a second. */
exports.slowRequests = `{${exports.applications}} | json duration_ms="duration_ms" | duration_ms > 1000 | __error__="" |= \`$search\``;
/** The time in milliseconds within which `quantile` of the requests ended, by `label`. */
function durationQuantile(quantile, label, window) {
  return `quantile_over_time(${quantile}, {${exports.applications}} | json duration_ms="duration_ms" | unwrap duration_ms | __error__="" [${window}]) by (${label})`;
}
/** The variables of both log dashboards. */
exports.logVariables = [
  (0, dashboards_1.queryVariable)(
    "container",
    `label_values({${exports.containers}}, container)`,
    {
      label: "Container",
      source: "loki",
      multi: true,
      includeAll: true,
      allValue: ".*",
    },
  ),
  (0, dashboards_1.queryVariable)(
    "level",
    `label_values({${exports.applications}}, level)`,
    {
      label: "Level",
      source: "loki",
      multi: true,
      includeAll: true,
      allValue: ".*",
    },
  ),
  (0, dashboards_1.textVariable)("search", { label: "Search" }),
];
//# sourceMappingURL=log-streams.js.map
