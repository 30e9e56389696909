export declare function requestRate(window: string): string;
export declare function errorRatio(window: string): string;
export declare function p95Latency(window: string): string;
/**
 * Satisfied requests and half of the tolerated ones, as a share of all (Apdex 1.1, T = 1 s): buckets count from zero, so
 * that half of those below T plus half of those below 4 T is the same.
 */
export declare function apdex(window: string): string;
/** Lines per second that the agent gave up. */
export declare const droppedLines: (window: string) => string;
/** Spans per second that the collector refused, failed to deliver, or that left its memory before it had decided on them. */
export declare const lostSpans: (window: string) => string;
