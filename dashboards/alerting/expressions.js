"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.failedNotifications =
  exports.failedEvaluations =
  exports.certificateDays =
  exports.withoutOwnObjective =
  exports.monthlyErrorRatio =
  exports.errorRatioRecord =
  exports.serviceP95 =
  exports.serviceErrorRatio =
  exports.serviceErrors =
  exports.serviceRequests =
  exports.needsSomebody =
  exports.own =
    void 0;
exports.firingAlerts = firingAlerts;
/** What the monitoring itself runs on. This system sees the series of all others, so it names its own. */
exports.own = 'system="alerting"';
/** Alerts that are only recorded, such as those that always fire, are nobody's work. */
exports.needsSomebody = 'severity!="info"';
/**
 * Firing alerts, whoever evaluates: Prometheus keeps `ALERTS`, Grafana writes `GRAFANA_ALERTS`. One of both is empty.
 * `transform` says what is done with the series of each.
 */
function firingAlerts(matchers = [], transform = (selector) => selector) {
  const braces = `{${['alertstate="firing"', ...matchers].join(", ")}}`;
  return ["ALERTS", "GRAFANA_ALERTS"]
    .map((metric) => transform(`${metric}${braces}`))
    .join(" or ");
}
/** Series of HTTP requests that say their service: what the platform's own template exposes. */
const service = 'service!=""';
/** Requests per second by service. */
const serviceRequests = (window) =>
  `sum by (system, service) (rate(http_requests_total{${service}}[${window}]))`;
exports.serviceRequests = serviceRequests;
/** Requests per second by service that ended in a 5xx status, zero where there were none. */
const serviceErrors = (window) =>
  `sum by (system, service) (rate(http_requests_total{${service}, status=~"5.."}[${window}])) or 0 * ${(0, exports.serviceRequests)(window)}`;
exports.serviceErrors = serviceErrors;
/** Share of each service's requests that ended in a 5xx status. */
const serviceErrorRatio = (window) =>
  `sum by (system, service) (rate(http_requests_total{${service}, status=~"5.."}[${window}])) / ${(0, exports.serviceRequests)(window)}`;
exports.serviceErrorRatio = serviceErrorRatio;
/** The time in which 95 % of each service's requests were answered. */
const serviceP95 = (window) =>
  `histogram_quantile(0.95, sum by (le, system, service) (rate(http_request_duration_seconds_bucket{${service}}[${window}])))`;
exports.serviceP95 = serviceP95;
/** The record of a service's error ratio over `window`. */
const errorRatioRecord = (window) =>
  `service:http_requests_errors:ratio_rate${window}`;
exports.errorRatioRecord = errorRatioRecord;
/** Share of each service's requests of the last 30 days that failed, from what was recorded of them. */
exports.monthlyErrorRatio =
  "sum_over_time(service:http_requests_errors:rate5m[30d]) / sum_over_time(service:http_requests:rate5m[30d])";
/**
 * Leaves out the services of systems that have objectives of their own: who promised something is called by those, and
 * should not be called twice. `expr` must not hold `or`, which binds looser. When an objective is no longer recorded, its services come back under this roof.
 */
const withoutOwnObjective = (expr) =>
  `${expr} unless on (system) slo:objective:ratio`;
exports.withoutOwnObjective = withoutOwnObjective;
/** Days until the first certificate of each address ends. */
exports.certificateDays =
  "(min by (instance) (probe_ssl_earliest_cert_expiry) - time()) / 86400";
/** Evaluations of rules per second that failed, by whoever evaluates. */
const failedEvaluations = (window) =>
  ["prometheus_rule", "grafana_alerting_rule"]
    .map(
      (name) =>
        `sum by (job, instance) (rate(${name}_evaluation_failures_total{${exports.own}}[${window}]))`,
    )
    .join(" or ");
exports.failedEvaluations = failedEvaluations;
/** Notifications per second that failed, by whoever sends and the kind of integration. */
const failedNotifications = (window) =>
  ["alertmanager", "grafana_alerting"]
    .map(
      (name) =>
        `sum by (job, integration) (rate(${name}_notifications_failed_total{${exports.own}}[${window}]))`,
    )
    .join(" or ");
exports.failedNotifications = failedNotifications;
//# sourceMappingURL=expressions.js.map
