import type { MonitoredSystem } from "monitoring-as-code";
/** An agent that answers questions with a language model, on PostgreSQL, Redis and four queues. */
export declare const archonAgent: MonitoredSystem;
