"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.diskPercent =
  exports.memoryPercent =
  exports.cpuPercent =
  exports.chosenPlatforms =
  exports.chosenServices =
  exports.partners =
  exports.node =
  exports.health =
  exports.services =
    void 0;
exports.errorShare = errorShare;
exports.slowShare = slowShare;
exports.averageResponseTime = averageResponseTime;
exports.negativeReviews = negativeReviews;
/** The jobs, by what they watch; the services' metric names are so common that every query selects its job. */
exports.services = 'job="easy-flow"';
exports.health = 'job="easy-flow-health"';
exports.node = 'job="easy-flow-node"';
exports.partners = 'job="easy-flow-integrations"';
/** The services that the dashboard's variable selects. */
exports.chosenServices = `${exports.services},service=~"$service"`;
/** The chat platforms that the dashboard's variable selects. */
exports.chosenPlatforms = `${exports.services},platform=~"$platform"`;
/**
 * Errors per request, by service. `errors_total` and the requests are counted independently and share no label but
 * `service`; a service without errors counts as 0, one without traffic not at all.
 */
function errorShare(selector, window) {
  const errors = `sum by (service) (rate(errors_total{${selector}}[${window}]))`;
  const requests = `sum by (service) (rate(response_time_seconds_count{${selector}}[${window}]))`;
  return `(${errors} or 0 * ${requests}) / (${requests} > 0)`;
}
/** The share of requests that took longer than ten seconds; above 5 % it says that the 95th percentile is above 10 s. */
function slowShare(selector, window) {
  return `1 - sum(rate(response_time_seconds_bucket{${selector},le="10.0"}[${window}])) / (sum(rate(response_time_seconds_count{${selector}}[${window}])) > 0)`;
}
/** Mean duration of requests, over all of them. */
function averageResponseTime(selector, window) {
  return `sum(increase(response_time_seconds_sum{${selector}}[${window}])) / (sum(increase(response_time_seconds_count{${selector}}[${window}])) > 0)`;
}
exports.cpuPercent = `100 * (1 - avg by (instance) (rate(node_cpu_seconds_total{${exports.node},mode="idle"}[$__rate_interval])))`;
exports.memoryPercent = `100 * (1 - node_memory_MemAvailable_bytes{${exports.node}} / node_memory_MemTotal_bytes{${exports.node}})`;
const disks = `${exports.node},fstype!="tmpfs",fstype!="overlay"`;
exports.diskPercent = `100 * (1 - node_filesystem_avail_bytes{${disks}} / node_filesystem_size_bytes{${disks}})`;
function negativeReviews(selector) {
  return `sum by (platform) (increase(easy_flow_negative_reviews_total{${selector}}[15m]))`;
}
//# sourceMappingURL=expressions.js.map
