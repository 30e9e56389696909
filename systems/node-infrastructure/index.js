"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.nodeInfrastructure = void 0;
const system_monitoring_1 = require("../../dashboards/node-infrastructure/system-monitoring");
const system_overview_1 = require("../../dashboards/node-infrastructure/system-overview");
const cadvisor_1 = require("monitoring-as-code/exporters/cadvisor");
const node_1 = require("monitoring-as-code/exporters/node");
const process_exporter_1 = require("monitoring-as-code/exporters/process-exporter");
const pushgateway_1 = require("monitoring-as-code/exporters/pushgateway");
const node_infrastructure_1 = require("../../notifications/node-infrastructure");
const alerts_1 = require("./alerts");
const jobs_1 = require("./jobs");
const metrics_1 = require("./metrics");
const recordings_1 = require("./recordings");
/** The hosts on which the applications run, their containers, and what runs there in batches. */
exports.nodeInfrastructure = {
  id: "node-infrastructure",
  title: "Node Infrastructure",
  description:
    "Hosts of the applications: CPU, memory, disk, network and processes, their containers, and batch jobs",
  jobs: jobs_1.jobs,
  metrics: metrics_1.metrics,
  exporters: [
    node_1.nodeExporter,
    cadvisor_1.cadvisorExporter,
    process_exporter_1.processExporter,
    pushgateway_1.pushgatewayExporter,
  ],
  dashboards: [
    system_monitoring_1.systemMonitoringDashboard,
    system_overview_1.systemOverviewDashboard,
  ],
  alertGroups: alerts_1.alertGroups,
  recordingGroups: recordings_1.recordingGroups,
  slos: [],
  notifications: node_infrastructure_1.nodeInfrastructureNotifications,
};
//# sourceMappingURL=index.js.map
