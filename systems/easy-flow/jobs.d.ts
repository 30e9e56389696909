import type { ScrapeJob } from "monitoring-as-code";
/**
 * The services' metrics bring a label `service`, so targets must not have one: Prometheus would rename theirs.
 * Both health addresses answer 200 even when they say "unhealthy", so their probe module reads the body and fails when
 * it matches `unhealthy`; the word "healthy" alone is no proof, "unhealthy" holds it too.
 */
export declare const jobs: readonly ScrapeJob[];
