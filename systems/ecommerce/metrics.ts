import type { Metric } from "monitoring-as-code";

/** The Go and Node.js clients' default buckets; the Python client adds 0.075, 0.75 and 7.5. None has 0.2. */
const latencyBuckets = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];

/** Doubling from one dollar to 512 dollars. */
const amountBuckets = [
  100, 200, 400, 800, 1600, 3200, 6400, 12_800, 25_600, 51_200,
];

/** What the four services expose themselves; the gateway says `route` where the others say `endpoint`. */
export const metrics: readonly Metric[] = [
  {
    name: "http_requests_total",
    type: "counter",
    unit: "requests",
    labels: ["service", "method", "endpoint", "route", "status"],
    help: "HTTP requests",
  },
  {
    name: "http_request_duration_seconds",
    type: "histogram",
    unit: "seconds",
    labels: ["service", "method", "endpoint", "route", "status"],
    help: "Duration of HTTP requests; only the gateway and the payment service say the status",
    buckets: latencyBuckets,
  },
  {
    name: "http_requests_inprogress",
    type: "gauge",
    unit: "requests",
    labels: ["service", "method", "endpoint"],
    help: "HTTP requests in flight in the frontend",
  },
  {
    name: "orders_created_total",
    type: "counter",
    unit: "orders",
    labels: ["service"],
    help: "Orders that succeeded",
  },
  {
    // The code says revenue_total_cents; the client library adds the suffix of a counter.
    name: "revenue_total_cents_total",
    type: "counter",
    unit: "cents",
    labels: ["service"],
    help: "Revenue of the orders that succeeded",
  },
  {
    name: "payments_processed_total",
    type: "counter",
    unit: "payments",
    labels: ["service", "status"],
    help: "Payments by result: success or failed",
  },
  {
    name: "payment_amount_cents",
    type: "histogram",
    unit: "cents",
    labels: ["service"],
    help: "Amount of the payments that succeeded",
    buckets: amountBuckets,
  },
  {
    name: "inventory_level",
    type: "gauge",
    unit: "units",
    labels: ["service", "product"],
    help: "Stock; absent until the first reservation or listing after a restart",
  },
  {
    name: "inventory_reservations_total",
    type: "counter",
    unit: "reservations",
    labels: ["service", "product"],
    help: "Reservations, whatever the number of units in each",
  },
];
