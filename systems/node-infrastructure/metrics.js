"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.metrics = void 0;
const route = ["method", "route", "status"];
/** What the sample application and the batch jobs on the hosts expose; all else comes from exporters. */
exports.metrics = [
  {
    name: "http_requests_total",
    type: "counter",
    unit: "requests",
    labels: route,
    help: "HTTP requests to the sample application",
  },
  {
    name: "http_request_duration_seconds",
    type: "histogram",
    unit: "seconds",
    labels: route,
    help: "Duration of HTTP requests; never exposed as a summary as well, which would collide",
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  },
  {
    name: "app_requests_in_progress",
    type: "gauge",
    unit: "requests",
    labels: [],
    help: "Units of work that the sample application has begun and not ended",
  },
  {
    name: "app_requests_total",
    type: "counter",
    unit: "requests",
    labels: route,
    help: "Units of work that the sample application has ended",
  },
  {
    name: "app_errors_total",
    type: "counter",
    unit: "errors",
    labels: route,
    help: "Units of work of the sample application that failed",
  },
  {
    name: "backup_duration_seconds",
    type: "gauge",
    unit: "seconds",
    labels: [],
    help: "Duration of the last backup, pushed at its end with job and instance of the database",
  },
];
//# sourceMappingURL=metrics.js.map
