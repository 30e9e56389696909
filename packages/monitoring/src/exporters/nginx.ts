import type { Exporter } from "../model/metric";

const byRoute = ["server", "location", "method", "status"] as const;

/**
 * Nginx as a gateway: connections from `stub_status`, requests by route from its access log. Plain `stub_status` counts
 * requests without labels and knows no durations, so the requests come from an exporter that reads the log, or from
 * counters kept in the server itself.
 */
export const nginxExporter: Exporter = {
  id: "nginx",
  title: "Nginx exporter",
  metrics: [
    {
      name: "nginx_up",
      type: "gauge",
      unit: "bool",
      labels: [],
      help: "Whether the exporter reached Nginx on its last scrape",
    },
    {
      name: "nginx_connections_accepted",
      type: "counter",
      unit: "connections",
      labels: [],
      help: "Client connections accepted",
    },
    {
      name: "nginx_connections_handled",
      type: "counter",
      unit: "connections",
      labels: [],
      help: "Client connections handled; falls behind the accepted ones when a limit is reached",
    },
    {
      name: "nginx_connections_active",
      type: "gauge",
      unit: "connections",
      labels: [],
      help: "Open client connections: reading, writing and waiting together",
    },
    {
      name: "nginx_connections_reading",
      type: "gauge",
      unit: "connections",
      labels: [],
      help: "Connections on which the request header is being read",
    },
    {
      name: "nginx_connections_writing",
      type: "gauge",
      unit: "connections",
      labels: [],
      help: "Connections on which the response is being written",
    },
    {
      name: "nginx_connections_waiting",
      type: "gauge",
      unit: "connections",
      labels: [],
      help: "Idle keep-alive connections",
    },
    {
      name: "nginx_http_requests_total",
      type: "counter",
      unit: "requests",
      labels: byRoute,
      help: "Requests answered by the gateway",
    },
    {
      name: "nginx_http_request_duration_seconds",
      type: "histogram",
      unit: "seconds",
      labels: ["server", "location"],
      help: "Time from the first byte of a request to the last byte of its response",
    },
  ],
};
