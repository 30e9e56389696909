"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.slo = void 0;
const service_slos_1 = require("../../dashboards/slo/service-slos");
const slo_dashboard_1 = require("../../dashboards/slo/slo-dashboard");
const slo_overview_1 = require("../../dashboards/slo/slo-overview");
const postgres_1 = require("monitoring-as-code/exporters/postgres");
const slo_1 = require("../../notifications/slo");
const alerts_1 = require("./alerts");
const jobs_1 = require("./jobs");
const metrics_1 = require("./metrics");
const recordings_1 = require("./recordings");
const slos_1 = require("./slos");
/** An API, its database and a queue, seen only through what they promise: objectives, budgets and who must act on them. */
exports.slo = {
  id: "slo",
  title: "Service Level Objectives",
  description:
    "Objectives of an API service, PostgreSQL and a message queue: error budgets, burn rates, the error-budget policy and a checkout of four steps",
  jobs: jobs_1.jobs,
  metrics: metrics_1.metrics,
  exporters: [postgres_1.postgresExporter],
  dashboards: [
    service_slos_1.serviceSlosDashboard,
    (0, slo_overview_1.sloOverview)({
      uid: "slo-objectives",
      title: "Objectives",
      system: "slo",
    }),
    ...slos_1.slos.map((objective) =>
      (0, slo_dashboard_1.sloDashboard)("slo", objective),
    ),
  ],
  alertGroups: alerts_1.alertGroups,
  recordingGroups: recordings_1.recordingGroups,
  slos: slos_1.slos,
  notifications: slo_1.sloNotifications,
};
//# sourceMappingURL=index.js.map
