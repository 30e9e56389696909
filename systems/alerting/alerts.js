"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.alertGroups = void 0;
const host_alerts_1 = require("./host-alerts");
const service_alerts_1 = require("./service-alerts");
const stack_alerts_1 = require("./stack-alerts");
/** What the monitoring says of itself and its hosts, and of services that no other system answers for. */
exports.alertGroups = [
  { name: "infrastructure", interval: "30s", alerts: host_alerts_1.hostAlerts },
  {
    name: "alertmanager",
    interval: "30s",
    alerts: stack_alerts_1.alertmanagerAlerts,
  },
  {
    name: "prometheus",
    interval: "30s",
    alerts: stack_alerts_1.prometheusAlerts,
  },
  { name: "deadman", interval: "30s", alerts: stack_alerts_1.deadManAlerts },
  {
    name: "application",
    interval: "30s",
    alerts: service_alerts_1.applicationAlerts,
  },
  {
    name: "multiwindow_multiburn_alerts",
    interval: "30s",
    alerts: service_alerts_1.burnAlerts,
  },
  // A month does not change in half a minute.
  { name: "slo_alerts", interval: "5m", alerts: service_alerts_1.sloAlerts },
];
//# sourceMappingURL=alerts.js.map
