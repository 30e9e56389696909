import { health } from "../../dashboards/easy-flow/expressions";
import type { Slo } from "monitoring-as-code";

/** A check is no request and all weigh the same, so the mean of 0 and 1 is the share that succeeded. */
const failedChecks = `1 - avg(avg_over_time(probe_success{${health},instance=~".*/health"}[$window]))`;

/**
 * The uptime of the service agreement; its response time is a mean, which has no good and bad events: an alert and two
 * panels watch that.
 */
export const apiUptime: Slo = {
  id: "api-uptime",
  title: "API uptime",
  description: "999 of 1000 health checks of the API succeed",
  service: "easy-flow-api",
  team: "easy-flow",
  objective: 99.9,
  period: "30d",
  sli: { kind: "raw", errorRatio: failedChecks },
};

export const slos: readonly Slo[] = [apiUptime];
