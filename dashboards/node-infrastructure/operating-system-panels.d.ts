import { type Panel } from "monitoring-as-code/dashboards";
import { type Selector } from "./host-expressions";
/** Utilization of a host: average busy time of CPU and share of memory. */
export declare function utilization(selector: Selector): Panel;
/** Saturation of a host: who waits for the CPU. */
export declare function saturation(selector: Selector): Panel;
/** Errors of a host: what its kernel had to kill, drop or mark as broken. */
export declare function errors(selector: Selector): Panel;
/** How long hosts have been running. */
export declare function uptime(selector: Selector): Panel;
