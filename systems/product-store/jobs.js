"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.jobs = void 0;
/**
 * Services carry the name that their spans carry. The load test serves its metrics itself: Locust has no such path until
 * the test registers one. Prometheus and Grafana are scraped once for all systems, where the monitoring is monitored.
 */
exports.jobs = [
  { job: "backend-service", targets: ["backend:8000"], interval: "10s" },
  { job: "cart-service", targets: ["cart:8001"], interval: "10s" },
  { job: "order-service", targets: ["order:8002"], interval: "10s" },
  { job: "user-service", targets: ["user:8003"], interval: "10s" },
  {
    job: "nginx-exporter",
    targets: ["nginx-exporter:9113"],
    interval: "15s",
  },
  { job: "cassandra-mcac", targets: ["cassandra:9103"], interval: "15s" },
  {
    job: "locust",
    targets: ["locust:8089"],
    path: "/stats/prometheus",
    interval: "5s",
  },
  // The admin port of Jaeger 1; Jaeger 2 answers on 8888.
  { job: "jaeger", targets: ["jaeger:14269"], interval: "15s" },
  { job: "span-metrics", targets: ["otel-collector:8889"], interval: "15s" },
];
//# sourceMappingURL=jobs.js.map
