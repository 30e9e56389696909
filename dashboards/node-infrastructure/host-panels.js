"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.cpuUsage = cpuUsage;
exports.memoryUsage = memoryUsage;
exports.diskUsage = diskUsage;
exports.diskActivity = diskActivity;
exports.networkTraffic = networkTraffic;
const dashboards_1 = require("monitoring-as-code/dashboards");
const host_expressions_1 = require("./host-expressions");
/** Panels on hosts, the same wherever hosts are shown; `selector` says which hosts. */
function cpuUsage(selector) {
  return (0, dashboards_1.timeseries)("cpu-usage", {
    title: "CPU Usage",
    description:
      "Share of the CPU time that was not idle. Good stays below 70 %; above 80 % for five minutes HighCPUUsage fires.",
    unit: "percent",
    min: 0,
    max: 100,
    thresholds: (0, dashboards_1.thresholds)(
      "green",
      [70, "yellow"],
      [90, "red"],
    ),
    queries: [
      (0, dashboards_1.query)(
        (0, host_expressions_1.cpuPercent)("$__rate_interval", selector),
        "{{instance}} CPU",
      ),
    ],
  });
}
/** Memory that no new process could get. */
function memoryUsage(selector) {
  return (0, dashboards_1.timeseries)("memory-usage", {
    title: "Memory Usage",
    description:
      "Share of the memory that no new process could get. Good is steady; above 85 % for five minutes HighMemoryUsage fires, and a slope that never falls is a leak.",
    unit: "percent",
    min: 0,
    max: 100,
    queries: [
      (0, dashboards_1.query)(
        (0, host_expressions_1.memoryPercent)(selector),
        "{{instance}} memory",
      ),
    ],
  });
}
/** File systems, the fullest being the one that matters; `mountpoints` narrows them. */
function diskUsage(selector, mountpoints = "") {
  return (0, dashboards_1.gauge)("disk-usage", {
    title: "Disk Usage",
    description:
      "How full each file system is. Good is below 70 %; above 80 % somebody is told, above 90 % somebody is called.",
    unit: "percent",
    min: 0,
    max: 100,
    width: "half",
    height: 8,
    thresholds: (0, dashboards_1.thresholds)(
      "green",
      [70, "yellow"],
      [85, "red"],
    ),
    queries: [
      (0, dashboards_1.query)(
        (0, host_expressions_1.diskPercent)(selector, mountpoints),
        "{{instance}} {{mountpoint}}",
      ),
    ],
  });
}
/** How busy the disks are. */
function diskActivity(selector) {
  return (0, dashboards_1.timeseries)("disk-activity", {
    title: "Disk Busy Time",
    description:
      "Share of the time in which a disk had something to do. Good leaves room; at 100 % everything waits for it.",
    unit: "percentunit",
    min: 0,
    max: 1,
    queries: [
      (0, dashboards_1.query)(
        (0, host_expressions_1.diskBusy)("$__rate_interval", selector),
        "{{instance}} {{device}}",
      ),
    ],
  });
}
/** What hosts receive, and below the line what they send. */
function networkTraffic(selector) {
  return (0, dashboards_1.timeseries)("network-traffic", {
    title: "Network Traffic",
    description:
      "Bytes per second through each interface, sent ones below the line; loopback and bridges of containers are left out. Good follows the load and stays below the speed of the link.",
    unit: "binBps",
    queries: [
      (0, dashboards_1.query)(
        (0, host_expressions_1.networkBytes)(
          "receive",
          "$__rate_interval",
          selector,
        ),
        "{{instance}} {{device}} in",
      ),
      (0, dashboards_1.query)(
        (0, host_expressions_1.networkBytes)(
          "transmit",
          "$__rate_interval",
          selector,
        ),
        "{{instance}} {{device}} out",
      ),
    ],
    overrides: [(0, dashboards_1.byQuery)("B", { negative: true })],
  });
}
//# sourceMappingURL=host-panels.js.map
