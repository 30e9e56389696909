"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.slaDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const ai_performance_1 = require("./ai-performance");
const expressions_1 = require("./expressions");
const look_1 = require("./look");
exports.slaDashboard = (0, dashboards_1.dashboard)({
  ...look_1.look,
  uid: "easy-flow-sla",
  title: "Easy Flow - SLA and Integrations",
  description:
    "Whether the two promises to customers are kept, and whether partners can be reached. For the owner of the service.",
  tags: ["sla"],
  refresh: "1m",
  time: { from: "now-24h", to: "now" },
  rows: [
    (0, dashboards_1.row)("SLA", [
      (0, dashboards_1.gauge)("uptime", {
        title: "Uptime (30d)",
        description:
          "Share of health checks of the API that succeeded, over 30 days or as long as metrics are kept. Good: 99.9 % and more, as promised.",
        height: 8,
        unit: "percentunit",
        decimals: 3,
        min: 0.99,
        max: 1,
        timeFrom: "30d",
        thresholds: (0, dashboards_1.lowIsBad)({ critical: 0.999 }),
        queries: [
          (0, dashboards_1.query)(
            `avg(avg_over_time(probe_success{${expressions_1.health},instance=~".*/health"}[$__range]))`,
            "uptime",
          ),
        ],
      }),
      (0, dashboards_1.stat)("average-response-time", {
        title: "Average response time (30d)",
        description:
          "Mean over all requests of 30 days, or of as long as metrics are kept. Good: 2.0 s at most, as promised.",
        height: 8,
        unit: "s",
        decimals: 2,
        sparkline: false,
        timeFrom: "30d",
        thresholds: (0, dashboards_1.highIsBad)({
          critical: ai_performance_1.justAboveTwoSeconds,
        }),
        queries: [
          (0, dashboards_1.query)(
            (0, expressions_1.averageResponseTime)(
              expressions_1.services,
              "$__range",
            ),
            "average",
          ),
        ],
      }),
      (0, dashboards_1.timeseries)("average-response-time-now", {
        title: "Average response time",
        description:
          "The same mean over five minutes. Good: below 2 s; above it for a quarter of an hour EasyFlowSlaResponseTime fires, long before the 10 s of SlowResponseTime.",
        unit: "s",
        min: 0,
        thresholds: (0, dashboards_1.highIsBad)({ warning: 2 }),
        queries: [
          (0, dashboards_1.query)(
            `job:response_time_seconds:avg_rate5m{${expressions_1.services}}`,
            "average",
          ),
        ],
      }),
    ]),
    (0, dashboards_1.row)("Integrations", [
      (0, dashboards_1.stateTimeline)("partner-availability", {
        title: "Partner API availability",
        description:
          "Whether partners answer a probe. Good: UP all along; DOWN explains a platform without dialogues.",
        unit: "none",
        mappings: look_1.upOrDown,
        thresholds: (0, dashboards_1.thresholds)("red", [1, "green"]),
        queries: [
          (0, dashboards_1.query)(
            `min by (integration) (probe_success{${expressions_1.partners}})`,
            "{{integration}}",
          ),
        ],
      }),
      (0, dashboards_1.timeseries)("webhook-duration", {
        title: "Webhook response time p95",
        description:
          "95 % of the partners' webhooks were answered faster. Good: below a second; partners retry what takes too long, which doubles the load.",
        unit: "s",
        min: 0,
        queries: [
          (0, dashboards_1.query)(
            `histogram_quantile(0.95, sum by (le, integration) (rate(easy_flow_webhook_duration_seconds_bucket{${expressions_1.services}}[$__rate_interval])))`,
            "{{integration}}",
          ),
        ],
      }),
      (0, dashboards_1.timeseries)("authentication-errors", {
        title: "Authentication errors",
        description:
          "Answers 401 and 403 of partners. Good: none; a row of bars that does not end is a credential that has run out.",
        unit: "short",
        min: 0,
        drawStyle: "bars",
        queries: [
          (0, dashboards_1.query)(
            `sum by (integration) (increase(easy_flow_integration_auth_errors_total{${expressions_1.services}}[$__rate_interval]))`,
            "{{integration}}",
          ),
        ],
      }),
      (0, dashboards_1.bargauge)("quota-used", {
        title: "API quota used",
        description:
          "Share of the calls that a partner allows. Good: below 80 %; at 100 % the partner refuses.",
        unit: "percentunit",
        min: 0,
        max: 1,
        thresholds: (0, dashboards_1.thresholds)(
          "green",
          [0.8, "yellow"],
          [0.95, "red"],
        ),
        queries: [
          (0, dashboards_1.query)(
            `1 - min by (integration) (easy_flow_integration_rate_limit_remaining{${expressions_1.services}} / (easy_flow_integration_rate_limit{${expressions_1.services}} > 0))`,
            "{{integration}}",
          ),
        ],
      }),
    ]),
  ],
});
//# sourceMappingURL=sla.js.map
