"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.operationalDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
const look_1 = require("./look");
const inUse = (0, dashboards_1.thresholds)("red", [1, "green"]);
exports.operationalDashboard = (0, dashboards_1.dashboard)({
  ...look_1.look,
  uid: "easy-flow-operational",
  title: "Easy Flow - Operational",
  description:
    "Whether customers get answers right now, how fast, and whether the hosts can carry the load. For whoever is on call.",
  tags: ["operational"],
  refresh: "10s",
  time: { from: "now-1h", to: "now" },
  variables: [look_1.serviceVariable],
  rows: [
    (0, dashboards_1.row)("Traffic and API status", [
      (0, dashboards_1.stat)("current-rps", {
        title: "Current RPS",
        description:
          "Requests per second to the chosen services. Good: follows the time of day; zero by day means that nobody reaches the API.",
        unit: "reqps",
        height: 8,
        queries: [
          (0, dashboards_1.query)(
            `sum(rate(response_time_seconds_count{${expressions_1.chosenServices}}[$__rate_interval]))`,
            "requests/s",
          ),
        ],
      }),
      (0, dashboards_1.stat)("api-status", {
        title: "API status",
        description:
          "What the health addresses say of API and database, read from outside. Good: UP everywhere; DOWN for a minute pages (EasyFlowApiDown).",
        unit: "none",
        height: 8,
        background: true,
        mappings: look_1.upOrDown,
        thresholds: inUse,
        queries: [
          (0, dashboards_1.query)(
            `probe_success{${expressions_1.health}}`,
            "{{instance}}",
          ),
        ],
      }),
      (0, dashboards_1.stateTimeline)("service-targets", {
        title: "Service targets",
        description:
          "Whether each service answers the monitoring. Good: UP all along; a short gap is a restart.",
        unit: "none",
        mappings: look_1.upOrDown,
        thresholds: inUse,
        queries: [
          (0, dashboards_1.query)(
            `up{${expressions_1.services}}`,
            "{{instance}}",
          ),
        ],
      }),
    ]),
    (0, dashboards_1.row)("Errors", [
      (0, dashboards_1.timeseries)("errors-by-type", {
        title: "Errors per second by type",
        description:
          "Where errors come from. Good: near zero; one colour that grows names service and kind of the fault.",
        unit: "ops",
        min: 0,
        stack: "normal",
        queries: [
          (0, dashboards_1.query)(
            `sum by (service, error_type) (rate(errors_total{${expressions_1.chosenServices}}[$__rate_interval]))`,
            "{{service}} {{error_type}}",
          ),
        ],
      }),
      (0, dashboards_1.timeseries)("error-share", {
        title: "Error share of traffic",
        description:
          "Errors per request of each service. Good: below 5 %; above it for two minutes HighErrorRate pages. A request can count several errors, so the axis ends at 100 % although the ratio need not.",
        unit: "percentunit",
        min: 0,
        max: 1,
        thresholds: (0, dashboards_1.highIsBad)({ critical: 0.05 }),
        queries: [
          (0, dashboards_1.query)(
            (0, expressions_1.errorShare)(
              expressions_1.chosenServices,
              "$__rate_interval",
            ),
            "{{service}}",
          ),
        ],
      }),
      (0, dashboards_1.logs)("error-log", {
        title: "Error log",
        description:
          "What the services wrote about their errors, newest first. Good: empty.",
        queries: [
          (0, dashboards_1.logQuery)(
            '{job="easy-flow"} | json | level=~"(?i)error|critical"',
          ),
        ],
      }),
    ]),
    (0, dashboards_1.row)("Latency", [
      (0, dashboards_1.timeseries)("response-time-p95", {
        title: "Response time p95 by service",
        description:
          "95 % of the answers were faster. Good: far below 10 s. The histogram ends there: a line at 10 s means 10 s or more.",
        unit: "s",
        min: 0,
        thresholds: (0, dashboards_1.highIsBad)({ warning: 10 }),
        queries: [
          (0, dashboards_1.query)(
            `histogram_quantile(0.95, sum by (le, service) (rate(response_time_seconds_bucket{${expressions_1.chosenServices}}[$__rate_interval])))`,
            "{{service}}",
          ),
        ],
      }),
      (0, dashboards_1.timeseries)("slow-share", {
        title: "Requests slower than 10 s",
        description:
          "What the percentile beside it cannot show. Good: zero; above 5 % for five minutes SlowResponseTime fires.",
        unit: "percentunit",
        min: 0,
        max: 1,
        thresholds: (0, dashboards_1.highIsBad)({ warning: 0.05 }),
        queries: [
          (0, dashboards_1.query)(
            (0, expressions_1.slowShare)(
              expressions_1.chosenServices,
              "$__rate_interval",
            ),
            "all services",
          ),
        ],
      }),
    ]),
    (0, dashboards_1.row)("Resources", [
      (0, dashboards_1.timeseries)("cpu", {
        title: "CPU usage",
        description:
          "Share of CPU in use on each host. Good: room left at the busiest hour; flat at 100 % explains slow answers.",
        width: "third",
        unit: "percent",
        min: 0,
        max: 100,
        queries: [
          (0, dashboards_1.query)(expressions_1.cpuPercent, "{{instance}}"),
        ],
      }),
      (0, dashboards_1.timeseries)("ram", {
        title: "RAM usage",
        description:
          "Share of memory that programs cannot get. Good: below 90 %; above it for five minutes EasyFlowMemoryHigh pages.",
        width: "third",
        unit: "percent",
        min: 0,
        max: 100,
        thresholds: (0, dashboards_1.highIsBad)({ critical: 90 }),
        queries: [
          (0, dashboards_1.query)(expressions_1.memoryPercent, "{{instance}}"),
        ],
      }),
      (0, dashboards_1.bargauge)("disk", {
        title: "Disk usage",
        description:
          "Share of each file system in use. Good: green; from 85 % for five minutes EasyFlowDiskUsageHigh pages.",
        width: "third",
        unit: "percent",
        min: 0,
        max: 100,
        thresholds: (0, dashboards_1.highIsBad)({ critical: 85 }),
        queries: [
          (0, dashboards_1.query)(
            expressions_1.diskPercent,
            "{{instance}} {{mountpoint}}",
          ),
        ],
      }),
    ]),
    (0, dashboards_1.row)("Sessions", [
      (0, dashboards_1.timeseries)("active-sessions", {
        title: "Active sessions",
        description:
          "Sessions open now, summed over all processes. Good: follows the traffic; growing without it means that sessions are not closed.",
        width: "full",
        unit: "short",
        min: 0,
        queries: [
          (0, dashboards_1.query)(
            `sum(active_sessions{${expressions_1.services}})`,
            "active sessions",
          ),
        ],
      }),
    ]),
  ],
});
//# sourceMappingURL=operational.js.map
