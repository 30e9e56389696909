"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.applications = void 0;
const application_metrics_1 = require("../../dashboards/applications/application-metrics");
const applications_1 = require("../../notifications/applications");
const alerts_1 = require("./alerts");
const metrics_1 = require("./metrics");
/** The applications that bring nothing but the metrics of the platform's own template. */
exports.applications = {
  id: "applications",
  title: "Applications",
  description: "Applications on the platform's template: requests and errors",
  jobs: [{ job: "custom-app", targets: ["my-app:8080"] }],
  metrics: metrics_1.metrics,
  exporters: [],
  dashboards: [application_metrics_1.applicationMetrics],
  alertGroups: alerts_1.alertGroups,
  recordingGroups: [],
  slos: [],
  notifications: applications_1.applicationsNotifications,
};
//# sourceMappingURL=index.js.map
