import type { ScrapeJob } from "monitoring-as-code";

/**
 * A process serves its own metrics, and a port serves one process: further workers get a target each. Jobs that end
 * before they are scraped need a Pushgateway.
 */
export const jobs: readonly ScrapeJob[] = [
  { job: "monito", targets: ["monito:8000"], interval: "15s" },
];
