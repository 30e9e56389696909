import type { Exporter } from "../model/metric";
import { gauge } from "./metric-entries";
import { goMetrics, processMetrics } from "./process";

/** Pushgateway: keeps what batch jobs push before they end, with the job and instance that they name. */
export const pushgatewayExporter: Exporter = {
  id: "pushgateway",
  title: "Pushgateway",
  metrics: [
    gauge(
      "push_time_seconds",
      "timestamp",
      "When the job last pushed successfully",
    ),
    gauge(
      "push_failure_time_seconds",
      "timestamp",
      "When the job last failed to push",
    ),
    gauge("pushgateway_build_info", "1", "The version", [
      "branch",
      "goversion",
      "revision",
      "version",
    ]),
    ...processMetrics,
    ...goMetrics,
  ],
};
