import type { ScrapeJob } from "monitoring-as-code";
/** Names of the jobs, written once: an SLO that asks for a job of another name measures nothing. */
export declare const apiJob = "api";
export declare const databaseJob = "postgres";
export declare const queueJob = "message-queue";
export declare const jobs: readonly ScrapeJob[];
