import type { ScrapeJob } from "monitoring-as-code";
/** Nine jobs; the collector has two addresses, one for its own health and one for what it makes of spans. */
export declare const jobs: readonly ScrapeJob[];
