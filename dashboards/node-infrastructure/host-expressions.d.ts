/** Label matchers without braces, such as `instance=~"$instance"`; empty for every series. */
export type Selector = string;
/** Share of the CPU time of each host in percent that was not idle. */
export declare const cpuPercent: (range: string, selector?: Selector) => string;
/** Share of each host's memory in percent that no new process could get. */
export declare const memoryPercent: (selector?: Selector) => string;
/** Share of each file system in percent that is used. */
export declare const diskPercent: (...selector: readonly Selector[]) => string;
/** Share of the time in which each disk was busy, from 0 to 1. */
export declare const diskBusy: (range: string, selector?: Selector) => string;
/** Bytes per second through each of a host's own interfaces. */
export declare const networkBytes: (
  direction: "receive" | "transmit",
  range: string,
  selector?: Selector,
) => string;
/** Packets per second that an interface lost or garbled. */
export declare const networkFaults: (
  range: string,
  selector?: Selector,
) => string;
