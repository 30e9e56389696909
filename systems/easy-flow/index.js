"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.easyFlow = void 0;
const ai_performance_1 = require("../../dashboards/easy-flow/ai-performance");
const business_1 = require("../../dashboards/easy-flow/business");
const operational_1 = require("../../dashboards/easy-flow/operational");
const sla_1 = require("../../dashboards/easy-flow/sla");
const blackbox_1 = require("monitoring-as-code/exporters/blackbox");
const node_1 = require("monitoring-as-code/exporters/node");
const runtimes_1 = require("monitoring-as-code/exporters/runtimes");
const easy_flow_1 = require("../../notifications/easy-flow");
const alerts_1 = require("./alerts");
const data_sources_1 = require("./data-sources");
const jobs_1 = require("./jobs");
const metrics_1 = require("./metrics");
const recordings_1 = require("./recordings");
const slos_1 = require("./slos");
/** An AI customer support service: chat platforms, intent recognition, answers of a language model. */
exports.easyFlow = {
  id: "easy-flow",
  title: "Easy Flow",
  description:
    "AI customer support: conversations on chat platforms, intent recognition, answers of a language model, an analytics database",
  jobs: jobs_1.jobs,
  metrics: metrics_1.metrics,
  exporters: [
    runtimes_1.pythonRuntime,
    blackbox_1.blackboxExporter,
    node_1.nodeExporter,
  ],
  dataSources: [data_sources_1.analytics],
  dashboards: [
    operational_1.operationalDashboard,
    business_1.businessDashboard,
    ai_performance_1.aiDashboard,
    sla_1.slaDashboard,
  ],
  alertGroups: alerts_1.alertGroups,
  recordingGroups: recordings_1.recordingGroups,
  slos: slos_1.slos,
  notifications: easy_flow_1.easyFlowNotifications,
};
//# sourceMappingURL=index.js.map
