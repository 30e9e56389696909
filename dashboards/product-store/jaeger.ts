import {
  dashboard,
  heatmap,
  query,
  row,
  stat,
  type Panel,
} from "monitoring-as-code/dashboards";
import {
  droppedSpans,
  queueLength,
  spansReceived,
  storageOperations,
} from "./jaeger-panels";
import { look } from "./look";

export const jaegerDashboard = dashboard({
  ...look,
  uid: "ps-jaeger",
  title: "Jaeger - Distributed Tracing",
  description:
    "Whether traces arrive complete, from which services, and how long requests last.",
  tags: ["jaeger", "tracing"],
  rows: [
    row("Spans", [
      spansByService(),
      spansReceived("Spans Received Rate"),
      droppedSpans(),
    ]),
    row("Traces", [traceDuration()]),
    row("Collector and storage", [queueLength(), storageOperations()]),
  ],
});

function spansByService(): Panel {
  return stat("spans-by-service", {
    title: "Spans by Service",
    description:
      "Spans received per second by service. Good: all four services are there; one that is missing sends no traces. Jaeger 2 does not count by service, there the span metrics answer.",
    width: "full",
    unit: "cps",
    queries: [
      query(
        "sum by (svc) (rate(jaeger_collector_spans_received_total[$__rate_interval]))",
        "{{svc}}",
      ),
      query(
        "sum by (service_name) (rate(traces_span_metrics_calls_total[$__rate_interval])) unless on () group(rate(jaeger_collector_spans_received_total[$__rate_interval]))",
        "{{service_name}}",
      ),
    ],
  });
}

function traceDuration(): Panel {
  return heatmap("trace-duration", {
    title: "Trace Duration Distribution",
    description:
      "How many requests took how many milliseconds, from the spans with which services answer. Good: one dense band at the bottom; a second one above it is a slow path worth a trace.",
    width: "full",
    unit: "ms",
    queries: [
      query(
        'sum by (le) (increase(traces_span_metrics_duration_milliseconds_bucket{span_kind="SPAN_KIND_SERVER"}[$__rate_interval]))',
        "{{le}}",
      ),
    ],
  });
}
