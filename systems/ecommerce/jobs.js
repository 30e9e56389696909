"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.jobs = void 0;
/** The four applications, and only they, carry `service`: alerts and dashboards tell them from exporters by it. */
const application = (service, port) => ({
  job: service,
  targets: [`${service}:${port}`],
  labels: { service },
});
/** Nine jobs; the collector has two addresses, one for its own health and one for what it makes of spans. */
exports.jobs = [
  application("frontend", 8080),
  application("api-gateway", 8081),
  application("payment-service", 8082),
  application("inventory-service", 8083),
  { job: "prometheus", targets: ["localhost:9090"] },
  {
    job: "otel-collector",
    targets: ["otel-collector:8888", "otel-collector:8889"],
  },
  { job: "node-exporter", targets: ["node-exporter:9100"] },
  { job: "postgres-exporter", targets: ["postgres-exporter:9187"] },
  { job: "redis-exporter", targets: ["redis-exporter:9121"] },
];
//# sourceMappingURL=jobs.js.map
