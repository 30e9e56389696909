"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.healthStates =
  exports.deadLetters =
  exports.queueBacklog =
  exports.chosen =
  exports.agent =
    void 0;
exports.requestRate = requestRate;
exports.errorRatio = errorRatio;
exports.latency = latency;
/** Several names of the agent are generic, so every query names its job. */
exports.agent = 'job="archon-agent"';
/** The agent's requests as the variables of the overview choose them. */
exports.chosen = `${exports.agent},method=~"$method",endpoint=~"$endpoint"`;
/** Requests that ended, per second. */
function requestRate(window, by = "", of = exports.chosen) {
  return `sum${grouped(by)}(rate(agent_requests_total{${of}}[${window}]))`;
}
/** The share of requests that failed; what never failed has no series of its own and counts as 0. */
function errorRatio(window, by = "") {
  const all = requestRate(window, by);
  const failed = requestRate(
    window,
    by,
    `${exports.agent},status="error",method=~"$method",endpoint=~"$endpoint"`,
  );
  const none = by === "" ? "vector(0)" : `0 * ${all}`;
  return `(${failed} or ${none}) / ${all}`;
}
/** The seconds within which `quantile` of the requests ended; the last bucket is 10. */
function latency(quantile, window, by = "", of = exports.chosen) {
  const labels = by === "" ? "le" : `le, ${by}`;
  return `histogram_quantile(${quantile}, sum by (${labels}) (rate(agent_request_duration_seconds_bucket{${of}}[${window}])))`;
}
/** Items that wait, in all queues but that of dead letters; every instance reports the same queues, so not their sum. */
exports.queueBacklog = `sum(max by (queue_name) (agent_queue_size{${exports.agent},queue_name!="dead_letter"}))`;
exports.deadLetters = `max(agent_queue_size{${exports.agent},queue_name="dead_letter"})`;
/** What `healthChecks` returns, in words and colours. */
exports.healthStates = {
  0: { text: "unhealthy", color: "red" },
  1: { text: "degraded", color: "yellow" },
  2: { text: "healthy", color: "green" },
};
function grouped(by) {
  return by === "" ? "" : ` by (${by}) `;
}
//# sourceMappingURL=expressions.js.map
