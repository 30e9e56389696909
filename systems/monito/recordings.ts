import { errorRatio } from "../../dashboards/monito/expressions";
import type { RecordingGroup } from "monitoring-as-code";

/** What an alert and a panel share. */
export const recordingGroups: readonly RecordingGroup[] = [
  {
    name: "monito-operations",
    interval: "30s",
    recordings: [
      {
        record: "component:monito_operations_errors:ratio_rate5m",
        expr: errorRatio("5m"),
      },
    ],
  },
];
