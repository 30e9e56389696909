import type { Metric } from "monitoring-as-code";
import { businessMetrics } from "./business-metrics";
import { httpMetrics } from "./http-metrics";
import { loadTestMetrics } from "./load-test-metrics";

/** Everything that the services of the shop and its load test expose. */
export const metrics: readonly Metric[] = [
  ...httpMetrics,
  ...businessMetrics,
  ...loadTestMetrics,
];
