"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.pipelineDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
exports.pipelineDashboard = (0, dashboards_1.dashboard)({
  uid: "log-trace-pipeline",
  title: "Log and Trace Pipeline",
  description:
    "Whether log lines and spans arrive complete, from the agents to the stores",
  system: "logging-and-tracing",
  tags: ["logs", "tracing"],
  refresh: "30s",
  rows: [
    (0, dashboards_1.row)([targets()]),
    (0, dashboards_1.row)("Logs", [
      lines(),
      dropped(),
      refused(),
      lokiLatency(),
    ]),
    (0, dashboards_1.row)("Traces", [spans(), lost(), decisions(), queue()]),
  ],
});
function targets() {
  return (0, dashboards_1.stateTimeline)("targets", {
    title: "Targets",
    description: "Whether each part answers its scrape. Good: green.",
    width: "full",
    unit: "none",
    mappings: {
      0: { text: "Down", color: "red" },
      1: { text: "Up", color: "green" },
    },
    queries: [(0, dashboards_1.query)("up", "{{job}} {{instance}}")],
  });
}
function lines() {
  return (0, dashboards_1.timeseries)("lines", {
    title: "Log Lines",
    description:
      "Lines per second that the agent sent and that Loki received. Good: both lines lie on each other.",
    unit: "suffix:logs/s",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        "sum(rate(promtail_sent_entries_total[$__rate_interval]))",
        "sent",
      ),
      (0, dashboards_1.query)(
        "sum(rate(loki_distributor_lines_received_total[$__rate_interval]))",
        "received",
      ),
    ],
  });
}
function dropped() {
  return (0, dashboards_1.timeseries)("lines-dropped", {
    title: "Log Lines Dropped by the Agent",
    description:
      "Lines per second that were given up after all retries, by reason. Good: 0; anything else for five minutes fires LogLinesDropped.",
    unit: "suffix:logs/s",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        (0, expressions_1.droppedLines)("$__rate_interval"),
        "{{instance}} {{reason}}",
      ),
    ],
  });
}
function refused() {
  return (0, dashboards_1.timeseries)("lines-refused", {
    title: "Log Lines Refused by Loki",
    description:
      "Lines per second that Loki discarded, by reason: rate_limited, line_too_long, out_of_order and others. Good: 0.",
    unit: "suffix:logs/s",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        "sum by (reason) (rate(loki_discarded_samples_total[$__rate_interval]))",
        "{{reason}}",
      ),
    ],
  });
}
function lokiLatency() {
  return (0, dashboards_1.timeseries)("loki-latency", {
    title: "Loki P99 Latency by Route",
    description:
      "99 % of the requests to Loki were faster. Good: pushes below a second, queries below ten.",
    unit: "s",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 10 }),
    queries: [
      (0, dashboards_1.query)(
        "histogram_quantile(0.99, sum by (le, route) (rate(loki_request_duration_seconds_bucket[$__rate_interval])))",
        "{{route}}",
      ),
    ],
  });
}
function spans() {
  return (0, dashboards_1.timeseries)("spans", {
    title: "Spans",
    description:
      "Spans per second that the collector took and delivered. Good: the second is a constant share of the first, which sampling decides.",
    unit: "suffix:spans/s",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        "sum(rate(otelcol_receiver_accepted_spans_total[$__rate_interval]))",
        "accepted",
      ),
      (0, dashboards_1.query)(
        "sum by (exporter) (rate(otelcol_exporter_sent_spans_total[$__rate_interval]))",
        "delivered to {{exporter}}",
      ),
    ],
  });
}
function lost() {
  return (0, dashboards_1.timeseries)("spans-lost", {
    title: "Spans Lost",
    description:
      "Spans per second that were refused, could not be delivered, or whose trace left the memory before the decision. Good: 0; anything else for five minutes fires SpansLost.",
    unit: "suffix:spans/s",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        (0, expressions_1.lostSpans)("$__rate_interval"),
        "{{instance}}",
      ),
    ],
  });
}
function decisions() {
  return (0, dashboards_1.timeseries)("sampling-decisions", {
    title: "Sampling Decisions",
    description:
      "Traces per second by policy and decision. Good: errors and slow traces are all kept, of the others one in ten.",
    unit: "suffix:traces/s",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        "sum by (policy, sampled) (rate(otelcol_processor_tail_sampling_count_traces_sampled_total[$__rate_interval]))",
        "{{policy}} sampled={{sampled}}",
      ),
    ],
  });
}
function queue() {
  return (0, dashboards_1.timeseries)("export-queue", {
    title: "Export Queue",
    description:
      "Share of the collector's queue that waits for the trace store. Good: near 0; a full queue loses spans.",
    unit: "percentunit",
    min: 0,
    max: 1,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 0.8 }),
    queries: [
      (0, dashboards_1.query)(
        "max by (exporter) (otelcol_exporter_queue_size / otelcol_exporter_queue_capacity)",
        "{{exporter}}",
      ),
    ],
  });
}
//# sourceMappingURL=pipeline.js.map
