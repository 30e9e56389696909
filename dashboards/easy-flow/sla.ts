import {
  bargauge,
  dashboard,
  gauge,
  highIsBad,
  lowIsBad,
  query,
  row,
  stat,
  stateTimeline,
  thresholds,
  timeseries,
} from "monitoring-as-code/dashboards";
import { justAboveTwoSeconds } from "./ai-performance";
import { averageResponseTime, health, partners, services } from "./expressions";
import { look, upOrDown } from "./look";

export const slaDashboard = dashboard({
  ...look,
  uid: "easy-flow-sla",
  title: "Easy Flow - SLA and Integrations",
  description:
    "Whether the two promises to customers are kept, and whether partners can be reached. For the owner of the service.",
  tags: ["sla"],
  refresh: "1m",
  time: { from: "now-24h", to: "now" },
  rows: [
    row("SLA", [
      gauge("uptime", {
        title: "Uptime (30d)",
        description:
          "Share of health checks of the API that succeeded, over 30 days or as long as metrics are kept. Good: 99.9 % and more, as promised.",
        height: 8,
        unit: "percentunit",
        decimals: 3,
        min: 0.99,
        max: 1,
        timeFrom: "30d",
        thresholds: lowIsBad({ critical: 0.999 }),
        queries: [
          query(
            `avg(avg_over_time(probe_success{${health},instance=~".*/health"}[$__range]))`,
            "uptime",
          ),
        ],
      }),
      stat("average-response-time", {
        title: "Average response time (30d)",
        description:
          "Mean over all requests of 30 days, or of as long as metrics are kept. Good: 2.0 s at most, as promised.",
        height: 8,
        unit: "s",
        decimals: 2,
        sparkline: false,
        timeFrom: "30d",
        thresholds: highIsBad({ critical: justAboveTwoSeconds }),
        queries: [query(averageResponseTime(services, "$__range"), "average")],
      }),
      timeseries("average-response-time-now", {
        title: "Average response time",
        description:
          "The same mean over five minutes. Good: below 2 s; above it for a quarter of an hour EasyFlowSlaResponseTime fires, long before the 10 s of SlowResponseTime.",
        unit: "s",
        min: 0,
        thresholds: highIsBad({ warning: 2 }),
        queries: [
          query(`job:response_time_seconds:avg_rate5m{${services}}`, "average"),
        ],
      }),
    ]),
    row("Integrations", [
      stateTimeline("partner-availability", {
        title: "Partner API availability",
        description:
          "Whether partners answer a probe. Good: UP all along; DOWN explains a platform without dialogues.",
        unit: "none",
        mappings: upOrDown,
        thresholds: thresholds("red", [1, "green"]),
        queries: [
          query(
            `min by (integration) (probe_success{${partners}})`,
            "{{integration}}",
          ),
        ],
      }),
      timeseries("webhook-duration", {
        title: "Webhook response time p95",
        description:
          "95 % of the partners' webhooks were answered faster. Good: below a second; partners retry what takes too long, which doubles the load.",
        unit: "s",
        min: 0,
        queries: [
          query(
            `histogram_quantile(0.95, sum by (le, integration) (rate(easy_flow_webhook_duration_seconds_bucket{${services}}[$__rate_interval])))`,
            "{{integration}}",
          ),
        ],
      }),
      timeseries("authentication-errors", {
        title: "Authentication errors",
        description:
          "Answers 401 and 403 of partners. Good: none; a row of bars that does not end is a credential that has run out.",
        unit: "short",
        min: 0,
        drawStyle: "bars",
        queries: [
          query(
            `sum by (integration) (increase(easy_flow_integration_auth_errors_total{${services}}[$__rate_interval]))`,
            "{{integration}}",
          ),
        ],
      }),
      bargauge("quota-used", {
        title: "API quota used",
        description:
          "Share of the calls that a partner allows. Good: below 80 %; at 100 % the partner refuses.",
        unit: "percentunit",
        min: 0,
        max: 1,
        thresholds: thresholds("green", [0.8, "yellow"], [0.95, "red"]),
        queries: [
          query(
            `1 - min by (integration) (easy_flow_integration_rate_limit_remaining{${services}} / (easy_flow_integration_rate_limit{${services}} > 0))`,
            "{{integration}}",
          ),
        ],
      }),
    ]),
  ],
});
