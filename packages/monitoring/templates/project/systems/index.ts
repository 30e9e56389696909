import type { MonitoredSystem } from "monitoring-as-code";
import { shop } from "./shop";

/** Every monitored system. */
export const systems: readonly MonitoredSystem[] = [shop];
