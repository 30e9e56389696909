"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.metrics = void 0;
const byRoute = ["service", "method", "endpoint"];
/**
 * What the two applications expose. `service` comes from the scrape configuration. One and four seconds are among the
 * buckets because Apdex needs them; the client library's own have no 4.
 */
exports.metrics = [
  {
    name: "http_requests_total",
    type: "counter",
    unit: "requests",
    labels: [...byRoute, "status"],
    help: "Requests answered",
  },
  {
    name: "http_request_duration_seconds",
    type: "histogram",
    unit: "seconds",
    labels: byRoute,
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 10],
    help: "Time from request to response, with the trace as exemplar",
  },
];
//# sourceMappingURL=metrics.js.map
