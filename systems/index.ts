import type { MonitoredSystem } from "../lib/model/monitored-system";
import { applications } from "./applications";
import { productStore } from "./product-store";

/** Every monitored system. */
export const systems: readonly MonitoredSystem[] = [applications, productStore];
