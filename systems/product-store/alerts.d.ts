import type { AlertGroup } from "monitoring-as-code";
/**
 * The source evaluates every ten seconds, as often as the services are scraped. A latency without requests is not a
 * number and no alert; Cassandra's read latency and heap always have a value, so that their absence is told.
 */
export declare const alertGroups: readonly AlertGroup[];
