"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.logAnalysisDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const log_streams_1 = require("./log-streams");
const logs_overview_1 = require("./logs-overview");
exports.logAnalysisDashboard = (0, dashboards_1.dashboard)({
  uid: "logs",
  title: "Log Analysis",
  description:
    "What the logs say about errors, durations and silent containers, for whoever follows an alert on logs",
  system: "logging-and-tracing",
  tags: ["logs", "loki"],
  refresh: "30s",
  variables: log_streams_1.logVariables,
  rows: [
    (0, dashboards_1.row)([
      logVolume(),
      errorsByContainer(),
      topErrorMessages(),
      responseTimes(),
      serviceHealth(),
    ]),
    (0, dashboards_1.row)("Response times", [
      responseTimeQuantiles(),
      errorsInAll(),
    ]),
    (0, dashboards_1.row)("Lines", [logsTable()]),
  ],
});
function logVolume() {
  return (0, dashboards_1.timeseries)("log-volume", {
    title: "Log volume over time",
    description:
      "Lines of the applications per second, by level. Good: follows the traffic; a step upwards without traffic is a loop.",
    unit: "suffix:logs/s",
    min: 0,
    drawStyle: "bars",
    stack: "normal",
    queries: [
      (0, dashboards_1.logQuery)(log_streams_1.linesByLevel, "{{level}}"),
    ],
    overrides: logs_overview_1.levelColors,
  });
}
function errorsByContainer() {
  return (0, dashboards_1.timeseries)("container-errors", {
    title: "Errors by Container",
    description:
      "Lines with ERROR per second, over five minutes, as LogHighErrorRate sees them. Good: below 1.",
    unit: "suffix:logs/s",
    min: 0,
    queries: [
      (0, dashboards_1.logQuery)(
        log_streams_1.containerErrors,
        "{{container}}",
      ),
    ],
  });
}
function topErrorMessages() {
  return (0, dashboards_1.barchart)("top-error-messages", {
    title: "Top error messages",
    description:
      "The ten messages that were logged most as errors in five minutes. The message is read from the line and is no label of the stream. Good: short bars; one long bar is one cause.",
    width: "half",
    unit: "short",
    min: 0,
    orientation: "horizontal",
    xField: "message",
    legend: "hidden",
    queries: [
      (0, dashboards_1.logQuery)(
        `topk(10, sum by (message) (count_over_time({${log_streams_1.applications}, level=~"(?i)error"} | json message="message" | __error__="" [5m])))`,
        "{{message}}",
        { mode: "instant" },
      ),
    ],
    transformations: [
      (0, dashboards_1.labelsToFields)(),
      (0, dashboards_1.merge)(),
      (0, dashboards_1.organize)({ hide: ["Time"] }),
    ],
  });
}
function responseTimes() {
  return (0, dashboards_1.gauge)("response-times", {
    title: "Response time distribution",
    description:
      "The time within which 95 % of the requests of each service ended, from their log lines of the last five minutes. Good: below a second.",
    height: 8,
    unit: "ms",
    min: 0,
    max: 5000,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 1000, critical: 2000 }),
    queries: [
      (0, dashboards_1.logQuery)(
        (0, log_streams_1.durationQuantile)(0.95, "service", "5m"),
        "{{service}}",
      ),
    ],
  });
}
function serviceHealth() {
  return (0, dashboards_1.stat)("service-health", {
    title: "Service health",
    description:
      "Lines of each container in five minutes; 0 in red is one that wrote within the last hour and is silent now. Good: no 0. Whether it is up, its scrape tells better.",
    height: 8,
    unit: "suffix: lines",
    decimals: 0,
    sparkline: false,
    noValue: "no logs",
    thresholds: (0, dashboards_1.thresholds)("red", [1, "green"]),
    queries: [
      (0, dashboards_1.logQuery)(
        `sum by (container) (count_over_time({${log_streams_1.containers}}[5m])) or sum by (container) (count_over_time({${log_streams_1.containers}}[1h])) * 0`,
        "{{container}}",
      ),
    ],
  });
}
function responseTimeQuantiles() {
  return (0, dashboards_1.timeseries)("response-time-quantiles", {
    title: "Response Time Quantiles",
    description:
      "Half, 95 % and 99 % of the requests ended within these times. Good: the three lie close together below a second; a gap between them is a slow path.",
    unit: "ms",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 1000 }),
    queries: [0.5, 0.95, 0.99].map((quantile) =>
      (0, dashboards_1.logQuery)(
        (0, log_streams_1.durationQuantile)(quantile, "job", "$__auto"),
        `p${quantile * 100}`,
      ),
    ),
  });
}
function errorsInAll() {
  return (0, dashboards_1.timeseries)("all-errors", {
    title: "Errors in All Containers",
    description:
      "Lines with ERROR per second, over five minutes, as LogHighErrorRateTotal sees them. Good: below 10.",
    unit: "suffix:logs/s",
    min: 0,
    queries: [(0, dashboards_1.logQuery)(log_streams_1.allErrors, "errors")],
  });
}
function logsTable() {
  return (0, dashboards_1.logs)("lines", {
    title: "Logs table",
    description:
      "Lines of the chosen containers, levels and words, the latest first. Good: what is expected of them.",
    height: 14,
    queries: [
      (0, dashboards_1.logQuery)(
        `{${log_streams_1.containers}, container=~"$container", level=~"$level"} |= \`$search\``,
      ),
    ],
  });
}
//# sourceMappingURL=log-analysis.js.map
