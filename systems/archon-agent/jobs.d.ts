import type { ScrapeJob } from "monitoring-as-code";
export declare const jobs: readonly ScrapeJob[];
