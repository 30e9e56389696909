import type { ScrapeJob } from "monitoring-as-code";

/** Names of the jobs, written once: an SLO that asks for a job of another name measures nothing. */
export const apiJob = "api";
export const databaseJob = "postgres";
export const queueJob = "message-queue";

export const jobs: readonly ScrapeJob[] = [
  { job: apiJob, targets: ["api:8080"] },
  { job: databaseJob, targets: ["postgres-exporter:9187"] },
  { job: queueJob, targets: ["message-queue:9090"] },
];
