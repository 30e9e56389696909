import { type Panel } from "monitoring-as-code/dashboards";
/** Spans per second that the collector receives. */
export declare function spansReceived(title: string): Panel;
/** Spans per second that never arrive in the storage. */
export declare function droppedSpans(): Panel;
/** What waits to be written. */
export declare function queueLength(): Panel;
/** Operations per second on the span storage. */
export declare function storageOperations(): Panel;
/** How long operations on the span storage take. */
export declare function storageLatency(): Panel;
