"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.monitoringStackDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const host_panels_1 = require("../node-infrastructure/host-panels");
const delivery_panels_1 = require("./delivery-panels");
const expressions_1 = require("./expressions");
const stack_panels_1 = require("./stack-panels");
/** Whether the monitoring itself works: scraping, evaluating, notifying, showing, and the hosts below. */
exports.monitoringStackDashboard = (0, dashboards_1.dashboard)({
  uid: "monitoring-stack",
  title: "Monitoring Stack",
  description:
    "Whether Prometheus scrapes and evaluates, Alertmanager and Grafana notify, and their hosts have room left.",
  system: "alerting",
  tags: ["monitoring"],
  refresh: "30s",
  rows: [
    (0, dashboards_1.row)([
      (0, stack_panels_1.instances)(),
      (0, stack_panels_1.targetsDown)(),
      (0, stack_panels_1.configReload)(),
    ]),
    (0, dashboards_1.row)("Targets and rules", [
      (0, stack_panels_1.silentTargets)(),
      (0, stack_panels_1.ruleFailures)(),
    ]),
    (0, dashboards_1.row)("Prometheus", [
      (0, stack_panels_1.seriesAndSamples)(),
      (0, stack_panels_1.samples)(),
      (0, stack_panels_1.notificationQueue)(),
      (0, delivery_panels_1.silences)(),
    ]),
    (0, dashboards_1.row)("Notifications", [
      (0, delivery_panels_1.notifications)(),
      (0, delivery_panels_1.notificationFailures)(),
      (0, delivery_panels_1.notificationLatency)(),
    ]),
    (0, dashboards_1.row)("Grafana", [
      (0, delivery_panels_1.grafanaRequests)(),
      (0, delivery_panels_1.grafanaLatency)(),
    ]),
    (0, dashboards_1.row)("Hosts", [
      (0, host_panels_1.cpuUsage)(expressions_1.own),
      (0, host_panels_1.memoryUsage)(expressions_1.own),
      (0, host_panels_1.diskUsage)(expressions_1.own),
      (0, host_panels_1.diskActivity)(expressions_1.own),
    ]),
    (0, dashboards_1.row)("Certificates", [(0, stack_panels_1.certificates)()]),
  ],
});
//# sourceMappingURL=monitoring-stack.js.map
