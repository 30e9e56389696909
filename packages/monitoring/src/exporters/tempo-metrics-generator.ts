import type { Exporter } from "../model/metric";
import { counter, histogram } from "./metric-entries";

const edge = ["client", "server", "connection_type"];
const span = ["service", "span_name", "span_kind", "status_code"];
const seconds = [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8];

/**
 * What Tempo's metrics generator makes of spans and writes to Prometheus. The resource attribute `system` must be one of
 * its dimensions, as every series carries that label.
 */
export const tempoMetricsGenerator: Exporter = {
  id: "tempo-metrics-generator",
  title: "Tempo metrics generator",
  metrics: [
    counter(
      "traces_service_graph_request_total",
      "requests",
      "Calls from one service to another",
      edge,
    ),
    counter(
      "traces_service_graph_request_failed_total",
      "requests",
      "Calls from one service to another that failed",
      edge,
    ),
    histogram(
      "traces_service_graph_request_server_seconds",
      "seconds",
      "Duration of calls as the server sees it",
      edge,
      seconds,
    ),
    histogram(
      "traces_service_graph_request_client_seconds",
      "seconds",
      "Duration of calls as the client sees it",
      edge,
      seconds,
    ),
    counter(
      "traces_service_graph_unpaired_spans_total",
      "spans",
      "Calls of which one side is missing",
      ["client", "server"],
    ),
    counter(
      "traces_service_graph_dropped_spans_total",
      "spans",
      "Spans left out of the graph",
      ["client", "server"],
    ),
    counter(
      "traces_spanmetrics_calls_total",
      "spans",
      "Spans by service and name",
      span,
    ),
    counter(
      "traces_spanmetrics_size_total",
      "bytes",
      "Size of spans by service and name",
      span,
    ),
    histogram(
      "traces_spanmetrics_latency",
      "seconds",
      "Duration of spans by service and name",
      span,
      [
        0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.256, 0.512, 1.024,
        2.048, 4.096, 8.192, 16.384,
      ],
    ),
  ],
};
