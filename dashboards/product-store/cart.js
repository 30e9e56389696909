"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.cartDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const http_service_1 = require("./http-service");
const checkouts = "sum(rate(cart_checkout_total[$__rate_interval]))";
const abandonments = "sum(rate(cart_abandonment_total[$__rate_interval]))";
exports.cartDashboard = (0, http_service_1.httpServiceDashboard)({
  uid: "ps-cart",
  title: "Cart Service - Shopping Analytics",
  description:
    "Whether customers can fill a cart and pay for it, and what they do with it.",
  tags: ["cart"],
  job: "cart-service",
  rate: cartOperations(),
  business: [
    (0, dashboards_1.row)("Shopping", [
      checkoutSuccess(),
      itemsAdded(),
      cartValue(),
    ]),
    (0, dashboards_1.row)("Refusals", [stockErrors(), clientErrors()]),
  ],
});
function cartOperations() {
  return (0, dashboards_1.timeseries)("cart-operations", {
    title: "Cart Operations Rate",
    description:
      "Requests to carts per second. Follows the day; checkouts are a small, steady share of them.",
    unit: "reqps",
    queries: [
      (0, dashboards_1.query)(
        'sum by (endpoint) (rate(http_requests_total{job="cart-service", endpoint=~"/cart-api/.*"}[$__rate_interval]))',
        "{{endpoint}}",
      ),
    ],
  });
}
function checkoutSuccess() {
  return (0, dashboards_1.timeseries)("checkout-success", {
    title: "Checkout Success Rate",
    description:
      "Carts paid for and carts given up per second, and on the right axis the share that is paid for. Good is a steady share; a fall means that customers fail or leave at the checkout. A gap: nobody finished either way.",
    unit: "cps",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        `${checkouts} or vector(0)`,
        "Successful Checkouts",
      ),
      (0, dashboards_1.query)(
        `${abandonments} or vector(0)`,
        "Cart Abandonment",
      ),
      (0, dashboards_1.query)(
        `${checkouts} / ((${checkouts} + (${abandonments} or vector(0))) > 0)`,
        "Success ratio",
      ),
    ],
    overrides: [
      (0, dashboards_1.byName)("Success ratio", {
        unit: "percentunit",
        min: 0,
        max: 1,
        axis: "right",
        dashed: true,
        fill: 0,
      }),
    ],
  });
}
function itemsAdded() {
  return (0, dashboards_1.timeseries)("items-added", {
    title: "Items Added to Cart",
    description:
      "Items put in carts per second. Runs in step with the product views; a fall alone means that adding fails.",
    unit: "cps",
    queries: [
      (0, dashboards_1.query)(
        "sum by (category) (rate(cart_items_added_total[$__rate_interval]))",
        "{{category}}",
      ),
    ],
  });
}
function cartValue() {
  return (0, dashboards_1.heatmap)("cart-value", {
    title: "Cart Value Distribution",
    description:
      "How many carts were worth how much, in the shop's currency. A band that moves down is lost revenue before it shows in the books.",
    width: "full",
    unit: "short",
    queries: [
      (0, dashboards_1.query)(
        "sum by (le) (increase(cart_total_value_bucket[$__rate_interval]))",
        "{{le}}",
      ),
    ],
  });
}
function stockErrors() {
  return (0, dashboards_1.timeseries)("stock-errors", {
    title: "Stock Validation Errors",
    description:
      "Items refused per second because the stock check failed, by reason. Near zero is good; a rise for one reason means that the catalogue promises what is not there.",
    unit: "cps",
    queries: [
      (0, dashboards_1.query)(
        "sum by (reason) (rate(cart_stock_validation_errors_total[$__rate_interval]))",
        "{{reason}}",
      ),
    ],
  });
}
function clientErrors() {
  return (0, dashboards_1.timeseries)("client-errors", {
    title: "Cart 4xx Responses",
    description:
      "Refused requests per second by status: not signed in, not found, not valid. A steady low level is normal; a jump after a release is a broken client.",
    unit: "reqps",
    queries: [
      (0, dashboards_1.query)(
        'sum by (status) (rate(http_requests_total{job="cart-service", status=~"4.."}[$__rate_interval]))',
        "{{status}}",
      ),
    ],
  });
}
//# sourceMappingURL=cart.js.map
