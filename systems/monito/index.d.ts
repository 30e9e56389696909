import type { MonitoredSystem } from "monitoring-as-code";
/**
 * A pipeline of files. It has no receivers of its own, its alerts go where all go; and no objectives, which need a baseline
 * first.
 */
export declare const monito: MonitoredSystem;
