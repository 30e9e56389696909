import type { RecordingGroup } from "monitoring-as-code";
import { checkoutRecordings } from "./checkout-flow";
import { apiJob, queueJob } from "./jobs";

/** Beside what every SLO records of itself: the journey, and indicators without an objective. */
export const recordingGroups: readonly RecordingGroup[] = [
  {
    name: "slo-checkout-flow",
    interval: "1m",
    recordings: checkoutRecordings("1h"),
  },
  {
    // A week costs much to read and moves slowly.
    name: "slo-checkout-flow-period",
    interval: "2m",
    recordings: checkoutRecordings("7d"),
  },
  {
    name: "slo-indicators",
    interval: "1m",
    recordings: [
      {
        // 1 or 0 at each moment, so that its average over a window is a share of time.
        record: "queue:oldest_message_fresh:bool",
        expr: `max(queue_oldest_message_age_seconds{job="${queueJob}"}) < bool 300`,
      },
      {
        record: "job:db_queries_success:ratio_rate5m",
        expr: `sum by (job) (rate(db_queries_total{job="${apiJob}",status="success"}[5m])) / (sum by (job) (rate(db_queries_total{job="${apiJob}"}[5m])) > 0)`,
      },
    ],
  },
];
