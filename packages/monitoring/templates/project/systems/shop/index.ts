import type { MonitoredSystem } from "monitoring-as-code";
import { goRuntime } from "monitoring-as-code/exporters/runtimes";
import { overviewDashboard } from "../../dashboards/shop/overview";
import { alertGroups } from "./alerts";
import { metrics } from "./metrics";
import { shopNotifications } from "./notifications";
import { slos } from "./slos";

/** A sample: put your first system in its place. */
export const shop: MonitoredSystem = {
  id: "shop",
  title: "Shop",
  description: "The web shop, as customers use it",
  jobs: [{ job: "shop-api", targets: ["localhost:8081"] }],
  metrics,
  exporters: [goRuntime],
  dashboards: [overviewDashboard],
  alertGroups,
  recordingGroups: [],
  slos,
  notifications: shopNotifications,
};
