import type { MonitoredSystem } from "monitoring-as-code";
import { ordersDashboard } from "../../dashboards/shop/orders";
import { overviewDashboard } from "../../dashboards/shop/overview";
import { alertGroups } from "./alerts";
import { jobs } from "./jobs";
import { metrics } from "./metrics";
import { shopNotifications } from "./notifications";
import { recordingGroups } from "./recordings";
import { slos } from "./slos";

/** Sells things. */
export const shop: MonitoredSystem = {
  id: "shop",
  title: "Shop",
  description: "Sells things",
  jobs,
  metrics,
  exporters: [],
  dashboards: [overviewDashboard, ordersDashboard],
  alertGroups,
  recordingGroups,
  slos,
  notifications: shopNotifications,
};
