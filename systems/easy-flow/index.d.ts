import type { MonitoredSystem } from "monitoring-as-code";
/** An AI customer support service: chat platforms, intent recognition, answers of a language model. */
export declare const easyFlow: MonitoredSystem;
