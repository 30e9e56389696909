import { serviceSlosDashboard } from "../../dashboards/slo/service-slos";
import { sloDashboard } from "../../dashboards/slo/slo-dashboard";
import { sloOverview } from "../../dashboards/slo/slo-overview";
import { postgresExporter } from "monitoring-as-code/exporters/postgres";
import type { MonitoredSystem } from "monitoring-as-code";
import { sloNotifications } from "./notifications";
import { alertGroups } from "./alerts";
import { jobs } from "./jobs";
import { metrics } from "./metrics";
import { recordingGroups } from "./recordings";
import { slos } from "./slos";

/** An API, its database and a queue, seen only through what they promise: objectives, budgets and who must act on them. */
export const slo: MonitoredSystem = {
  id: "slo",
  title: "Service Level Objectives",
  description:
    "Objectives of an API service, PostgreSQL and a message queue: error budgets, burn rates, the error-budget policy and a checkout of four steps",
  jobs,
  metrics,
  exporters: [postgresExporter],
  dashboards: [
    serviceSlosDashboard,
    sloOverview({
      uid: "slo-objectives",
      title: "Objectives",
      system: "slo",
    }),
    ...slos.map((objective) => sloDashboard("slo", objective)),
  ],
  alertGroups,
  recordingGroups,
  slos,
  notifications: sloNotifications,
};
