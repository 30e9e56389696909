"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.systemOverviewDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const application_panels_1 = require("./application-panels");
const container_panels_1 = require("./container-panels");
const host_panels_1 = require("./host-panels");
const host_expressions_1 = require("./host-expressions");
const operating_system_panels_1 = require("./operating-system-panels");
const selected = 'instance=~"$instance"';
/** From what users see down to the hardware: application, containers, operating system, infrastructure. */
exports.systemOverviewDashboard = (0, dashboards_1.dashboard)({
  uid: "system-overview",
  title: "System Overview",
  description:
    "On which level a trouble is: the application by its golden signals, containers and hosts by utilization, saturation and errors.",
  system: "node-infrastructure",
  tags: ["system", "monitoring"],
  variables: [
    (0, dashboards_1.queryVariable)(
      "instance",
      "label_values(node_cpu_seconds_total, instance)",
      {
        label: "Host",
        multi: true,
        includeAll: true,
        allValue: ".+",
        refresh: "load",
      },
    ),
  ],
  rows: [
    (0, dashboards_1.row)([
      (0, host_panels_1.cpuUsage)(selected),
      hostsUp(),
      fullestDisk(),
      targetsDown(),
      memoryLeft(),
    ]),
    (0, dashboards_1.row)("Application", application_panels_1.application),
    (0, dashboards_1.row)("Containers", container_panels_1.containers),
    (0, dashboards_1.row)("Operating system", [
      (0, operating_system_panels_1.utilization)(selected),
      (0, operating_system_panels_1.saturation)(selected),
      (0, operating_system_panels_1.errors)(selected),
    ]),
    (0, dashboards_1.row)("Infrastructure", [
      (0, host_panels_1.networkTraffic)(selected),
      (0, host_panels_1.diskActivity)(selected),
      (0, operating_system_panels_1.uptime)(selected),
    ]),
    (0, dashboards_1.row)("Batch jobs", application_panels_1.batchJobs),
  ],
});
function hostsUp() {
  return (0, dashboards_1.stat)("hosts-up", {
    title: "Hosts Up",
    description:
      "Hosts whose node exporter answers. Good is the number of hosts that there are.",
    unit: "short",
    thresholds: (0, dashboards_1.thresholds)("red", [1, "green"]),
    queries: [(0, dashboards_1.query)('sum(up{job="node-exporter"})', "Hosts")],
  });
}
function targetsDown() {
  return (0, dashboards_1.stat)("targets-down", {
    title: "Targets Down",
    description:
      "Targets of hosts and containers that do not answer. Good is zero; after two minutes InstanceDown fires.",
    unit: "short",
    thresholds: (0, dashboards_1.highIsBad)({ critical: 1 }),
    queries: [
      (0, dashboards_1.query)("count(up == 0) or vector(0)", "Targets"),
    ],
  });
}
function fullestDisk() {
  return (0, dashboards_1.stat)("fullest-disk", {
    title: "Fullest Disk",
    description:
      "The fullest file system of all hosts. Good is below 80 %, from where on somebody is told.",
    unit: "percent",
    thresholds: (0, dashboards_1.highIsBad)({ warning: 80, critical: 90 }),
    queries: [
      (0, dashboards_1.query)(
        `max(${(0, host_expressions_1.diskPercent)(selected)})`,
        "Fullest",
      ),
    ],
  });
}
function memoryLeft() {
  return (0, dashboards_1.stat)("highest-memory", {
    title: "Highest Memory Utilization",
    description:
      "The host with the least memory left. Good is below 85 %, from where on somebody is told.",
    unit: "percentunit",
    thresholds: (0, dashboards_1.highIsBad)({ warning: 0.85 }),
    queries: [
      (0, dashboards_1.query)(
        `max(instance:node_memory_utilization:ratio{${selected}})`,
        "Memory",
      ),
    ],
  });
}
//# sourceMappingURL=system-overview.js.map
