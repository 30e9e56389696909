import type { ScrapeJob } from "monitoring-as-code";
/** The two applications carry `service`, the name that their spans and log lines carry too. */
export declare const jobs: readonly ScrapeJob[];
