import type { ScrapeJob } from "monitoring-as-code";
/**
 * A process serves its own metrics, and a port serves one process: further workers get a target each. Jobs that end
 * before they are scraped need a Pushgateway.
 */
export declare const jobs: readonly ScrapeJob[];
