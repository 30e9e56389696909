import { businessDashboard } from "../../dashboards/ecommerce/business";
import { overviewDashboard } from "../../dashboards/ecommerce/overview";
import { serviceMeshDashboard } from "../../dashboards/ecommerce/service-mesh";
import { sloDashboard } from "../../dashboards/ecommerce/slo";
import { nodeExporter } from "../../exporters/node";
import { otelCollectorExporter } from "../../exporters/otel-collector";
import { postgresExporter } from "../../exporters/postgres";
import { prometheusExporter } from "../../exporters/prometheus";
import { redisExporter } from "../../exporters/redis";
import {
  goRuntime,
  nodejsRuntime,
  pythonRuntime,
} from "../../exporters/runtimes";
import { tempoMetricsGenerator } from "../../exporters/tempo-metrics-generator";
import type { MonitoredSystem } from "../../lib/model/monitored-system";
import { ecommerceNotifications } from "../../notifications/ecommerce";
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
