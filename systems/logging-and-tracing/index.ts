import { logAnalysisDashboard } from "../../dashboards/logging-and-tracing/log-analysis";
import { logsOverviewDashboard } from "../../dashboards/logging-and-tracing/logs-overview";
import { pipelineDashboard } from "../../dashboards/logging-and-tracing/pipeline";
import { tracingOverviewDashboard } from "../../dashboards/logging-and-tracing/tracing-overview";
import { jaegerExporter } from "../../exporters/jaeger";
import { lokiExporter } from "../../exporters/loki";
import { otelCollectorExporter } from "../../exporters/otel-collector";
import { promtailExporter } from "../../exporters/promtail";
import { tempoExporter } from "../../exporters/tempo";
import { tempoMetricsGenerator } from "../../exporters/tempo-metrics-generator";
import type { MonitoredSystem } from "../../lib/model/monitored-system";
import { loggingAndTracingNotifications } from "../../notifications/logging-and-tracing";
import { alertGroups } from "./alerts";
import { jobs } from "./jobs";
import { metrics } from "./metrics";

/** Central logs and distributed traces of a two-service application: what it writes, and whether it arrives. */
export const loggingAndTracing: MonitoredSystem = {
  id: "logging-and-tracing",
  title: "Logging and Tracing",
  description:
    "Central logs in Loki, distributed traces in Tempo and Jaeger through an OpenTelemetry collector, of a frontend and a backend on PostgreSQL and Redis",
  jobs,
  metrics,
  exporters: [
    lokiExporter,
    promtailExporter,
    tempoExporter,
    tempoMetricsGenerator,
    jaegerExporter,
    otelCollectorExporter,
  ],
  dashboards: [
    logsOverviewDashboard,
    logAnalysisDashboard,
    tracingOverviewDashboard,
    pipelineDashboard,
  ],
  alertGroups,
  recordingGroups: [],
  slos: [],
  notifications: loggingAndTracingNotifications,
};
