"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.loadTestMetrics = void 0;
/** What the load test exposes while it runs; its rate is computed from the counter. */
exports.loadTestMetrics = [
  {
    name: "locust_requests_total",
    type: "counter",
    unit: "requests",
    labels: ["method", "endpoint", "status"],
    help: "Requests sent by simulated users, by status success or error",
  },
  {
    name: "locust_response_time_seconds",
    type: "histogram",
    unit: "seconds",
    labels: ["method", "endpoint"],
    help: "Response times as simulated users see them",
  },
  {
    name: "locust_active_users",
    type: "gauge",
    unit: "users",
    labels: [],
    help: "Simulated users",
  },
];
//# sourceMappingURL=load-test-metrics.js.map
