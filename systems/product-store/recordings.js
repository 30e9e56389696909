"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.recordingGroups = void 0;
/** Computed ahead for the figures that every service's dashboard repeats. */
exports.recordingGroups = [
  {
    name: "product_store_requests",
    interval: "30s",
    recordings: [
      {
        record: "job:http_requests:rate5m",
        expr: "sum by (job) (rate(http_requests_total[5m]))",
      },
      {
        record: "job:http_requests_errors:ratio_rate5m",
        expr: 'sum by (job) (rate(http_requests_total{status=~"5.."}[5m])) / sum by (job) (rate(http_requests_total[5m]))',
      },
      {
        record: "job_le:http_request_duration_seconds_bucket:rate5m",
        expr: "sum by (job, le) (rate(http_request_duration_seconds_bucket[5m]))",
      },
    ],
  },
];
//# sourceMappingURL=recordings.js.map
