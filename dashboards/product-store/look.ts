import type { DashboardProps } from "monitoring-as-code/dashboards";

/** What the dashboards of the shop have in common: they are refreshed as often as the services are scraped. */
export const look = {
  system: "product-store",
  refresh: "10s",
  time: { from: "now-1h", to: "now" },
} satisfies Partial<DashboardProps>;
