import {
  bargauge,
  byName,
  dashboard,
  logQuery,
  logs,
  row,
  timeseries,
} from "monitoring-as-code/dashboards";
import {
  applications,
  containers,
  linesByLevel,
  logVariables,
  slowRequests,
} from "./log-streams";

/** The colours of the levels, wherever lines are told apart by them. */
export const levelColors = [
  byName("DEBUG", { color: "blue" }),
  byName("INFO", { color: "green" }),
  byName("WARN", { color: "orange" }),
  byName("ERROR", { color: "red" }),
];

export const logsOverviewDashboard = dashboard({
  uid: "logs-overview",
  title: "Logs Overview",
  description:
    "Who writes how much, what the errors are and which requests were slow, for whoever starts looking",
  system: "logging-and-tracing",
  tags: ["logs", "loki"],
  refresh: "30s",
  variables: logVariables,
  rows: [
    row([
      timeseries("logs-by-level", {
        title: "Total number of logs by level",
        description:
          "Lines of the applications per second. Good: mostly INFO, errors a thin line at the bottom; nothing at all means that logs do not arrive.",
        unit: "suffix:logs/s",
        min: 0,
        stack: "normal",
        queries: [logQuery(linesByLevel, "{{level}}")],
        overrides: levelColors,
      }),
      bargauge("top-services", {
        title: "Top services by number of logs",
        description:
          "The five containers that write most, over five minutes. Good: the same ones as yesterday; a newcomer on top is stuck in a loop or has its debug level on.",
        unit: "suffix:logs/s",
        min: 0,
        queries: [
          logQuery(
            `topk(5, sum by (container) (rate({${containers}}[5m])))`,
            "{{container}}",
          ),
        ],
      }),
    ]),
    row("Lines", [
      logs("error-lines", {
        title: "Logs with errors",
        description:
          "Lines of the applications that say ERROR; the trace id in a line opens its trace. Good: few, and none that repeats.",
        queries: [logQuery(`{${applications}} |= "ERROR" |= \`$search\``)],
      }),
      logs("slow-lines", {
        title: "Slow requests (duration > 1000 ms)",
        description:
          "Lines of requests that took more than a second, the limit that alerts and traces use too. Good: empty.",
        queries: [logQuery(slowRequests)],
      }),
      logs("service-lines", {
        title: "Logs of one service",
        description:
          "Everything that the chosen containers wrote. Good: lines at all; silence is a container that hangs or an agent that lost it.",
        queries: [
          logQuery(
            `{${containers}, container=~"$container", level=~"$level"} |= \`$search\``,
          ),
        ],
      }),
    ]),
  ],
});
