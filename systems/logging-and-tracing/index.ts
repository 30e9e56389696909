import { logAnalysisDashboard } from "../../dashboards/logging-and-tracing/log-analysis";
import { logsOverviewDashboard } from "../../dashboards/logging-and-tracing/logs-overview";
import { pipelineDashboard } from "../../dashboards/logging-and-tracing/pipeline";
import { tracingOverviewDashboard } from "../../dashboards/logging-and-tracing/tracing-overview";
import { jaegerExporter } from "monitoring-as-code/exporters/jaeger";
import { lokiExporter } from "monitoring-as-code/exporters/loki";
import { otelCollectorExporter } from "monitoring-as-code/exporters/otel-collector";
import { promtailExporter } from "monitoring-as-code/exporters/promtail";
import { tempoExporter } from "monitoring-as-code/exporters/tempo";
import { tempoMetricsGenerator } from "monitoring-as-code/exporters/tempo-metrics-generator";
import type { MonitoredSystem } from "monitoring-as-code";
import { loggingAndTracingNotifications } from "./notifications";
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
