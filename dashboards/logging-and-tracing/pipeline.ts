import {
  dashboard,
  highIsBad,
  query,
  row,
  stateTimeline,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import { droppedLines, lostSpans } from "./expressions";

export const pipelineDashboard = dashboard({
  uid: "log-trace-pipeline",
  title: "Log and Trace Pipeline",
  description:
    "Whether log lines and spans arrive complete, from the agents to the stores",
  system: "logging-and-tracing",
  tags: ["logs", "tracing"],
  refresh: "30s",
  rows: [
    row([targets()]),
    row("Logs", [lines(), dropped(), refused(), lokiLatency()]),
    row("Traces", [spans(), lost(), decisions(), queue()]),
  ],
});

function targets(): Panel {
  return stateTimeline("targets", {
    title: "Targets",
    description: "Whether each part answers its scrape. Good: green.",
    width: "full",
    unit: "none",
    mappings: {
      0: { text: "Down", color: "red" },
      1: { text: "Up", color: "green" },
    },
    queries: [query("up", "{{job}} {{instance}}")],
  });
}

function lines(): Panel {
  return timeseries("lines", {
    title: "Log Lines",
    description:
      "Lines per second that the agent sent and that Loki received. Good: both lines lie on each other.",
    unit: "suffix:logs/s",
    min: 0,
    queries: [
      query("sum(rate(promtail_sent_entries_total[$__rate_interval]))", "sent"),
      query(
        "sum(rate(loki_distributor_lines_received_total[$__rate_interval]))",
        "received",
      ),
    ],
  });
}

function dropped(): Panel {
  return timeseries("lines-dropped", {
    title: "Log Lines Dropped by the Agent",
    description:
      "Lines per second that were given up after all retries, by reason. Good: 0; anything else for five minutes fires LogLinesDropped.",
    unit: "suffix:logs/s",
    min: 0,
    queries: [
      query(droppedLines("$__rate_interval"), "{{instance}} {{reason}}"),
    ],
  });
}

function refused(): Panel {
  return timeseries("lines-refused", {
    title: "Log Lines Refused by Loki",
    description:
      "Lines per second that Loki discarded, by reason: rate_limited, line_too_long, out_of_order and others. Good: 0.",
    unit: "suffix:logs/s",
    min: 0,
    queries: [
      query(
        "sum by (reason) (rate(loki_discarded_samples_total[$__rate_interval]))",
        "{{reason}}",
      ),
    ],
  });
}

function lokiLatency(): Panel {
  return timeseries("loki-latency", {
    title: "Loki P99 Latency by Route",
    description:
      "99 % of the requests to Loki were faster. Good: pushes below a second, queries below ten.",
    unit: "s",
    min: 0,
    thresholds: highIsBad({ warning: 10 }),
    queries: [
      query(
        "histogram_quantile(0.99, sum by (le, route) (rate(loki_request_duration_seconds_bucket[$__rate_interval])))",
        "{{route}}",
      ),
    ],
  });
}

function spans(): Panel {
  return timeseries("spans", {
    title: "Spans",
    description:
      "Spans per second that the collector took and delivered. Good: the second is a constant share of the first, which sampling decides.",
    unit: "suffix:spans/s",
    min: 0,
    queries: [
      query(
        "sum(rate(otelcol_receiver_accepted_spans_total[$__rate_interval]))",
        "accepted",
      ),
      query(
        "sum by (exporter) (rate(otelcol_exporter_sent_spans_total[$__rate_interval]))",
        "delivered to {{exporter}}",
      ),
    ],
  });
}

function lost(): Panel {
  return timeseries("spans-lost", {
    title: "Spans Lost",
    description:
      "Spans per second that were refused, could not be delivered, or whose trace left the memory before the decision. Good: 0; anything else for five minutes fires SpansLost.",
    unit: "suffix:spans/s",
    min: 0,
    queries: [query(lostSpans("$__rate_interval"), "{{instance}}")],
  });
}

function decisions(): Panel {
  return timeseries("sampling-decisions", {
    title: "Sampling Decisions",
    description:
      "Traces per second by policy and decision. Good: errors and slow traces are all kept, of the others one in ten.",
    unit: "suffix:traces/s",
    min: 0,
    queries: [
      query(
        "sum by (policy, sampled) (rate(otelcol_processor_tail_sampling_count_traces_sampled_total[$__rate_interval]))",
        "{{policy}} sampled={{sampled}}",
      ),
    ],
  });
}

function queue(): Panel {
  return timeseries("export-queue", {
    title: "Export Queue",
    description:
      "Share of the collector's queue that waits for the trace store. Good: near 0; a full queue loses spans.",
    unit: "percentunit",
    min: 0,
    max: 1,
    thresholds: highIsBad({ warning: 0.8 }),
    queries: [
      query(
        "max by (exporter) (otelcol_exporter_queue_size / otelcol_exporter_queue_capacity)",
        "{{exporter}}",
      ),
    ],
  });
}
