"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.metrics = void 0;
/** What every application behind the job `custom-app` exposes. */
exports.metrics = [
  {
    name: "http_requests_total",
    type: "counter",
    unit: "requests",
    labels: ["service", "status"],
    help: "HTTP requests, by service and status code",
  },
];
//# sourceMappingURL=metrics.js.map
