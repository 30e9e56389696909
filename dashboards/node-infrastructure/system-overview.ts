import {
  dashboard,
  query,
  queryVariable,
  row,
  stat,
  thresholds,
  type Panel,
  highIsBad,
} from "monitoring-as-code/dashboards";
import { application, batchJobs } from "./application-panels";
import { containers } from "./container-panels";
import { cpuUsage, diskActivity, networkTraffic } from "./host-panels";
import { diskPercent } from "./host-expressions";
import {
  errors,
  saturation,
  uptime,
  utilization,
} from "./operating-system-panels";

const selected = 'instance=~"$instance"';

/** From what users see down to the hardware: application, containers, operating system, infrastructure. */
export const systemOverviewDashboard = dashboard({
  uid: "system-overview",
  title: "System Overview",
  description:
    "On which level a trouble is: the application by its golden signals, containers and hosts by utilization, saturation and errors.",
  system: "node-infrastructure",
  tags: ["system", "monitoring"],
  variables: [
    queryVariable(
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
    row([
      cpuUsage(selected),
      hostsUp(),
      fullestDisk(),
      targetsDown(),
      memoryLeft(),
    ]),
    row("Application", application),
    row("Containers", containers),
    row("Operating system", [
      utilization(selected),
      saturation(selected),
      errors(selected),
    ]),
    row("Infrastructure", [
      networkTraffic(selected),
      diskActivity(selected),
      uptime(selected),
    ]),
    row("Batch jobs", batchJobs),
  ],
});

function hostsUp(): Panel {
  return stat("hosts-up", {
    title: "Hosts Up",
    description:
      "Hosts whose node exporter answers. Good is the number of hosts that there are.",
    unit: "short",
    thresholds: thresholds("red", [1, "green"]),
    queries: [query('sum(up{job="node-exporter"})', "Hosts")],
  });
}

function targetsDown(): Panel {
  return stat("targets-down", {
    title: "Targets Down",
    description:
      "Targets of hosts and containers that do not answer. Good is zero; after two minutes InstanceDown fires.",
    unit: "short",
    thresholds: highIsBad({ critical: 1 }),
    queries: [query("count(up == 0) or vector(0)", "Targets")],
  });
}

function fullestDisk(): Panel {
  return stat("fullest-disk", {
    title: "Fullest Disk",
    description:
      "The fullest file system of all hosts. Good is below 80 %, from where on somebody is told.",
    unit: "percent",
    thresholds: highIsBad({ warning: 80, critical: 90 }),
    queries: [query(`max(${diskPercent(selected)})`, "Fullest")],
  });
}

function memoryLeft(): Panel {
  return stat("highest-memory", {
    title: "Highest Memory Utilization",
    description:
      "The host with the least memory left. Good is below 85 %, from where on somebody is told.",
    unit: "percentunit",
    thresholds: highIsBad({ warning: 0.85 }),
    queries: [
      query(
        `max(instance:node_memory_utilization:ratio{${selected}})`,
        "Memory",
      ),
    ],
  });
}
