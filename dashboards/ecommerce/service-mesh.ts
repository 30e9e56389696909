import {
  dashboard,
  logQuery,
  logs,
  nodeGraph,
  query,
  row,
  serviceMap,
  stateTimeline,
  table,
  timeseries,
  traceql,
} from "monitoring-as-code/dashboards";
import {
  cpuPercent,
  databaseConnections,
  memoryPercent,
  redisMemory,
} from "./expressions";
import { shopServices } from "./overview";

const calls = "traces_service_graph_request";
const edge = "{{client}} → {{server}}";

export const serviceMeshDashboard = dashboard({
  uid: "service-mesh",
  title: "Service Mesh",
  description:
    "Which service an incident comes from: calls between services, failing traces, error logs, and the database, cache and hosts below them",
  system: "ecommerce",
  tags: ["mesh", "tracing"],
  rows: [
    row([
      nodeGraph("dependencies", {
        title: "Dependencies",
        description:
          "Who calls whom, from traces. Good: four services, their database and cache; rings all green.",
        queries: [serviceMap(shopServices)],
      }),
      timeseries("calls-between-services", {
        title: "Calls between Services",
        description:
          "Calls per second along each edge of the map. Good: payment and inventory each get what the gateway gets.",
        width: "third",
        unit: "reqps",
        min: 0,
        queries: [
          query(
            `sum by (client, server) (rate(${calls}_total[$__rate_interval]))`,
            edge,
          ),
        ],
      }),
      timeseries("failed-calls-between-services", {
        title: "Failed Calls between Services",
        description:
          "Share of calls along each edge that fail. Good: at zero; the last edge that fails, seen from the frontend, leads to the cause.",
        width: "third",
        unit: "percentunit",
        min: 0,
        queries: [
          query(
            `sum by (client, server) (rate(${calls}_failed_total[$__rate_interval])) / sum by (client, server) (rate(${calls}_total[$__rate_interval]))`,
            edge,
          ),
        ],
      }),
      timeseries("latency-between-services", {
        title: "P95 Latency between Services",
        description:
          "Duration of calls along each edge as the called service sees it. Good: payment below 250 ms, inventory below 50 ms.",
        width: "third",
        unit: "s",
        min: 0,
        queries: [
          query(
            `histogram_quantile(0.95, sum by (client, server, le) (rate(${calls}_server_seconds_bucket[$__rate_interval])))`,
            edge,
          ),
        ],
      }),
    ]),
    row("What the services stand on", [
      stateTimeline("targets", {
        title: "Targets",
        description:
          "Whether each target answers Prometheus. Good: green all along; a gap is a restart.",
        unit: "none",
        width: "full",
        mappings: {
          0: { text: "Down", color: "red" },
          1: { text: "Up", color: "green" },
        },
        queries: [query("up", "{{job}} {{instance}}")],
      }),
      timeseries("cpu", {
        title: "CPU",
        description:
          "CPU in use of each host. Good: below 80 %; above it for five minutes the infrastructure team is told.",
        width: "quarter",
        unit: "percent",
        min: 0,
        max: 100,
        queries: [query(cpuPercent("$__rate_interval"), "{{instance}}")],
      }),
      timeseries("memory", {
        title: "Memory",
        description:
          "Memory in use of each host. Good: below 85 %; then the kernel starts to kill processes.",
        width: "quarter",
        unit: "percent",
        min: 0,
        max: 100,
        queries: [query(memoryPercent, "{{instance}}")],
      }),
      timeseries("database-connections", {
        title: "Database Connections",
        description:
          "Share of PostgreSQL's connections in use. Good: below 80 %; at 100 % payments and reservations fail.",
        width: "quarter",
        unit: "percentunit",
        min: 0,
        max: 1,
        queries: [query(databaseConnections, "{{instance}} {{server}}")],
      }),
      timeseries("redis-memory", {
        title: "Redis Memory",
        description:
          "Share of the memory that Redis may use; empty where it has no limit. Good: below 90 %; then it evicts keys.",
        width: "quarter",
        unit: "percentunit",
        min: 0,
        max: 1,
        queries: [query(redisMemory, "{{instance}}")],
      }),
    ]),
    row(
      "Traces and logs",
      [
        table("failing-traces", {
          title: "Failing Traces",
          description:
            "Traces with an error in one of the services, the latest first. Good: empty.",
          unit: "none",
          queries: [
            traceql(
              '{ status = error && resource.service.name =~ "frontend|api-gateway|payment-service|inventory-service" }',
              { limit: 50 },
            ),
          ],
        }),
        logs("error-logs", {
          title: "Error Logs",
          description:
            "Lines that speak of errors; the trace id in a line opens its trace. Good: empty.",
          queries: [
            logQuery(
              '{service=~"frontend|api-gateway|payment-service|inventory-service"} |~ "(?i)error|exception"',
            ),
          ],
        }),
      ],
      { collapsed: true },
    ),
  ],
});
