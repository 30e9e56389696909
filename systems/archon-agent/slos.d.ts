import type { Slo } from "monitoring-as-code";
export declare const availability: Slo;
/** The objective is the owner's; an agent that asks a language model hardly answers in 100 ms, and should be asked again. */
export declare const latency: Slo;
export declare const slos: readonly Slo[];
