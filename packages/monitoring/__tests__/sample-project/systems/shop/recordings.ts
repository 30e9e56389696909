import type { RecordingGroup } from "monitoring-as-code";

export const recordingGroups: readonly RecordingGroup[] = [
  {
    name: "requests",
    recordings: [
      {
        record: "service:http_requests:rate5m",
        expr: "sum by (service) (rate(http_requests_total[5m]))",
      },
    ],
  },
];
