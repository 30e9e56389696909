"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.slos =
  exports.inventoryAvailability =
  exports.paymentAvailability =
  exports.apiAvailability =
    void 0;
/** Requests that are not answered with a server error, for a service that counts them by `status`. */
const requestsOf = (service) => ({
  kind: "events",
  total: `sum(rate(http_requests_total{service="${service}"}[$window]))`,
  good: `sum(rate(http_requests_total{service="${service}",status!~"5.."}[$window]))`,
});
exports.apiAvailability = {
  id: "api-availability",
  title: "API availability",
  description:
    "999 of 1000 requests to the API gateway are answered without a server error",
  service: "api-gateway",
  team: "sre",
  objective: 99.9,
  period: "30d",
  sli: requestsOf("api-gateway"),
  tiers: [
    {
      tier: "page-quick",
      alert: "ErrorBudgetBurnRateFast",
      severity: "critical",
      budgetPercent: 2,
      long: "1h",
      short: "5m",
      for: "2m",
    },
    {
      tier: "ticket-quick",
      alert: "ErrorBudgetBurnRateSlow",
      severity: "warning",
      budgetPercent: 5,
      long: "6h",
      short: "30m",
      for: "15m",
    },
  ],
};
exports.paymentAvailability = {
  id: "payment-availability",
  title: "Payment availability",
  description: "1999 of 2000 payments succeed",
  service: "payment-service",
  team: "payments",
  objective: 99.95,
  period: "30d",
  sli: {
    kind: "events",
    total: "sum(rate(payments_processed_total[$window]))",
    good: 'sum(rate(payments_processed_total{status="success"}[$window]))',
  },
};
exports.inventoryAvailability = {
  id: "inventory-availability",
  title: "Inventory availability",
  description:
    "999 of 1000 requests to the inventory service are answered without a server error; a product that is sold out is no error",
  service: "inventory-service",
  team: "inventory",
  objective: 99.9,
  period: "30d",
  sli: requestsOf("inventory-service"),
};
exports.slos = [
  exports.apiAvailability,
  exports.paymentAvailability,
  exports.inventoryAvailability,
];
//# sourceMappingURL=slos.js.map
