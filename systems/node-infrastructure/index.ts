import { systemMonitoringDashboard } from "../../dashboards/node-infrastructure/system-monitoring";
import { systemOverviewDashboard } from "../../dashboards/node-infrastructure/system-overview";
import { cadvisorExporter } from "monitoring-as-code/exporters/cadvisor";
import { nodeExporter } from "monitoring-as-code/exporters/node";
import { processExporter } from "monitoring-as-code/exporters/process-exporter";
import { pushgatewayExporter } from "monitoring-as-code/exporters/pushgateway";
import type { MonitoredSystem } from "monitoring-as-code";
import { nodeInfrastructureNotifications } from "./notifications";
import { alertGroups } from "./alerts";
import { jobs } from "./jobs";
import { metrics } from "./metrics";
import { recordingGroups } from "./recordings";

/** The hosts on which the applications run, their containers, and what runs there in batches. */
export const nodeInfrastructure: MonitoredSystem = {
  id: "node-infrastructure",
  title: "Node Infrastructure",
  description:
    "Hosts of the applications: CPU, memory, disk, network and processes, their containers, and batch jobs",
  jobs,
  metrics,
  exporters: [
    nodeExporter,
    cadvisorExporter,
    processExporter,
    pushgatewayExporter,
  ],
  dashboards: [systemMonitoringDashboard, systemOverviewDashboard],
  alertGroups,
  recordingGroups,
  slos: [],
  notifications: nodeInfrastructureNotifications,
};
