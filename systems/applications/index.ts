import { applicationMetrics } from "../../dashboards/applications/application-metrics";
import type { MonitoredSystem } from "monitoring-as-code";
import { applicationsNotifications } from "./notifications";
import { alertGroups } from "./alerts";
import { metrics } from "./metrics";

/** The applications that bring nothing but the metrics of the platform's own template. */
export const applications: MonitoredSystem = {
  id: "applications",
  title: "Applications",
  description: "Applications on the platform's template: requests and errors",
  jobs: [{ job: "custom-app", targets: ["my-app:8080"] }],
  metrics,
  exporters: [],
  dashboards: [applicationMetrics],
  alertGroups,
  recordingGroups: [],
  slos: [],
  notifications: applicationsNotifications,
};
