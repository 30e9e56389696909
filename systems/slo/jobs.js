"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.jobs = exports.queueJob = exports.databaseJob = exports.apiJob = void 0;
/** Names of the jobs, written once: an SLO that asks for a job of another name measures nothing. */
exports.apiJob = "api";
exports.databaseJob = "postgres";
exports.queueJob = "message-queue";
exports.jobs = [
  { job: exports.apiJob, targets: ["api:8080"] },
  { job: exports.databaseJob, targets: ["postgres-exporter:9187"] },
  { job: exports.queueJob, targets: ["message-queue:9090"] },
];
//# sourceMappingURL=jobs.js.map
