import type { ScrapeJob } from "monitoring-as-code";
/** Every part of the monitoring is scraped once, here, whatever it is used for. */
export declare const jobs: readonly ScrapeJob[];
/** The jobs without which the monitoring is blind or mute, each once. */
export declare const expectedJobs: readonly string[];
