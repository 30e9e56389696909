"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.jobs = void 0;
/** The two applications carry `service`, the name that their spans and log lines carry too. */
exports.jobs = [
  {
    job: "frontend",
    targets: ["frontend:8080"],
    labels: { service: "frontend" },
  },
  { job: "backend", targets: ["backend:5000"], labels: { service: "backend" } },
  { job: "loki", targets: ["loki:3100"] },
  { job: "promtail", targets: ["promtail:9080"] },
  // One address for the collector's own health, one for the metrics that it passes on.
  {
    job: "otel-collector",
    targets: ["otel-collector:8888", "otel-collector:8889"],
    interval: "10s",
  },
  { job: "jaeger", targets: ["jaeger:14269"] },
  { job: "tempo", targets: ["tempo:3200"] },
];
//# sourceMappingURL=jobs.js.map
