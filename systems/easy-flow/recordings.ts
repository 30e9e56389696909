import {
  errorShare,
  health,
  services,
} from "../../dashboards/easy-flow/expressions";
import type { RecordingGroup } from "monitoring-as-code";

export const recordingGroups: readonly RecordingGroup[] = [
  {
    name: "easy-flow-recording",
    interval: "1m",
    recordings: [
      {
        record: "job_service:errors:ratio_rate5m",
        expr: errorShare(services, "5m").replaceAll(
          "sum by (service)",
          "sum by (job, service)",
        ),
      },
      {
        record: "job:response_time_seconds:avg_rate5m",
        expr: `sum by (job) (rate(response_time_seconds_sum{${services}}[5m])) / (sum by (job) (rate(response_time_seconds_count{${services}}[5m])) > 0)`,
      },
      {
        record: "job:probe_success:avg_over_time30d",
        expr: `avg by (job) (avg_over_time(probe_success{${health},instance=~".*/health"}[30d]))`,
        lookback: "30d",
      },
    ],
  },
];
