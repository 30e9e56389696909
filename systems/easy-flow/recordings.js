"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.recordingGroups = void 0;
const expressions_1 = require("../../dashboards/easy-flow/expressions");
exports.recordingGroups = [
  {
    name: "easy-flow-recording",
    interval: "1m",
    recordings: [
      {
        record: "job_service:errors:ratio_rate5m",
        expr: (0, expressions_1.errorShare)(
          expressions_1.services,
          "5m",
        ).replaceAll("sum by (service)", "sum by (job, service)"),
      },
      {
        record: "job:response_time_seconds:avg_rate5m",
        expr: `sum by (job) (rate(response_time_seconds_sum{${expressions_1.services}}[5m])) / (sum by (job) (rate(response_time_seconds_count{${expressions_1.services}}[5m])) > 0)`,
      },
      {
        record: "job:probe_success:avg_over_time30d",
        expr: `avg by (job) (avg_over_time(probe_success{${expressions_1.health},instance=~".*/health"}[30d]))`,
        lookback: "30d",
      },
    ],
  },
];
//# sourceMappingURL=recordings.js.map
