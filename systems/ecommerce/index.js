"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.ecommerce = void 0;
const business_1 = require("../../dashboards/ecommerce/business");
const overview_1 = require("../../dashboards/ecommerce/overview");
const service_mesh_1 = require("../../dashboards/ecommerce/service-mesh");
const slo_1 = require("../../dashboards/ecommerce/slo");
const node_1 = require("monitoring-as-code/exporters/node");
const otel_collector_1 = require("monitoring-as-code/exporters/otel-collector");
const postgres_1 = require("monitoring-as-code/exporters/postgres");
const prometheus_1 = require("monitoring-as-code/exporters/prometheus");
const redis_1 = require("monitoring-as-code/exporters/redis");
const runtimes_1 = require("monitoring-as-code/exporters/runtimes");
const tempo_metrics_generator_1 = require("monitoring-as-code/exporters/tempo-metrics-generator");
const ecommerce_1 = require("../../notifications/ecommerce");
const alerts_1 = require("./alerts");
const jobs_1 = require("./jobs");
const metrics_1 = require("./metrics");
const recordings_1 = require("./recordings");
const slos_1 = require("./slos");
/** A shop of four services: frontend, API gateway, payment and inventory, on PostgreSQL and Redis. */
exports.ecommerce = {
  id: "ecommerce",
  title: "E-Commerce",
  description:
    "Online shop: frontend, API gateway, payment and inventory service on PostgreSQL and Redis, with metrics, logs and traces",
  jobs: jobs_1.jobs,
  metrics: metrics_1.metrics,
  exporters: [
    node_1.nodeExporter,
    postgres_1.postgresExporter,
    redis_1.redisExporter,
    prometheus_1.prometheusExporter,
    otel_collector_1.otelCollectorExporter,
    tempo_metrics_generator_1.tempoMetricsGenerator,
    runtimes_1.pythonRuntime,
    runtimes_1.nodejsRuntime,
    runtimes_1.goRuntime,
  ],
  dashboards: [
    overview_1.overviewDashboard,
    slo_1.sloDashboard,
    business_1.businessDashboard,
    service_mesh_1.serviceMeshDashboard,
  ],
  alertGroups: alerts_1.alertGroups,
  recordingGroups: recordings_1.recordingGroups,
  slos: slos_1.slos,
  notifications: ecommerce_1.ecommerceNotifications,
};
//# sourceMappingURL=index.js.map
