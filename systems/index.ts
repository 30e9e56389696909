import type { MonitoredSystem } from "../lib/model/monitored-system";

/** Every monitored system, in the order of its folder in Grafana. */
export const systems: readonly MonitoredSystem[] = [];
