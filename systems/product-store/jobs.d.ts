import type { ScrapeJob } from "monitoring-as-code";
/**
 * Services carry the name that their spans carry. The load test serves its metrics itself: Locust has no such path until
 * the test registers one. Prometheus and Grafana are scraped once for all systems, where the monitoring is monitored.
 */
export declare const jobs: readonly ScrapeJob[];
