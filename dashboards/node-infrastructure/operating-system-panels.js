"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.utilization = utilization;
exports.saturation = saturation;
exports.errors = errors;
exports.uptime = uptime;
const dashboards_1 = require("monitoring-as-code/dashboards");
const host_expressions_1 = require("./host-expressions");
/** Utilization of a host: average busy time of CPU and share of memory. */
function utilization(selector) {
  return (0, dashboards_1.timeseries)("utilization", {
    title: "Utilization",
    description:
      "How much of CPU and memory is in use, as recorded every 30 seconds. Good leaves a fifth.",
    width: "third",
    unit: "percentunit",
    min: 0,
    max: 1,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 0.8 }),
    queries: [
      (0, dashboards_1.query)(
        `instance:node_cpu_utilization:rate5m{${selector}}`,
        "{{instance}} CPU",
      ),
      (0, dashboards_1.query)(
        `instance:node_memory_utilization:ratio{${selector}}`,
        "{{instance}} memory",
      ),
      (0, dashboards_1.query)(
        "job:node_cpu_utilization:avg",
        "{{job}} CPU of all hosts",
      ),
    ],
  });
}
/** Saturation of a host: who waits for the CPU. */
function saturation(selector) {
  return (0, dashboards_1.timeseries)("saturation", {
    title: "Saturation",
    description:
      "Processes that want to run, per core, and the share of time in which some process waited for memory or disk. Good is below 1 and near zero.",
    width: "third",
    unit: "short",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 1 }),
    queries: [
      (0, dashboards_1.query)(
        `sum by (instance) (node_load5{${selector}}) / count by (instance) (node_cpu_seconds_total{${selector}, mode="idle"})`,
        "{{instance}} load per core",
      ),
      (0, dashboards_1.query)(
        `rate(node_pressure_memory_waiting_seconds_total{${selector}}[$__rate_interval])`,
        "{{instance}} waiting for memory",
      ),
      (0, dashboards_1.query)(
        `rate(node_pressure_io_waiting_seconds_total{${selector}}[$__rate_interval])`,
        "{{instance}} waiting for disk",
      ),
    ],
  });
}
/** Errors of a host: what its kernel had to kill, drop or mark as broken. */
function errors(selector) {
  return (0, dashboards_1.timeseries)("errors", {
    title: "Errors",
    description:
      "Packets per second that were lost or garbled, and processes killed for lack of memory. Good is zero.",
    width: "third",
    unit: "short",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 1 }),
    queries: [
      (0, dashboards_1.query)(
        (0, host_expressions_1.networkFaults)("$__rate_interval", selector),
        "{{instance}} packets lost per second",
      ),
      (0, dashboards_1.query)(
        `increase(node_vmstat_oom_kill{${selector}}[$__rate_interval])`,
        "{{instance}} processes killed",
      ),
    ],
  });
}
/** How long hosts have been running. */
function uptime(selector) {
  return (0, dashboards_1.timeseries)("uptime", {
    title: "Uptime",
    description:
      "How long each host has been running. Good rises; a fall to zero is a restart that somebody should know of.",
    width: "full",
    height: 6,
    unit: "s",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        `node_time_seconds{${selector}} - node_boot_time_seconds{${selector}}`,
        "{{instance}}",
      ),
    ],
  });
}
//# sourceMappingURL=operating-system-panels.js.map
