"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.alerting = void 0;
const alert_overview_1 = require("../../dashboards/alerting/alert-overview");
const monitoring_stack_1 = require("../../dashboards/alerting/monitoring-stack");
const services_without_slo_1 = require("../../dashboards/alerting/services-without-slo");
const alertmanager_1 = require("monitoring-as-code/exporters/alertmanager");
const blackbox_1 = require("monitoring-as-code/exporters/blackbox");
const grafana_1 = require("monitoring-as-code/exporters/grafana");
const node_1 = require("monitoring-as-code/exporters/node");
const prometheus_1 = require("monitoring-as-code/exporters/prometheus");
const alerting_1 = require("../../notifications/alerting");
const alerts_1 = require("./alerts");
const jobs_1 = require("./jobs");
const metrics_1 = require("./metrics");
const recordings_1 = require("./recordings");
/** The monitoring of the monitoring: it sees every system, so that nothing goes unwatched because a watcher is down. */
exports.alerting = {
  id: "alerting",
  title: "Monitoring",
  description:
    "Prometheus, Alertmanager, Grafana and their hosts, the alerts of all systems, and the services that no system answers for",
  observes: "all",
  jobs: jobs_1.jobs,
  metrics: metrics_1.metrics,
  exporters: [
    prometheus_1.prometheusExporter,
    alertmanager_1.alertmanagerExporter,
    grafana_1.grafanaExporter,
    node_1.nodeExporter,
    blackbox_1.blackboxExporter,
  ],
  dashboards: [
    alert_overview_1.alertOverviewDashboard,
    monitoring_stack_1.monitoringStackDashboard,
    services_without_slo_1.servicesWithoutSloDashboard,
  ],
  alertGroups: alerts_1.alertGroups,
  recordingGroups: recordings_1.recordingGroups,
  slos: [],
  notifications: alerting_1.alertingNotifications,
};
//# sourceMappingURL=index.js.map
