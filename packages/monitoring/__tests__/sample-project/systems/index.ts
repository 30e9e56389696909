import type { MonitoredSystem } from "monitoring-as-code";
import { platform } from "./platform";
import { shop } from "./shop";
import { warehouse } from "./warehouse";

/** Every monitored system. */
export const systems: readonly MonitoredSystem[] = [platform, shop, warehouse];
