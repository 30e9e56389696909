import {
  dashboard,
  logQuery,
  logs,
  query,
  row,
  statusHistory,
  timeseries,
} from "monitoring-as-code/dashboards";

export const targetsDashboard = dashboard({
  uid: "platform-targets",
  title: "Targets",
  description: "Whether every target of every system answers.",
  system: "platform",
  refresh: "1m",
  rows: [
    row([
      timeseries("answering", {
        title: "Targets that answer",
        description: "By system. Good: flat lines.",
        unit: "short",
        min: 0,
        queries: [query("sum by (system) (up)", "{{system}}")],
      }),
      statusHistory("history", {
        title: "History",
        description: "Targets over time. Good: all of them answer.",
        unit: "short",
        queries: [query("up", "{{job}} {{instance}}")],
      }),
    ]),
    row("Logs", [
      logs("errors", {
        title: "Errors",
        description: "Lines of Prometheus that say error. Good: none.",
        queries: [logQuery('{job="prometheus"} |= "error"')],
      }),
    ]),
  ],
});
