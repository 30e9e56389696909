"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.metrics = void 0;
/** What this system reads of others: their requests, and whether they have objectives of their own. */
exports.metrics = [
  {
    name: "http_requests_total",
    type: "counter",
    unit: "requests",
    labels: ["service", "status"],
    help: "HTTP requests of the services of all systems",
  },
  {
    name: "http_request_duration_seconds",
    type: "histogram",
    unit: "seconds",
    labels: ["service", "status"],
    help: "Duration of HTTP requests of the services of all systems",
  },
  {
    name: "slo:objective:ratio",
    type: "gauge",
    unit: "ratio",
    labels: ["slo", "service"],
    help: "Recorded by every objective: what its system promised",
  },
];
//# sourceMappingURL=metrics.js.map
