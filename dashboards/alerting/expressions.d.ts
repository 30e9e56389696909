/** What the monitoring itself runs on. This system sees the series of all others, so it names its own. */
export declare const own = 'system="alerting"';
/** Alerts that are only recorded, such as those that always fire, are nobody's work. */
export declare const needsSomebody = 'severity!="info"';
/**
 * Firing alerts, whoever evaluates: Prometheus keeps `ALERTS`, Grafana writes `GRAFANA_ALERTS`. One of both is empty.
 * `transform` says what is done with the series of each.
 */
export declare function firingAlerts(
  matchers?: readonly string[],
  transform?: (selector: string) => string,
): string;
/** Requests per second by service. */
export declare const serviceRequests: (window: string) => string;
/** Requests per second by service that ended in a 5xx status, zero where there were none. */
export declare const serviceErrors: (window: string) => string;
/** Share of each service's requests that ended in a 5xx status. */
export declare const serviceErrorRatio: (window: string) => string;
/** The time in which 95 % of each service's requests were answered. */
export declare const serviceP95: (window: string) => string;
/** The record of a service's error ratio over `window`. */
export declare const errorRatioRecord: (
  window: "5m" | "30m" | "1h" | "6h",
) => string;
/** Share of each service's requests of the last 30 days that failed, from what was recorded of them. */
export declare const monthlyErrorRatio =
  "sum_over_time(service:http_requests_errors:rate5m[30d]) / sum_over_time(service:http_requests:rate5m[30d])";
/**
 * Leaves out the services of systems that have objectives of their own: who promised something is called by those, and
 * should not be called twice. `expr` must not hold `or`, which binds looser. When an objective is no longer recorded, its services come back under this roof.
 */
export declare const withoutOwnObjective: (expr: string) => string;
/** Days until the first certificate of each address ends. */
export declare const certificateDays =
  "(min by (instance) (probe_ssl_earliest_cert_expiry) - time()) / 86400";
/** Evaluations of rules per second that failed, by whoever evaluates. */
export declare const failedEvaluations: (window: string) => string;
/** Notifications per second that failed, by whoever sends and the kind of integration. */
export declare const failedNotifications: (window: string) => string;
