"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.logsOverviewDashboard = exports.levelColors = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const log_streams_1 = require("./log-streams");
/** The colours of the levels, wherever lines are told apart by them. */
exports.levelColors = [
  (0, dashboards_1.byName)("DEBUG", { color: "blue" }),
  (0, dashboards_1.byName)("INFO", { color: "green" }),
  (0, dashboards_1.byName)("WARN", { color: "orange" }),
  (0, dashboards_1.byName)("ERROR", { color: "red" }),
];
exports.logsOverviewDashboard = (0, dashboards_1.dashboard)({
  uid: "logs-overview",
  title: "Logs Overview",
  description:
    "Who writes how much, what the errors are and which requests were slow, for whoever starts looking",
  system: "logging-and-tracing",
  tags: ["logs", "loki"],
  refresh: "30s",
  variables: log_streams_1.logVariables,
  rows: [
    (0, dashboards_1.row)([
      (0, dashboards_1.timeseries)("logs-by-level", {
        title: "Total number of logs by level",
        description:
          "Lines of the applications per second. Good: mostly INFO, errors a thin line at the bottom; nothing at all means that logs do not arrive.",
        unit: "suffix:logs/s",
        min: 0,
        stack: "normal",
        queries: [
          (0, dashboards_1.logQuery)(log_streams_1.linesByLevel, "{{level}}"),
        ],
        overrides: exports.levelColors,
      }),
      (0, dashboards_1.bargauge)("top-services", {
        title: "Top services by number of logs",
        description:
          "The five containers that write most, over five minutes. Good: the same ones as yesterday; a newcomer on top is stuck in a loop or has its debug level on.",
        unit: "suffix:logs/s",
        min: 0,
        queries: [
          (0, dashboards_1.logQuery)(
            `topk(5, sum by (container) (rate({${log_streams_1.containers}}[5m])))`,
            "{{container}}",
          ),
        ],
      }),
    ]),
    (0, dashboards_1.row)("Lines", [
      (0, dashboards_1.logs)("error-lines", {
        title: "Logs with errors",
        description:
          "Lines of the applications that say ERROR; the trace id in a line opens its trace. Good: few, and none that repeats.",
        queries: [
          (0, dashboards_1.logQuery)(
            `{${log_streams_1.applications}} |= "ERROR" |= \`$search\``,
          ),
        ],
      }),
      (0, dashboards_1.logs)("slow-lines", {
        title: "Slow requests (duration > 1000 ms)",
        description:
          "Lines of requests that took more than a second, the limit that alerts and traces use too. Good: empty.",
        queries: [(0, dashboards_1.logQuery)(log_streams_1.slowRequests)],
      }),
      (0, dashboards_1.logs)("service-lines", {
        title: "Logs of one service",
        description:
          "Everything that the chosen containers wrote. Good: lines at all; silence is a container that hangs or an agent that lost it.",
        queries: [
          (0, dashboards_1.logQuery)(
            `{${log_streams_1.containers}, container=~"$container", level=~"$level"} |= \`$search\``,
          ),
        ],
      }),
    ]),
  ],
});
//# sourceMappingURL=logs-overview.js.map
