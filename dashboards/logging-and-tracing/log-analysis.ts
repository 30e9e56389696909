import {
  barchart,
  dashboard,
  gauge,
  highIsBad,
  labelsToFields,
  logQuery,
  logs,
  merge,
  organize,
  row,
  stat,
  thresholds,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import {
  allErrors,
  applications,
  containerErrors,
  containers,
  durationQuantile,
  linesByLevel,
  logVariables,
} from "./log-streams";
import { levelColors } from "./logs-overview";

export const logAnalysisDashboard = dashboard({
  uid: "logs",
  title: "Log Analysis",
  description:
    "What the logs say about errors, durations and silent containers, for whoever follows an alert on logs",
  system: "logging-and-tracing",
  tags: ["logs", "loki"],
  refresh: "30s",
  variables: logVariables,
  rows: [
    row([
      logVolume(),
      errorsByContainer(),
      topErrorMessages(),
      responseTimes(),
      serviceHealth(),
    ]),
    row("Response times", [responseTimeQuantiles(), errorsInAll()]),
    row("Lines", [logsTable()]),
  ],
});

function logVolume(): Panel {
  return timeseries("log-volume", {
    title: "Log volume over time",
    description:
      "Lines of the applications per second, by level. Good: follows the traffic; a step upwards without traffic is a loop.",
    unit: "suffix:logs/s",
    min: 0,
    drawStyle: "bars",
    stack: "normal",
    queries: [logQuery(linesByLevel, "{{level}}")],
    overrides: levelColors,
  });
}

function errorsByContainer(): Panel {
  return timeseries("container-errors", {
    title: "Errors by Container",
    description:
      "Lines with ERROR per second, over five minutes, as LogHighErrorRate sees them. Good: below 1.",
    unit: "suffix:logs/s",
    min: 0,
    queries: [logQuery(containerErrors, "{{container}}")],
  });
}

function topErrorMessages(): Panel {
  return barchart("top-error-messages", {
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
      logQuery(
        `topk(10, sum by (message) (count_over_time({${applications}, level=~"(?i)error"} | json message="message" | __error__="" [5m])))`,
        "{{message}}",
        { mode: "instant" },
      ),
    ],
    transformations: [labelsToFields(), merge(), organize({ hide: ["Time"] })],
  });
}

function responseTimes(): Panel {
  return gauge("response-times", {
    title: "Response time distribution",
    description:
      "The time within which 95 % of the requests of each service ended, from their log lines of the last five minutes. Good: below a second.",
    height: 8,
    unit: "ms",
    min: 0,
    max: 5000,
    thresholds: highIsBad({ warning: 1000, critical: 2000 }),
    queries: [logQuery(durationQuantile(0.95, "service", "5m"), "{{service}}")],
  });
}

function serviceHealth(): Panel {
  return stat("service-health", {
    title: "Service health",
    description:
      "Lines of each container in five minutes; 0 in red is one that wrote within the last hour and is silent now. Good: no 0. Whether it is up, its scrape tells better.",
    height: 8,
    unit: "suffix: lines",
    decimals: 0,
    sparkline: false,
    noValue: "no logs",
    thresholds: thresholds("red", [1, "green"]),
    queries: [
      logQuery(
        `sum by (container) (count_over_time({${containers}}[5m])) or sum by (container) (count_over_time({${containers}}[1h])) * 0`,
        "{{container}}",
      ),
    ],
  });
}

function responseTimeQuantiles(): Panel {
  return timeseries("response-time-quantiles", {
    title: "Response Time Quantiles",
    description:
      "Half, 95 % and 99 % of the requests ended within these times. Good: the three lie close together below a second; a gap between them is a slow path.",
    unit: "ms",
    min: 0,
    thresholds: highIsBad({ warning: 1000 }),
    queries: [0.5, 0.95, 0.99].map((quantile) =>
      logQuery(
        durationQuantile(quantile, "job", "$__auto"),
        `p${quantile * 100}`,
      ),
    ),
  });
}

function errorsInAll(): Panel {
  return timeseries("all-errors", {
    title: "Errors in All Containers",
    description:
      "Lines with ERROR per second, over five minutes, as LogHighErrorRateTotal sees them. Good: below 10.",
    unit: "suffix:logs/s",
    min: 0,
    queries: [logQuery(allErrors, "errors")],
  });
}

function logsTable(): Panel {
  return logs("lines", {
    title: "Logs table",
    description:
      "Lines of the chosen containers, levels and words, the latest first. Good: what is expected of them.",
    height: 14,
    queries: [
      logQuery(
        `{${containers}, container=~"$container", level=~"$level"} |= \`$search\``,
      ),
    ],
  });
}
