import { alertOverviewDashboard } from "../../dashboards/alerting/alert-overview";
import { monitoringStackDashboard } from "../../dashboards/alerting/monitoring-stack";
import { servicesWithoutSloDashboard } from "../../dashboards/alerting/services-without-slo";
import { alertmanagerExporter } from "monitoring-as-code/exporters/alertmanager";
import { blackboxExporter } from "monitoring-as-code/exporters/blackbox";
import { grafanaExporter } from "monitoring-as-code/exporters/grafana";
import { nodeExporter } from "monitoring-as-code/exporters/node";
import { prometheusExporter } from "monitoring-as-code/exporters/prometheus";
import type { MonitoredSystem } from "monitoring-as-code";
import { alertingNotifications } from "./notifications";
import { alertGroups } from "./alerts";
import { jobs } from "./jobs";
import { metrics } from "./metrics";
import { recordingGroups } from "./recordings";

/** The monitoring of the monitoring: it sees every system, so that nothing goes unwatched because a watcher is down. */
export const alerting: MonitoredSystem = {
  id: "alerting",
  title: "Monitoring",
  description:
    "Prometheus, Alertmanager, Grafana and their hosts, the alerts of all systems, and the services that no system answers for",
  observes: "all",
  jobs,
  metrics,
  exporters: [
    prometheusExporter,
    alertmanagerExporter,
    grafanaExporter,
    nodeExporter,
    blackboxExporter,
  ],
  dashboards: [
    alertOverviewDashboard,
    monitoringStackDashboard,
    servicesWithoutSloDashboard,
  ],
  alertGroups,
  recordingGroups,
  slos: [],
  notifications: alertingNotifications,
};
