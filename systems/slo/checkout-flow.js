"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.checkoutObjective = exports.steps = exports.checkoutFlow = void 0;
exports.checkoutRecordings = checkoutRecordings;
const slo_1 = require("monitoring-as-code/slo");
const slo_2 = require("monitoring-as-code/slo");
const slo_3 = require("monitoring-as-code/slo");
const jobs_1 = require("./jobs");
exports.checkoutFlow = "checkout-flow";
exports.steps = [
  {
    name: "Add to Cart",
    endpoint: "/cart/items",
    objective: 99.9,
    withinSeconds: 0.2,
  },
  {
    name: "View Cart",
    endpoint: "/cart",
    objective: 99.9,
    withinSeconds: 0.3,
  },
  {
    name: "Payment",
    endpoint: "/payments",
    objective: 99.95,
    withinSeconds: 0.5,
  },
  {
    name: "Order Confirmation",
    endpoint: "/orders/confirmation",
    objective: 99.9,
    withinSeconds: 1,
  },
];
/** 99.65 %: what the four promises add up to. A journey of 99.7 % would need 99.925 % of each step. */
exports.checkoutObjective = (0, slo_1.compositeObjective)(exports.steps);
/** How well each step and the whole journey go, over `window`. A step without requests leaves the journey unknown. */
function checkoutRecordings(window) {
  const labels = { [slo_2.journeyLabel]: exports.checkoutFlow };
  return [
    ...exports.steps.map((step) => ({
      record: (0, slo_2.stepRecord)(window),
      expr: stepSuccess(step, window),
      labels: { ...labels, [slo_2.stepLabel]: (0, slo_2.stepName)(step.name) },
      lookback: window,
    })),
    {
      record: (0, slo_2.journeyRecord)(window),
      expr: exports.steps
        .map(
          ({ name }) =>
            `${(0, slo_2.stepRecord)(window)}{${slo_2.journeyLabel}="${exports.checkoutFlow}",${slo_2.stepLabel}="${(0, slo_2.stepName)(name)}"}`,
        )
        .join(` * ignoring (${slo_2.stepLabel}) `),
      labels,
      lookback: window,
    },
  ];
}
/** Requests that were answered in time and without an error, of all. */
function stepSuccess({ endpoint, withinSeconds }, window) {
  const of = `job="${jobs_1.apiJob}",endpoint="${endpoint}"`;
  const all = `sum(rate(http_request_duration_seconds_count{${of}}[${window}]))`;
  const good = `sum(rate(http_request_duration_seconds_bucket{${of},status!~"(5..|429)",${(0, slo_3.leMatcher)(withinSeconds)}}[${window}]))`;
  return `(${good} or 0 * ${all}) / (${all} > 0)`;
}
//# sourceMappingURL=checkout-flow.js.map
