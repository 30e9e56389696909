/** What the monitoring itself runs on. This system sees the series of all others, so it names its own. */
export const own = 'system="alerting"';

/** Alerts that are only recorded, such as those that always fire, are nobody's work. */
export const needsSomebody = 'severity!="info"';

/**
 * Firing alerts, whoever evaluates: Prometheus keeps `ALERTS`, Grafana writes `GRAFANA_ALERTS`. One of both is empty.
 * `transform` says what is done with the series of each.
 */
export function firingAlerts(
  matchers: readonly string[] = [],
  transform: (selector: string) => string = (selector) => selector,
): string {
  const braces = `{${['alertstate="firing"', ...matchers].join(", ")}}`;
  return ["ALERTS", "GRAFANA_ALERTS"]
    .map((metric) => transform(`${metric}${braces}`))
    .join(" or ");
}

/** Series of HTTP requests that say their service: what the platform's own template exposes. */
const service = 'service!=""';

/** Requests per second by service. */
export const serviceRequests = (window: string) =>
  `sum by (system, service) (rate(http_requests_total{${service}}[${window}]))`;

/** Requests per second by service that ended in a 5xx status, zero where there were none. */
export const serviceErrors = (window: string) =>
  `sum by (system, service) (rate(http_requests_total{${service}, status=~"5.."}[${window}])) or 0 * ${serviceRequests(window)}`;

/** Share of each service's requests that ended in a 5xx status. */
export const serviceErrorRatio = (window: string) =>
  `sum by (system, service) (rate(http_requests_total{${service}, status=~"5.."}[${window}])) / ${serviceRequests(window)}`;

/** The time in which 95 % of each service's requests were answered. */
export const serviceP95 = (window: string) =>
  `histogram_quantile(0.95, sum by (le, system, service) (rate(http_request_duration_seconds_bucket{${service}}[${window}])))`;

/** The record of a service's error ratio over `window`. */
export const errorRatioRecord = (window: "5m" | "30m" | "1h" | "6h") =>
  `service:http_requests_errors:ratio_rate${window}`;

/** Share of each service's requests of the last 30 days that failed, from what was recorded of them. */
export const monthlyErrorRatio =
  "sum_over_time(service:http_requests_errors:rate5m[30d]) / sum_over_time(service:http_requests:rate5m[30d])";

/**
 * Leaves out the services of systems that have objectives of their own: who promised something is called by those, and
 * should not be called twice. `expr` must not hold `or`, which binds looser. When an objective is no longer recorded, its services come back under this roof.
 */
export const withoutOwnObjective = (expr: string) =>
  `${expr} unless on (system) slo:objective:ratio`;

/** Days until the first certificate of each address ends. */
export const certificateDays =
  "(min by (instance) (probe_ssl_earliest_cert_expiry) - time()) / 86400";

/** Evaluations of rules per second that failed, by whoever evaluates. */
export const failedEvaluations = (window: string) =>
  ["prometheus_rule", "grafana_alerting_rule"]
    .map(
      (name) =>
        `sum by (job, instance) (rate(${name}_evaluation_failures_total{${own}}[${window}]))`,
    )
    .join(" or ");

/** Notifications per second that failed, by whoever sends and the kind of integration. */
export const failedNotifications = (window: string) =>
  ["alertmanager", "grafana_alerting"]
    .map(
      (name) =>
        `sum by (job, integration) (rate(${name}_notifications_failed_total{${own}}[${window}]))`,
    )
    .join(" or ");
