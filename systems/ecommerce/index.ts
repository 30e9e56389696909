import { businessDashboard } from "../../dashboards/ecommerce/business";
import { overviewDashboard } from "../../dashboards/ecommerce/overview";
import { serviceMeshDashboard } from "../../dashboards/ecommerce/service-mesh";
import { sloDashboard } from "../../dashboards/ecommerce/slo";
import { nodeExporter } from "monitoring-as-code/exporters/node";
import { otelCollectorExporter } from "monitoring-as-code/exporters/otel-collector";
import { postgresExporter } from "monitoring-as-code/exporters/postgres";
import { prometheusExporter } from "monitoring-as-code/exporters/prometheus";
import { redisExporter } from "monitoring-as-code/exporters/redis";
import {
  goRuntime,
  nodejsRuntime,
  pythonRuntime,
} from "monitoring-as-code/exporters/runtimes";
import { tempoMetricsGenerator } from "monitoring-as-code/exporters/tempo-metrics-generator";
import type { MonitoredSystem } from "monitoring-as-code";
import { ecommerceNotifications } from "./notifications";
import { alertGroups } from "./alerts";
import { jobs } from "./jobs";
import { metrics } from "./metrics";
import { recordingGroups } from "./recordings";
import { slos } from "./slos";

/** A shop of four services: frontend, API gateway, payment and inventory, on PostgreSQL and Redis. */
export const ecommerce: MonitoredSystem = {
  id: "ecommerce",
  title: "E-Commerce",
  description:
    "Online shop: frontend, API gateway, payment and inventory service on PostgreSQL and Redis, with metrics, logs and traces",
  jobs,
  metrics,
  exporters: [
    nodeExporter,
    postgresExporter,
    redisExporter,
    prometheusExporter,
    otelCollectorExporter,
    tempoMetricsGenerator,
    pythonRuntime,
    nodejsRuntime,
    goRuntime,
  ],
  dashboards: [
    overviewDashboard,
    sloDashboard,
    businessDashboard,
    serviceMeshDashboard,
  ],
  alertGroups,
  recordingGroups,
  slos,
  notifications: ecommerceNotifications,
};
