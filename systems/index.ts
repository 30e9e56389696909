import type { MonitoredSystem } from "../lib/model/monitored-system";
import { applications } from "./applications";

/** Every monitored system. */
export const systems: readonly MonitoredSystem[] = [applications];
