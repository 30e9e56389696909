import {
  highIsBad,
  query,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import { networkFaults, type Selector } from "./host-expressions";

/** Utilization of a host: average busy time of CPU and share of memory. */
export function utilization(selector: Selector): Panel {
  return timeseries("utilization", {
    title: "Utilization",
    description:
      "How much of CPU and memory is in use, as recorded every 30 seconds. Good leaves a fifth.",
    width: "third",
    unit: "percentunit",
    min: 0,
    max: 1,
    thresholds: highIsBad({ warning: 0.8 }),
    queries: [
      query(
        `instance:node_cpu_utilization:rate5m{${selector}}`,
        "{{instance}} CPU",
      ),
      query(
        `instance:node_memory_utilization:ratio{${selector}}`,
        "{{instance}} memory",
      ),
      query("job:node_cpu_utilization:avg", "{{job}} CPU of all hosts"),
    ],
  });
}

/** Saturation of a host: who waits for the CPU. */
export function saturation(selector: Selector): Panel {
  return timeseries("saturation", {
    title: "Saturation",
    description:
      "Processes that want to run, per core, and the share of time in which some process waited for memory or disk. Good is below 1 and near zero.",
    width: "third",
    unit: "short",
    min: 0,
    thresholds: highIsBad({ warning: 1 }),
    queries: [
      query(
        `sum by (instance) (node_load5{${selector}}) / count by (instance) (node_cpu_seconds_total{${selector}, mode="idle"})`,
        "{{instance}} load per core",
      ),
      query(
        `rate(node_pressure_memory_waiting_seconds_total{${selector}}[$__rate_interval])`,
        "{{instance}} waiting for memory",
      ),
      query(
        `rate(node_pressure_io_waiting_seconds_total{${selector}}[$__rate_interval])`,
        "{{instance}} waiting for disk",
      ),
    ],
  });
}

/** Errors of a host: what its kernel had to kill, drop or mark as broken. */
export function errors(selector: Selector): Panel {
  return timeseries("errors", {
    title: "Errors",
    description:
      "Packets per second that were lost or garbled, and processes killed for lack of memory. Good is zero.",
    width: "third",
    unit: "short",
    min: 0,
    thresholds: highIsBad({ warning: 1 }),
    queries: [
      query(
        networkFaults("$__rate_interval", selector),
        "{{instance}} packets lost per second",
      ),
      query(
        `increase(node_vmstat_oom_kill{${selector}}[$__rate_interval])`,
        "{{instance}} processes killed",
      ),
    ],
  });
}

/** How long hosts have been running. */
export function uptime(selector: Selector): Panel {
  return timeseries("uptime", {
    title: "Uptime",
    description:
      "How long each host has been running. Good rises; a fall to zero is a restart that somebody should know of.",
    width: "full",
    height: 6,
    unit: "s",
    min: 0,
    queries: [
      query(
        `node_time_seconds{${selector}} - node_boot_time_seconds{${selector}}`,
        "{{instance}}",
      ),
    ],
  });
}
