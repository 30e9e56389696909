import {
  dashboard,
  query,
  row,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import { spansReceived, storageLatency } from "./jaeger-panels";
import { look } from "./look";

export const tracingPerformanceDashboard = dashboard({
  ...look,
  uid: "ps-jaeger-performance",
  title: "Jaeger - Tracing Performance",
  description:
    "What the traces say of the services' speed and errors, and how fast their storage is.",
  tags: ["jaeger", "tracing"],
  rows: [
    row("Services, from their spans", [
      spansReceived("Span Ingestion Rate"),
      errorSpans(),
      latencyByService(),
      storageLatency(),
    ]),
  ],
});

function latencyByService(): Panel {
  return timeseries("latency-by-service", {
    title: "Trace Latency by Service",
    description:
      "95 % of a service's spans were shorter. Steady is good; the service whose line rises first is where to open a trace.",
    unit: "ms",
    min: 0,
    queries: [
      query(
        "histogram_quantile(0.95, sum by (le, service_name) (rate(traces_span_metrics_duration_milliseconds_bucket[$__rate_interval])))",
        "{{service_name}} P95",
      ),
    ],
  });
}

function errorSpans(): Panel {
  return timeseries("error-spans", {
    title: "Error Spans Rate",
    description:
      "Spans per second that ended in an error, by service. Good is near zero; the deepest service with errors is where they begin.",
    unit: "cps",
    min: 0,
    queries: [
      query(
        'sum by (service_name) (rate(traces_span_metrics_calls_total{status_code="STATUS_CODE_ERROR"}[$__rate_interval]))',
        "{{service_name}} errors",
      ),
    ],
  });
}
