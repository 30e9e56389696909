import type { DataSourceDefinition } from "monitoring-as-code";
/** Where the table `conversation_metrics` is read: one row is one dialogue. Its user may only SELECT from that table. */
export declare const analytics: DataSourceDefinition;
