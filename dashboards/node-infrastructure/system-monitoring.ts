import {
  dashboard,
  organize,
  query,
  queryVariable,
  row,
  table,
  type Panel,
} from "monitoring-as-code/dashboards";
import {
  cpuUsage,
  diskUsage,
  memoryUsage,
  networkTraffic,
} from "./host-panels";

const selected = 'instance=~"$instance"';

/** Where everybody starts, and where the alerts on hosts lead. */
export const systemMonitoringDashboard = dashboard({
  uid: "node-exporter",
  title: "System Monitoring Dashboard",
  description:
    "Whether the hosts have CPU, memory, disk and network left, and which processes use them.",
  system: "node-infrastructure",
  tags: ["system", "monitoring"],
  refresh: "30s",
  variables: [
    queryVariable(
      "instance",
      "label_values(node_cpu_seconds_total, instance)",
      {
        label: "Host",
        multi: true,
        includeAll: true,
        allValue: ".+",
      },
    ),
    queryVariable(
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
    queryVariable(
      "host",
      `label_values(node_cpu_seconds_total{${selected}}, host)`,
      { multi: true, includeAll: true, hide: "variable" },
    ),
  ],
  rows: [
    row("CPU and memory", [cpuUsage(selected), memoryUsage(selected)]),
    row("Disk and network", [
      diskUsage(selected, 'mountpoint=~"$mountpoint"'),
      networkTraffic(selected),
    ]),
    row("Processes", [topProcesses()]),
  ],
});

function topProcesses(): Panel {
  return table("top-processes", {
    title: "Top Processes by CPU",
    description:
      "The five processes that use the most CPU right now, in cores. Good are those that the host is there for; a stranger, or one that uses whole cores for long, is worth a look.",
    unit: "suffix: cores",
    decimals: 2,
    queries: [
      query(
        'topk(5, sum by (host, groupname) (rate(namedprocess_namegroup_cpu_seconds_total{host=~"$host"}[$__rate_interval])))',
      ),
    ],
    transformations: [
      organize({
        columns: { groupname: "Process", host: "Host", Value: "CPU" },
        hide: ["Time"],
      }),
    ],
    sortBy: { column: "CPU", descending: true },
  });
}
