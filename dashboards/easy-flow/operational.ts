import {
  bargauge,
  dashboard,
  highIsBad,
  logQuery,
  logs,
  query,
  row,
  stat,
  stateTimeline,
  thresholds,
  timeseries,
} from "monitoring-as-code/dashboards";
import {
  chosenServices,
  cpuPercent,
  diskPercent,
  errorShare,
  health,
  memoryPercent,
  services,
  slowShare,
} from "./expressions";
import { look, serviceVariable, upOrDown } from "./look";

const inUse = thresholds("red", [1, "green"]);

export const operationalDashboard = dashboard({
  ...look,
  uid: "easy-flow-operational",
  title: "Easy Flow - Operational",
  description:
    "Whether customers get answers right now, how fast, and whether the hosts can carry the load. For whoever is on call.",
  tags: ["operational"],
  refresh: "10s",
  time: { from: "now-1h", to: "now" },
  variables: [serviceVariable],
  rows: [
    row("Traffic and API status", [
      stat("current-rps", {
        title: "Current RPS",
        description:
          "Requests per second to the chosen services. Good: follows the time of day; zero by day means that nobody reaches the API.",
        unit: "reqps",
        height: 8,
        queries: [
          query(
            `sum(rate(response_time_seconds_count{${chosenServices}}[$__rate_interval]))`,
            "requests/s",
          ),
        ],
      }),
      stat("api-status", {
        title: "API status",
        description:
          "What the health addresses say of API and database, read from outside. Good: UP everywhere; DOWN for a minute pages (EasyFlowApiDown).",
        unit: "none",
        height: 8,
        background: true,
        mappings: upOrDown,
        thresholds: inUse,
        queries: [query(`probe_success{${health}}`, "{{instance}}")],
      }),
      stateTimeline("service-targets", {
        title: "Service targets",
        description:
          "Whether each service answers the monitoring. Good: UP all along; a short gap is a restart.",
        unit: "none",
        mappings: upOrDown,
        thresholds: inUse,
        queries: [query(`up{${services}}`, "{{instance}}")],
      }),
    ]),
    row("Errors", [
      timeseries("errors-by-type", {
        title: "Errors per second by type",
        description:
          "Where errors come from. Good: near zero; one colour that grows names service and kind of the fault.",
        unit: "ops",
        min: 0,
        stack: "normal",
        queries: [
          query(
            `sum by (service, error_type) (rate(errors_total{${chosenServices}}[$__rate_interval]))`,
            "{{service}} {{error_type}}",
          ),
        ],
      }),
      timeseries("error-share", {
        title: "Error share of traffic",
        description:
          "Errors per request of each service. Good: below 5 %; above it for two minutes HighErrorRate pages. A request can count several errors, so the axis ends at 100 % although the ratio need not.",
        unit: "percentunit",
        min: 0,
        max: 1,
        thresholds: highIsBad({ critical: 0.05 }),
        queries: [
          query(errorShare(chosenServices, "$__rate_interval"), "{{service}}"),
        ],
      }),
      logs("error-log", {
        title: "Error log",
        description:
          "What the services wrote about their errors, newest first. Good: empty.",
        queries: [
          logQuery('{job="easy-flow"} | json | level=~"(?i)error|critical"'),
        ],
      }),
    ]),
    row("Latency", [
      timeseries("response-time-p95", {
        title: "Response time p95 by service",
        description:
          "95 % of the answers were faster. Good: far below 10 s. The histogram ends there: a line at 10 s means 10 s or more.",
        unit: "s",
        min: 0,
        thresholds: highIsBad({ warning: 10 }),
        queries: [
          query(
            `histogram_quantile(0.95, sum by (le, service) (rate(response_time_seconds_bucket{${chosenServices}}[$__rate_interval])))`,
            "{{service}}",
          ),
        ],
      }),
      timeseries("slow-share", {
        title: "Requests slower than 10 s",
        description:
          "What the percentile beside it cannot show. Good: zero; above 5 % for five minutes SlowResponseTime fires.",
        unit: "percentunit",
        min: 0,
        max: 1,
        thresholds: highIsBad({ warning: 0.05 }),
        queries: [
          query(slowShare(chosenServices, "$__rate_interval"), "all services"),
        ],
      }),
    ]),
    row("Resources", [
      timeseries("cpu", {
        title: "CPU usage",
        description:
          "Share of CPU in use on each host. Good: room left at the busiest hour; flat at 100 % explains slow answers.",
        width: "third",
        unit: "percent",
        min: 0,
        max: 100,
        queries: [query(cpuPercent, "{{instance}}")],
      }),
      timeseries("ram", {
        title: "RAM usage",
        description:
          "Share of memory that programs cannot get. Good: below 90 %; above it for five minutes EasyFlowMemoryHigh pages.",
        width: "third",
        unit: "percent",
        min: 0,
        max: 100,
        thresholds: highIsBad({ critical: 90 }),
        queries: [query(memoryPercent, "{{instance}}")],
      }),
      bargauge("disk", {
        title: "Disk usage",
        description:
          "Share of each file system in use. Good: green; from 85 % for five minutes EasyFlowDiskUsageHigh pages.",
        width: "third",
        unit: "percent",
        min: 0,
        max: 100,
        thresholds: highIsBad({ critical: 85 }),
        queries: [query(diskPercent, "{{instance}} {{mountpoint}}")],
      }),
    ]),
    row("Sessions", [
      timeseries("active-sessions", {
        title: "Active sessions",
        description:
          "Sessions open now, summed over all processes. Good: follows the traffic; growing without it means that sessions are not closed.",
        width: "full",
        unit: "short",
        min: 0,
        queries: [
          query(`sum(active_sessions{${services}})`, "active sessions"),
        ],
      }),
    ]),
  ],
});
