"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.businessMetrics = void 0;
// None of these carries product_id, user_id, order_id or username: each value would be a series of its own, and the
// latter three are personal data. The services leave them out; identifiers belong in logs and traces.
/** Product catalogue and administration. */
const backend = [
  {
    name: "product_views_total",
    type: "counter",
    unit: "views",
    labels: ["category"],
    help: "Product page views",
  },
  {
    name: "category_requests_total",
    type: "counter",
    unit: "requests",
    labels: ["category"],
    help: "Requests for the products of a category",
  },
  {
    name: "admin_operations_total",
    type: "counter",
    unit: "operations",
    labels: ["operation"],
    help: "Administrative operations",
  },
  {
    name: "cassandra_query_seconds",
    type: "histogram",
    unit: "seconds",
    labels: ["table", "operation"],
    help: "Duration of Cassandra queries as the service sees them",
  },
];
const cart = [
  {
    name: "cart_items_added_total",
    type: "counter",
    unit: "items",
    labels: ["category"],
    help: "Items put in carts",
  },
  {
    name: "cart_checkout_total",
    type: "counter",
    unit: "checkouts",
    labels: [],
    help: "Completed checkouts",
  },
  {
    name: "cart_abandonment_total",
    type: "counter",
    unit: "carts",
    labels: ["stage"],
    help: "Carts given up, by the stage they had reached",
  },
  {
    name: "cart_total_value",
    type: "histogram",
    unit: "currency",
    labels: [],
    buckets: [10, 50, 100, 200, 500, 1000],
    help: "Value of carts in the shop's currency",
  },
  {
    name: "cart_stock_validation_errors_total",
    type: "counter",
    unit: "errors",
    labels: ["reason"],
    help: "Items refused because the stock check failed",
  },
];
const order = [
  {
    name: "orders_created_total",
    type: "counter",
    unit: "orders",
    labels: [],
    help: "Orders created",
  },
  {
    name: "order_status_changes_total",
    type: "counter",
    unit: "changes",
    labels: ["status"],
    help: "Transitions of orders to a status",
  },
  {
    name: "order_completion_seconds",
    type: "histogram",
    unit: "seconds",
    labels: [],
    buckets: [60, 120, 180, 300],
    help: "Time from creation to completion of an order",
  },
  {
    name: "delivery_time_minutes",
    type: "histogram",
    unit: "minutes",
    labels: [],
    buckets: [30, 60, 90, 120],
    help: "Time that deliveries took",
  },
  {
    name: "order_background_tasks_total",
    type: "counter",
    unit: "tasks",
    labels: ["task", "result"],
    help: "Background tasks finished, by result success or error",
  },
  {
    name: "order_background_task_seconds",
    type: "histogram",
    unit: "seconds",
    labels: ["task"],
    help: "Duration of background tasks",
  },
];
const user = [
  {
    name: "user_registrations_total",
    type: "counter",
    unit: "users",
    labels: ["role"],
    help: "Registrations",
  },
  {
    name: "login_attempts_total",
    type: "counter",
    unit: "attempts",
    labels: ["status"],
    help: "Attempts to log in, by status success or failed",
  },
  {
    name: "jwt_operations_total",
    type: "counter",
    unit: "operations",
    labels: ["operation", "status"],
    help: "Tokens issued, checked and refused",
  },
  {
    name: "profile_aggregation_seconds",
    type: "histogram",
    unit: "seconds",
    labels: [],
    help: "Time to gather a user's profile",
  },
  {
    name: "active_users",
    type: "gauge",
    unit: "users",
    labels: ["role"],
    help: "Users with a session",
  },
];
/** What the services count beside requests. */
exports.businessMetrics = [...backend, ...cart, ...order, ...user];
//# sourceMappingURL=business-metrics.js.map
