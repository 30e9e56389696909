import { type Panel } from "monitoring-as-code/dashboards";
import { type Selector } from "./host-expressions";
/** Panels on hosts, the same wherever hosts are shown; `selector` says which hosts. */
export declare function cpuUsage(selector: Selector): Panel;
/** Memory that no new process could get. */
export declare function memoryUsage(selector: Selector): Panel;
/** File systems, the fullest being the one that matters; `mountpoints` narrows them. */
export declare function diskUsage(
  selector: Selector,
  mountpoints?: Selector,
): Panel;
/** How busy the disks are. */
export declare function diskActivity(selector: Selector): Panel;
/** What hosts receive, and below the line what they send. */
export declare function networkTraffic(selector: Selector): Panel;
