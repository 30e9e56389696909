"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.serviceMeshDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
const overview_1 = require("./overview");
const calls = "traces_service_graph_request";
const edge = "{{client}} → {{server}}";
exports.serviceMeshDashboard = (0, dashboards_1.dashboard)({
  uid: "service-mesh",
  title: "Service Mesh",
  description:
    "Which service an incident comes from: calls between services, failing traces, error logs, and the database, cache and hosts below them",
  system: "ecommerce",
  tags: ["mesh", "tracing"],
  rows: [
    (0, dashboards_1.row)([
      (0, dashboards_1.nodeGraph)("dependencies", {
        title: "Dependencies",
        description:
          "Who calls whom, from traces. Good: four services, their database and cache; rings all green.",
        queries: [(0, dashboards_1.serviceMap)(overview_1.shopServices)],
      }),
      (0, dashboards_1.timeseries)("calls-between-services", {
        title: "Calls between Services",
        description:
          "Calls per second along each edge of the map. Good: payment and inventory each get what the gateway gets.",
        width: "third",
        unit: "reqps",
        min: 0,
        queries: [
          (0, dashboards_1.query)(
            `sum by (client, server) (rate(${calls}_total[$__rate_interval]))`,
            edge,
          ),
        ],
      }),
      (0, dashboards_1.timeseries)("failed-calls-between-services", {
        title: "Failed Calls between Services",
        description:
          "Share of calls along each edge that fail. Good: at zero; the last edge that fails, seen from the frontend, leads to the cause.",
        width: "third",
        unit: "percentunit",
        min: 0,
        queries: [
          (0, dashboards_1.query)(
            `sum by (client, server) (rate(${calls}_failed_total[$__rate_interval])) / sum by (client, server) (rate(${calls}_total[$__rate_interval]))`,
            edge,
          ),
        ],
      }),
      (0, dashboards_1.timeseries)("latency-between-services", {
        title: "P95 Latency between Services",
        description:
          "Duration of calls along each edge as the called service sees it. Good: payment below 250 ms, inventory below 50 ms.",
        width: "third",
        unit: "s",
        min: 0,
        queries: [
          (0, dashboards_1.query)(
            `histogram_quantile(0.95, sum by (client, server, le) (rate(${calls}_server_seconds_bucket[$__rate_interval])))`,
            edge,
          ),
        ],
      }),
    ]),
    (0, dashboards_1.row)("What the services stand on", [
      (0, dashboards_1.stateTimeline)("targets", {
        title: "Targets",
        description:
          "Whether each target answers Prometheus. Good: green all along; a gap is a restart.",
        unit: "none",
        width: "full",
        mappings: {
          0: { text: "Down", color: "red" },
          1: { text: "Up", color: "green" },
        },
        queries: [(0, dashboards_1.query)("up", "{{job}} {{instance}}")],
      }),
      (0, dashboards_1.timeseries)("cpu", {
        title: "CPU",
        description:
          "CPU in use of each host. Good: below 80 %; above it for five minutes the infrastructure team is told.",
        width: "quarter",
        unit: "percent",
        min: 0,
        max: 100,
        queries: [
          (0, dashboards_1.query)(
            (0, expressions_1.cpuPercent)("$__rate_interval"),
            "{{instance}}",
          ),
        ],
      }),
      (0, dashboards_1.timeseries)("memory", {
        title: "Memory",
        description:
          "Memory in use of each host. Good: below 85 %; then the kernel starts to kill processes.",
        width: "quarter",
        unit: "percent",
        min: 0,
        max: 100,
        queries: [
          (0, dashboards_1.query)(expressions_1.memoryPercent, "{{instance}}"),
        ],
      }),
      (0, dashboards_1.timeseries)("database-connections", {
        title: "Database Connections",
        description:
          "Share of PostgreSQL's connections in use. Good: below 80 %; at 100 % payments and reservations fail.",
        width: "quarter",
        unit: "percentunit",
        min: 0,
        max: 1,
        queries: [
          (0, dashboards_1.query)(
            expressions_1.databaseConnections,
            "{{instance}}",
          ),
        ],
      }),
      (0, dashboards_1.timeseries)("redis-memory", {
        title: "Redis Memory",
        description:
          "Share of the memory that Redis may use; empty where it has no limit. Good: below 90 %; then it evicts keys.",
        width: "quarter",
        unit: "percentunit",
        min: 0,
        max: 1,
        queries: [
          (0, dashboards_1.query)(expressions_1.redisMemory, "{{instance}}"),
        ],
      }),
    ]),
    (0, dashboards_1.row)(
      "Traces and logs",
      [
        (0, dashboards_1.table)("failing-traces", {
          title: "Failing Traces",
          description:
            "Traces with an error in one of the services, the latest first. Good: empty.",
          unit: "none",
          queries: [
            (0, dashboards_1.traceql)(
              '{ status = error && resource.service.name =~ "frontend|api-gateway|payment-service|inventory-service" }',
              { limit: 50 },
            ),
          ],
        }),
        (0, dashboards_1.logs)("error-logs", {
          title: "Error Logs",
          description:
            "Lines that speak of errors; the trace id in a line opens its trace. Good: empty.",
          queries: [
            (0, dashboards_1.logQuery)(
              '{service=~"frontend|api-gateway|payment-service|inventory-service"} |~ "(?i)error|exception"',
            ),
          ],
        }),
      ],
      { collapsed: true },
    ),
  ],
});
//# sourceMappingURL=service-mesh.js.map
