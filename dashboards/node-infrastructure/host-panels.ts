import {
  byQuery,
  gauge,
  query,
  thresholds,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import {
  cpuPercent,
  diskBusy,
  diskPercent,
  memoryPercent,
  networkBytes,
  type Selector,
} from "./host-expressions";

/** Panels on hosts, the same wherever hosts are shown; `selector` says which hosts. */
export function cpuUsage(selector: Selector): Panel {
  return timeseries("cpu-usage", {
    title: "CPU Usage",
    description:
      "Share of the CPU time that was not idle. Good stays below 70 %; above 80 % for five minutes HighCPUUsage fires.",
    unit: "percent",
    min: 0,
    max: 100,
    thresholds: thresholds("green", [70, "yellow"], [90, "red"]),
    queries: [
      query(cpuPercent("$__rate_interval", selector), "{{instance}} CPU"),
    ],
  });
}

/** Memory that no new process could get. */
export function memoryUsage(selector: Selector): Panel {
  return timeseries("memory-usage", {
    title: "Memory Usage",
    description:
      "Share of the memory that no new process could get. Good is steady; above 85 % for five minutes HighMemoryUsage fires, and a slope that never falls is a leak.",
    unit: "percent",
    min: 0,
    max: 100,
    queries: [query(memoryPercent(selector), "{{instance}} memory")],
  });
}

/** File systems, the fullest being the one that matters; `mountpoints` narrows them. */
export function diskUsage(
  selector: Selector,
  mountpoints: Selector = "",
): Panel {
  return gauge("disk-usage", {
    title: "Disk Usage",
    description:
      "How full each file system is. Good is below 70 %; above 80 % somebody is told, above 90 % somebody is called.",
    unit: "percent",
    min: 0,
    max: 100,
    width: "half",
    height: 8,
    thresholds: thresholds("green", [70, "yellow"], [85, "red"]),
    queries: [
      query(diskPercent(selector, mountpoints), "{{instance}} {{mountpoint}}"),
    ],
  });
}

/** How busy the disks are. */
export function diskActivity(selector: Selector): Panel {
  return timeseries("disk-activity", {
    title: "Disk Busy Time",
    description:
      "Share of the time in which a disk had something to do. Good leaves room; at 100 % everything waits for it.",
    unit: "percentunit",
    min: 0,
    max: 1,
    queries: [
      query(diskBusy("$__rate_interval", selector), "{{instance}} {{device}}"),
    ],
  });
}

/** What hosts receive, and below the line what they send. */
export function networkTraffic(selector: Selector): Panel {
  return timeseries("network-traffic", {
    title: "Network Traffic",
    description:
      "Bytes per second through each interface, sent ones below the line; loopback and bridges of containers are left out. Good follows the load and stays below the speed of the link.",
    unit: "binBps",
    queries: [
      query(
        networkBytes("receive", "$__rate_interval", selector),
        "{{instance}} {{device}} in",
      ),
      query(
        networkBytes("transmit", "$__rate_interval", selector),
        "{{instance}} {{device}} out",
      ),
    ],
    overrides: [byQuery("B", { negative: true })],
  });
}
