"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.recordingGroups = void 0;
const checkout_flow_1 = require("./checkout-flow");
const jobs_1 = require("./jobs");
/** Beside what every SLO records of itself: the journey, and indicators without an objective. */
exports.recordingGroups = [
  {
    name: "slo-checkout-flow",
    interval: "1m",
    recordings: (0, checkout_flow_1.checkoutRecordings)("1h"),
  },
  {
    // A week costs much to read and moves slowly.
    name: "slo-checkout-flow-period",
    interval: "2m",
    recordings: (0, checkout_flow_1.checkoutRecordings)("7d"),
  },
  {
    name: "slo-indicators",
    interval: "1m",
    recordings: [
      {
        // 1 or 0 at each moment, so that its average over a window is a share of time.
        record: "queue:oldest_message_fresh:bool",
        expr: `max(queue_oldest_message_age_seconds{job="${jobs_1.queueJob}"}) < bool 300`,
      },
      {
        record: "job:db_queries_success:ratio_rate5m",
        expr: `sum by (job) (rate(db_queries_total{job="${jobs_1.apiJob}",status="success"}[5m])) / (sum by (job) (rate(db_queries_total{job="${jobs_1.apiJob}"}[5m])) > 0)`,
      },
    ],
  },
];
//# sourceMappingURL=recordings.js.map
