import type { ScrapeJob } from "monitoring-as-code";
/**
 * Exporters run in the host's own network, or they would see that of their container, so targets are hosts. They share
 * the label `host`: `instance` has a port and tells exporters apart. cAdvisor leaves port 8080 to the applications.
 */
export declare const jobs: readonly ScrapeJob[];
