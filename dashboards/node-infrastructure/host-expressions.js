"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.networkFaults =
  exports.networkBytes =
  exports.diskBusy =
  exports.diskPercent =
  exports.memoryPercent =
  exports.cpuPercent =
    void 0;
/** Everything but memory, layers of containers and images: what can fill up. */
const realFilesystems = 'fstype!~"tmpfs|overlay|squashfs"';
/** Interfaces that carry the host's own traffic, once. */
const realInterfaces = 'device!~"lo|veth.*|docker.*|br-.*"';
const bySelector = (...matchers) =>
  matchers.some((matcher) => matcher !== "")
    ? `{${matchers.filter((matcher) => matcher !== "").join(", ")}}`
    : "";
/** Share of the CPU time of each host in percent that was not idle. */
const cpuPercent = (range, selector = "") =>
  `100 - (avg by (host, instance) (rate(node_cpu_seconds_total${bySelector(selector, 'mode="idle"')}[${range}])) * 100)`;
exports.cpuPercent = cpuPercent;
/** Share of each host's memory in percent that no new process could get. */
const memoryPercent = (selector = "") =>
  `(1 - (node_memory_MemAvailable_bytes${bySelector(selector)} / node_memory_MemTotal_bytes${bySelector(selector)})) * 100`;
exports.memoryPercent = memoryPercent;
/** Share of each file system in percent that is used. */
const diskPercent = (...selector) =>
  `(1 - (node_filesystem_avail_bytes${bySelector(...selector, realFilesystems)} / node_filesystem_size_bytes${bySelector(...selector, realFilesystems)})) * 100`;
exports.diskPercent = diskPercent;
/** Share of the time in which each disk was busy, from 0 to 1. */
const diskBusy = (range, selector = "") =>
  `rate(node_disk_io_time_seconds_total${bySelector(selector)}[${range}])`;
exports.diskBusy = diskBusy;
/** Bytes per second through each of a host's own interfaces. */
const networkBytes = (direction, range, selector = "") =>
  `sum by (instance, device) (rate(node_network_${direction}_bytes_total${bySelector(selector, realInterfaces)}[${range}]))`;
exports.networkBytes = networkBytes;
/** Packets per second that an interface lost or garbled. */
const networkFaults = (range, selector = "") =>
  ["receive_errs", "transmit_errs", "receive_drop", "transmit_drop"]
    .map(
      (fault) =>
        `sum by (instance) (rate(node_network_${fault}_total${bySelector(selector, realInterfaces)}[${range}]))`,
    )
    .join(" + ");
exports.networkFaults = networkFaults;
//# sourceMappingURL=host-expressions.js.map
