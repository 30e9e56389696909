"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.loggingAndTracing = void 0;
const log_analysis_1 = require("../../dashboards/logging-and-tracing/log-analysis");
const logs_overview_1 = require("../../dashboards/logging-and-tracing/logs-overview");
const pipeline_1 = require("../../dashboards/logging-and-tracing/pipeline");
const tracing_overview_1 = require("../../dashboards/logging-and-tracing/tracing-overview");
const jaeger_1 = require("monitoring-as-code/exporters/jaeger");
const loki_1 = require("monitoring-as-code/exporters/loki");
const otel_collector_1 = require("monitoring-as-code/exporters/otel-collector");
const promtail_1 = require("monitoring-as-code/exporters/promtail");
const tempo_1 = require("monitoring-as-code/exporters/tempo");
const tempo_metrics_generator_1 = require("monitoring-as-code/exporters/tempo-metrics-generator");
const logging_and_tracing_1 = require("../../notifications/logging-and-tracing");
const alerts_1 = require("./alerts");
const jobs_1 = require("./jobs");
const metrics_1 = require("./metrics");
/** Central logs and distributed traces of a two-service application: what it writes, and whether it arrives. */
exports.loggingAndTracing = {
  id: "logging-and-tracing",
  title: "Logging and Tracing",
  description:
    "Central logs in Loki, distributed traces in Tempo and Jaeger through an OpenTelemetry collector, of a frontend and a backend on PostgreSQL and Redis",
  jobs: jobs_1.jobs,
  metrics: metrics_1.metrics,
  exporters: [
    loki_1.lokiExporter,
    promtail_1.promtailExporter,
    tempo_1.tempoExporter,
    tempo_metrics_generator_1.tempoMetricsGenerator,
    jaeger_1.jaegerExporter,
    otel_collector_1.otelCollectorExporter,
  ],
  dashboards: [
    logs_overview_1.logsOverviewDashboard,
    log_analysis_1.logAnalysisDashboard,
    tracing_overview_1.tracingOverviewDashboard,
    pipeline_1.pipelineDashboard,
  ],
  alertGroups: alerts_1.alertGroups,
  recordingGroups: [],
  slos: [],
  notifications: logging_and_tracing_1.loggingAndTracingNotifications,
};
//# sourceMappingURL=index.js.map
