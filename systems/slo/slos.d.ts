import type { Slo } from "monitoring-as-code";
export declare const requestsAvailability: Slo;
export declare const requestsLatency: Slo;
/**
 * The share of scrapes that did not find the database. The rate of a gauge that stays 0 is as 0 as that of one that stays
 * 1, and without an exporter there is no scrape and no ratio: that is the absent alert's.
 */
export declare const connectionAvailability: Slo;
/** Measured where queries are sent: the exporter knows means, and a mean is no count of slow queries. */
export declare const queryPerformance: Slo;
export declare const queueReliability: Slo;
export declare const slos: readonly Slo[];
