"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.archonAgent = void 0;
const overview_1 = require("../../dashboards/archon-agent/overview");
const slo_1 = require("../../dashboards/archon-agent/slo");
const slo_dashboard_1 = require("../../dashboards/slo/slo-dashboard");
const blackbox_1 = require("monitoring-as-code/exporters/blackbox");
const archon_agent_1 = require("../../notifications/archon-agent");
const alerts_1 = require("./alerts");
const jobs_1 = require("./jobs");
const metrics_1 = require("./metrics");
const recordings_1 = require("./recordings");
const slos_1 = require("./slos");
/** An agent that answers questions with a language model, on PostgreSQL, Redis and four queues. */
exports.archonAgent = {
  id: "archon-agent",
  title: "Archon Agent",
  description:
    "Language-model agent in Python: requests, tokens, queues and health checks, JSON logs and OpenTelemetry traces",
  jobs: jobs_1.jobs,
  metrics: metrics_1.metrics,
  exporters: [blackbox_1.blackboxExporter],
  dashboards: [
    overview_1.overviewDashboard,
    slo_1.sloDashboard,
    ...slos_1.slos.map((slo) =>
      (0, slo_dashboard_1.sloDashboard)("archon-agent", slo),
    ),
  ],
  alertGroups: alerts_1.alertGroups,
  recordingGroups: recordings_1.recordingGroups,
  slos: slos_1.slos,
  notifications: archon_agent_1.archonAgentNotifications,
};
//# sourceMappingURL=index.js.map
