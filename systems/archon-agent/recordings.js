"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.recordingGroups = void 0;
const agent = 'job="archon-agent"';
const requests = (window, status = "") =>
  `sum by (job) (rate(agent_requests_total{${agent}${status}}[${window}]))`;
/**
 * The share of requests that failed. Without traffic there is no sample instead of 0/0; and when nothing has ever
 * succeeded, there is no series of successes, and without the `or` the ratio would vanish in a total outage.
 */
function errors(window) {
  return {
    record: `job:agent_requests_errors:ratio_rate${window}`,
    expr: `1 - (${requests(window, ',status="success"')} or 0 * ${requests(window)}) / (${requests(window)} > 0)`,
    lookback: window,
  };
}
/** The share of requests that took longer than 100 ms; the agent does not say which of them failed. */
function slow(window) {
  const rate = (series) =>
    `sum by (job) (rate(agent_request_duration_seconds_${series}[${window}]))`;
  return {
    record: `job:agent_requests_slow:ratio_rate${window}`,
    expr: `1 - ${rate(`bucket{${agent},le="0.1"}`)} / (${rate(`count{${agent}}`)} > 0)`,
    lookback: window,
  };
}
const recordingsOver = (windows) => [
  ...windows.map(errors),
  ...windows.map(slow),
];
exports.recordingGroups = [
  {
    name: "archon-agent-slo",
    interval: "1m",
    recordings: recordingsOver(["5m", "30m", "1h", "2h", "6h"]),
  },
  {
    // Days cost much to read and move slowly.
    name: "archon-agent-slo-days",
    interval: "2m",
    recordings: recordingsOver(["1d", "3d", "30d"]),
  },
];
//# sourceMappingURL=recordings.js.map
