"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.systemMonitoringDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const host_panels_1 = require("./host-panels");
const selected = 'instance=~"$instance"';
/** Where everybody starts, and where the alerts on hosts lead. */
exports.systemMonitoringDashboard = (0, dashboards_1.dashboard)({
  uid: "node-exporter",
  title: "System Monitoring Dashboard",
  description:
    "Whether the hosts have CPU, memory, disk and network left, and which processes use them.",
  system: "node-infrastructure",
  tags: ["system", "monitoring"],
  refresh: "30s",
  variables: [
    (0, dashboards_1.queryVariable)(
      "instance",
      "label_values(node_cpu_seconds_total, instance)",
      {
        label: "Host",
        multi: true,
        includeAll: true,
        allValue: ".+",
      },
    ),
    (0, dashboards_1.queryVariable)(
      "mountpoint",
      `label_values(node_filesystem_size_bytes{${selected}}, mountpoint)`,
      {
        label: "Mount point",
        multi: true,
        includeAll: true,
        allValue: ".+",
      },
    ),
    // Processes come from another exporter of the same host, at another port.
    (0, dashboards_1.queryVariable)(
      "host",
      `label_values(node_cpu_seconds_total{${selected}}, host)`,
      { multi: true, includeAll: true, hide: "variable" },
    ),
  ],
  rows: [
    (0, dashboards_1.row)("CPU and memory", [
      (0, host_panels_1.cpuUsage)(selected),
      (0, host_panels_1.memoryUsage)(selected),
    ]),
    (0, dashboards_1.row)("Disk and network", [
      (0, host_panels_1.diskUsage)(selected, 'mountpoint=~"$mountpoint"'),
      (0, host_panels_1.networkTraffic)(selected),
    ]),
    (0, dashboards_1.row)("Processes", [topProcesses()]),
  ],
});
function topProcesses() {
  return (0, dashboards_1.table)("top-processes", {
    title: "Top Processes by CPU",
    description:
      "The five processes that use the most CPU right now, in cores. Good are those that the host is there for; a stranger, or one that uses whole cores for long, is worth a look.",
    unit: "suffix: cores",
    decimals: 2,
    queries: [
      (0, dashboards_1.query)(
        'topk(5, sum by (host, groupname) (rate(namedprocess_namegroup_cpu_seconds_total{host=~"$host"}[$__rate_interval])))',
      ),
    ],
    transformations: [
      (0, dashboards_1.organize)({
        columns: { groupname: "Process", host: "Host", Value: "CPU" },
        hide: ["Time"],
      }),
    ],
    sortBy: { column: "CPU", descending: true },
  });
}
//# sourceMappingURL=system-monitoring.js.map
