"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.businessDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
exports.businessDashboard = (0, dashboards_1.dashboard)({
  uid: "business-metrics",
  title: "Business Metrics",
  description:
    "How the shop sells: orders, revenue, payments and stock, for product owners and for on-call engineers who want to know what an incident costs",
  system: "ecommerce",
  tags: ["business", "kpi"],
  rows: [
    (0, dashboards_1.row)([
      (0, dashboards_1.timeseries)("orders-per-minute", {
        title: "Orders per Minute",
        description:
          "Orders that succeed. Good: follows the time of day; a sudden drop is an outage that customers notice before we do.",
        unit: "cpm",
        min: 0,
        queries: [
          (0, dashboards_1.query)(
            "sum(rate(orders_created_total[$__rate_interval])) * 60",
            "Orders",
          ),
        ],
      }),
      (0, dashboards_1.timeseries)("revenue-per-hour", {
        title: "Revenue per Hour",
        description:
          "Revenue at the current rate. Good: follows the orders; falling while orders stay means smaller baskets.",
        unit: "currencyUSD",
        min: 0,
        queries: [
          (0, dashboards_1.query)(
            "sum(rate(revenue_total_cents_total[$__rate_interval])) * 3600 / 100",
            "Revenue",
          ),
        ],
      }),
      (0, dashboards_1.stat)("payment-success-rate", {
        title: "Payment Success Rate",
        description:
          "Share of payments that succeed. Good: above 99 %; the objective is 99.95 %.",
        height: 6,
        unit: "percentunit",
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
      (0, dashboards_1.stat)("average-order-value", {
        title: "Average Order Value",
        description:
          "Revenue per order. Good: between 10 and 50 dollars, the price of one to five Widgets.",
        height: 6,
        unit: "currencyUSD",
        queries: [
          (0, dashboards_1.query)(
            "sum(rate(revenue_total_cents_total[$__rate_interval])) / sum(rate(orders_created_total[$__rate_interval])) / 100",
          ),
        ],
      }),
      (0, dashboards_1.bargauge)("inventory-by-product", {
        title: "Inventory by Product",
        description: `Units in stock. Good: above ${expressions_1.lowStock}; below, order more before customers are turned away.`,
        height: 6,
        unit: "short",
        min: 0,
        thresholds: (0, dashboards_1.thresholds)("red", [
          expressions_1.lowStock,
          "green",
        ]),
        queries: [
          (0, dashboards_1.query)(expressions_1.inventoryLevel, "{{product}}"),
        ],
      }),
      (0, dashboards_1.piechart)("top-products", {
        title: "Top Products by Reservations",
        description:
          "Reservations per second by product over the last hour, however many units each takes. Good: no product is missing.",
        unit: "ops",
        queries: [
          (0, dashboards_1.query)(
            "sum(rate(inventory_reservations_total[1h])) by (product)",
            "{{product}}",
          ),
        ],
      }),
      (0, dashboards_1.bargauge)("payment-amounts", {
        title: "Payment Amount Distribution",
        description:
          "Successful payments by amount within the time range; names are upper ends in cents. Good: most between 800 and 6400, one to five Widgets.",
        orientation: "vertical",
        unit: "short",
        decimals: 0,
        queries: [
          (0, dashboards_1.query)(
            "sum by (le) (increase(payment_amount_cents_bucket[$__range]))",
            "{{le}}",
            { format: "heatmap" },
          ),
        ],
      }),
    ]),
    (0, dashboards_1.row)("Conversion", [
      (0, dashboards_1.timeseries)("order-conversion", {
        title: "Order Conversion",
        description:
          "Share of order requests at the frontend that become orders. Good: above 95 %; the rest failed in payment, found no stock or ran into an error.",
        unit: "percentunit",
        min: 0,
        max: 1,
        queries: [
          (0, dashboards_1.query)(
            'sum(rate(orders_created_total[$__rate_interval])) / sum(rate(http_requests_total{service="frontend",endpoint="/api/order"}[$__rate_interval]))',
            "Conversion",
          ),
        ],
      }),
      (0, dashboards_1.timeseries)("payment-failure-rate", {
        title: "Payment Failure Rate",
        description:
          "Share of payments that fail. Good: below 0.05 %; above 10 % the payments team is paged.",
        unit: "percentunit",
        min: 0,
        queries: [
          (0, dashboards_1.query)(
            (0, expressions_1.paymentRatio)("failed", "$__rate_interval"),
            "Failed payments",
          ),
        ],
      }),
    ]),
  ],
});
//# sourceMappingURL=business.js.map
