"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.overviewDashboard = exports.shopServices = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
/** Selects the shop's services in Tempo's service graph. */
exports.shopServices =
  '{server=~"frontend|api-gateway|payment-service|inventory-service"}';
exports.overviewDashboard = (0, dashboards_1.dashboard)({
  uid: "app-overview",
  title: "E-Commerce Overview",
  description:
    "Whether customers can shop right now: traffic, errors, latency, orders and payments of all four services",
  system: "ecommerce",
  tags: ["overview"],
  refresh: "30s",
  rows: [
    (0, dashboards_1.row)([
      (0, dashboards_1.timeseries)("request-rate", {
        title: "Request Rate",
        description:
          "Requests per second of each service. Good: follows the time of day; below 1 for ten minutes something keeps customers away.",
        unit: "reqps",
        min: 0,
        queries: [
          (0, dashboards_1.query)(
            (0, expressions_1.requestRate)("$__rate_interval"),
            "{{service}}",
          ),
        ],
      }),
      (0, dashboards_1.timeseries)("error-rate", {
        title: "Error Rate",
        description:
          "Share of requests of each service that end in a server error. Good: at zero; above 5 % somebody is paged. A service without any errors has no line.",
        unit: "percentunit",
        min: 0,
        queries: [
          (0, dashboards_1.query)(
            (0, expressions_1.errorRatio)("$__rate_interval"),
            "{{service}}",
          ),
        ],
      }),
      (0, dashboards_1.timeseries)("p95-latency", {
        title: "P95 Latency",
        description:
          "95 of 100 requests are answered within this time. Good: below half a second; above 1 s customers leave.",
        unit: "s",
        min: 0,
        queries: [
          (0, dashboards_1.query)(
            (0, expressions_1.p95Latency)("$__rate_interval"),
            "{{service}}",
            {
              exemplars: true,
            },
          ),
        ],
      }),
      (0, dashboards_1.stat)("active-services", {
        title: "Active Services",
        description:
          "How many of the four services answer Prometheus; exporters are not counted. Good: 4.",
        unit: "none",
        thresholds: (0, dashboards_1.thresholds)("red", [4, "green"]),
        queries: [(0, dashboards_1.query)('sum(up{service!=""})')],
      }),
      (0, dashboards_1.stat)("total-orders", {
        title: "Total Orders",
        description:
          "Orders within the time range of the dashboard, restarts of the frontend allowed for. Good: not zero during the day.",
        unit: "short",
        decimals: 0,
        sparkline: false,
        queries: [
          (0, dashboards_1.query)(
            "sum(increase(orders_created_total[$__range]))",
          ),
        ],
      }),
      (0, dashboards_1.stat)("revenue-last-hour", {
        title: "Revenue (last hour)",
        description:
          "Revenue of the last 60 minutes. Good: near that of the same hour yesterday.",
        unit: "currencyUSD",
        queries: [
          (0, dashboards_1.query)(
            "sum(increase(revenue_total_cents_total[1h])) / 100",
          ),
        ],
      }),
      (0, dashboards_1.gauge)("payment-success-rate", {
        title: "Payment Success Rate",
        description:
          "Share of payments that succeed. Good: above 99 %; below 95 % customers lose their baskets.",
        unit: "percentunit",
        min: 0,
        max: 1,
        thresholds: (0, dashboards_1.thresholds)(
          "red",
          [0.95, "yellow"],
          [0.99, "green"],
        ),
        queries: [
          (0, dashboards_1.query)(
            (0, expressions_1.paymentRatio)("success", "$__rate_interval"),
          ),
        ],
      }),
      (0, dashboards_1.nodeGraph)("service-map", {
        title: "Service Map",
        description:
          "Who calls whom, from traces: needs the service graph of Tempo's metrics generator. Good: frontend to gateway to payment and inventory, rings all green.",
        queries: [(0, dashboards_1.serviceMap)(exports.shopServices)],
      }),
    ]),
  ],
});
//# sourceMappingURL=overview.js.map
