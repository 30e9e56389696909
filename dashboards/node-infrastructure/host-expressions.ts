/** Label matchers without braces, such as `instance=~"$instance"`; empty for every series. */
export type Selector = string;

/** Everything but memory, layers of containers and images: what can fill up. */
const realFilesystems = 'fstype!~"tmpfs|overlay|squashfs"';

/** Interfaces that carry the host's own traffic, once. */
const realInterfaces = 'device!~"lo|veth.*|docker.*|br-.*"';

const bySelector = (...matchers: readonly Selector[]) =>
  matchers.some((matcher) => matcher !== "")
    ? `{${matchers.filter((matcher) => matcher !== "").join(", ")}}`
    : "";

/** Share of the CPU time of each host in percent that was not idle. */
export const cpuPercent = (range: string, selector: Selector = "") =>
  `100 - (avg by (host, instance) (rate(node_cpu_seconds_total${bySelector(selector, 'mode="idle"')}[${range}])) * 100)`;

/** Share of each host's memory in percent that no new process could get. */
export const memoryPercent = (selector: Selector = "") =>
  `(1 - (node_memory_MemAvailable_bytes${bySelector(selector)} / node_memory_MemTotal_bytes${bySelector(selector)})) * 100`;

/** Share of each file system in percent that is used. */
export const diskPercent = (...selector: readonly Selector[]) =>
  `(1 - (node_filesystem_avail_bytes${bySelector(...selector, realFilesystems)} / node_filesystem_size_bytes${bySelector(...selector, realFilesystems)})) * 100`;

/** Share of the time in which each disk was busy, from 0 to 1. */
export const diskBusy = (range: string, selector: Selector = "") =>
  `rate(node_disk_io_time_seconds_total${bySelector(selector)}[${range}])`;

/** Bytes per second through each of a host's own interfaces. */
export const networkBytes = (
  direction: "receive" | "transmit",
  range: string,
  selector: Selector = "",
) =>
  `sum by (instance, device) (rate(node_network_${direction}_bytes_total${bySelector(selector, realInterfaces)}[${range}]))`;

/** Packets per second that an interface lost or garbled. */
export const networkFaults = (range: string, selector: Selector = "") =>
  (["receive_errs", "transmit_errs", "receive_drop", "transmit_drop"] as const)
    .map(
      (fault) =>
        `sum by (instance) (rate(node_network_${fault}_total${bySelector(selector, realInterfaces)}[${range}]))`,
    )
    .join(" + ");
