import {
  errorRatioRecord,
  serviceErrorRatio,
  serviceErrors,
  serviceRequests,
} from "../../dashboards/alerting/expressions";
import type { RecordingGroup } from "monitoring-as-code";

/** Computed ahead, so that neither the alerts every 30 seconds nor the month scan what every instance exposes. */
export const recordingGroups: readonly RecordingGroup[] = [
  {
    name: "service_requests",
    interval: "30s",
    recordings: [
      {
        record: "service:http_requests:rate5m",
        expr: serviceRequests("5m"),
      },
      {
        record: "service:http_requests_errors:rate5m",
        expr: serviceErrors("5m"),
      },
      ...(["5m", "30m", "1h", "6h"] as const).map((window) => ({
        record: errorRatioRecord(window),
        expr: serviceErrorRatio(window),
      })),
    ],
  },
];
