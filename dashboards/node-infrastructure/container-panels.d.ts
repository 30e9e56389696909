import { type Panel } from "monitoring-as-code/dashboards";
/** Containers by utilization, saturation and errors; control groups without a name are none. */
export declare const containers: readonly Panel[];
