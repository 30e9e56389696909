"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.applicationMetrics = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
/** Rate and errors of every application, whatever it is written in. */
exports.applicationMetrics = (0, dashboards_1.dashboard)({
  uid: "application-metrics",
  title: "Application Metrics",
  description: "Are the applications busy, and do they answer without errors",
  system: "applications",
  tags: ["application", "monitoring"],
  rows: [
    (0, dashboards_1.row)([
      (0, dashboards_1.timeseries)("request-rate", {
        title: "Request Rate",
        description:
          "Requests per second by service. Good: follows the time of day, no service drops to zero.",
        unit: "reqps",
        queries: [
          (0, dashboards_1.query)(
            "sum by (service) (rate(http_requests_total[$__rate_interval]))",
            "{{service}}",
          ),
        ],
      }),
      (0, dashboards_1.stat)("error-rate", {
        title: "Error Rate",
        description:
          "Share of requests that end in a 5xx status. Good: below 1 %.",
        unit: "percentunit",
        width: "half",
        height: 8,
        thresholds: (0, dashboards_1.highIsBad)({
          warning: 0.01,
          critical: 0.05,
        }),
        queries: [
          (0, dashboards_1.query)(
            '(sum(rate(http_requests_total{status=~"5.."}[$__rate_interval])) or vector(0)) / sum(rate(http_requests_total[$__rate_interval]))',
            "Error Rate",
          ),
        ],
      }),
    ]),
  ],
});
//# sourceMappingURL=application-metrics.js.map
