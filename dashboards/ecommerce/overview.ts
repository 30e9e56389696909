import {
  dashboard,
  gauge,
  nodeGraph,
  query,
  row,
  serviceMap,
  stat,
  thresholds,
  timeseries,
} from "monitoring-as-code/dashboards";
import {
  errorRatio,
  p95Latency,
  paymentRatio,
  requestRate,
} from "./expressions";

/** Selects the shop's services in Tempo's service graph. */
export const shopServices =
  '{server=~"frontend|api-gateway|payment-service|inventory-service"}';

export const overviewDashboard = dashboard({
  uid: "app-overview",
  title: "E-Commerce Overview",
  description:
    "Whether customers can shop right now: traffic, errors, latency, orders and payments of all four services",
  system: "ecommerce",
  tags: ["overview"],
  refresh: "30s",
  rows: [
    row([
      timeseries("request-rate", {
        title: "Request Rate",
        description:
          "Requests per second of each service. Good: follows the time of day; below 1 for ten minutes something keeps customers away.",
        unit: "reqps",
        min: 0,
        queries: [query(requestRate("$__rate_interval"), "{{service}}")],
      }),
      timeseries("error-rate", {
        title: "Error Rate",
        description:
          "Share of requests of each service that end in a server error. Good: at zero; above 5 % somebody is paged. A service without any errors has no line.",
        unit: "percentunit",
        min: 0,
        queries: [query(errorRatio("$__rate_interval"), "{{service}}")],
      }),
      timeseries("p95-latency", {
        title: "P95 Latency",
        description:
          "95 of 100 requests are answered within this time. Good: below half a second; above 1 s customers leave.",
        unit: "s",
        min: 0,
        queries: [
          query(p95Latency("$__rate_interval"), "{{service}}", {
            exemplars: true,
          }),
        ],
      }),
      stat("active-services", {
        title: "Active Services",
        description:
          "How many of the four services answer Prometheus; exporters are not counted. Good: 4.",
        unit: "none",
        thresholds: thresholds("red", [4, "green"]),
        queries: [query('sum(up{service!=""})')],
      }),
      stat("total-orders", {
        title: "Total Orders",
        description:
          "Orders within the time range of the dashboard, restarts of the frontend allowed for. Good: not zero during the day.",
        unit: "short",
        decimals: 0,
        sparkline: false,
        queries: [query("sum(increase(orders_created_total[$__range]))")],
      }),
      stat("revenue-last-hour", {
        title: "Revenue (last hour)",
        description:
          "Revenue of the last 60 minutes. Good: near that of the same hour yesterday.",
        unit: "currencyUSD",
        queries: [query("sum(increase(revenue_total_cents_total[1h])) / 100")],
      }),
      gauge("payment-success-rate", {
        title: "Payment Success Rate",
        description:
          "Share of payments that succeed. Good: above 99 %; below 95 % customers lose their baskets.",
        unit: "percentunit",
        min: 0,
        max: 1,
        thresholds: thresholds("red", [0.95, "yellow"], [0.99, "green"]),
        queries: [query(paymentRatio("success", "$__rate_interval"))],
      }),
      nodeGraph("service-map", {
        title: "Service Map",
        description:
          "Who calls whom, from traces: needs the service graph of Tempo's metrics generator. Good: frontend to gateway to payment and inventory, rings all green.",
        queries: [serviceMap(shopServices)],
      }),
    ]),
  ],
});
