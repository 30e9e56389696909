"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.overviewDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
const golden_signal_panels_1 = require("./golden-signal-panels");
const resource_panels_1 = require("./resource-panels");
const choice = (name, label, metric) =>
  (0, dashboards_1.queryVariable)(
    name,
    `label_values(${metric}{${expressions_1.agent}}, ${name})`,
    {
      label,
      multi: true,
      includeAll: true,
      allValue: ".*",
    },
  );
exports.overviewDashboard = (0, dashboards_1.dashboard)({
  uid: "archon-overview",
  title: "Archon Agent - Overview",
  description:
    "Rate, errors, duration and saturation of the agent, what its language model costs, and where to look next",
  system: "archon-agent",
  tags: ["archon", "agent", "red"],
  refresh: "30s",
  variables: [
    choice("method", "Method", "agent_requests_total"),
    choice("endpoint", "Endpoint", "agent_requests_total"),
    choice("model", "Model", "llm_tokens_used_count"),
  ],
  rows: [
    (0, dashboards_1.row)(
      "Golden signals",
      (0, golden_signal_panels_1.goldenSignals)(),
    ),
    (0, dashboards_1.row)("Rate", (0, golden_signal_panels_1.rates)()),
    (0, dashboards_1.row)("Errors", (0, golden_signal_panels_1.errors)()),
    (0, dashboards_1.row)("Duration", (0, golden_signal_panels_1.durations)()),
    (0, dashboards_1.row)("Saturation", (0, resource_panels_1.saturation)()),
    (0, dashboards_1.row)("LLM", (0, resource_panels_1.languageModel)()),
    (0, dashboards_1.row)("Traffic", (0, resource_panels_1.traffic)()),
    (0, dashboards_1.row)("Health", (0, resource_panels_1.health)()),
    (0, dashboards_1.row)(
      "Logs and traces",
      (0, resource_panels_1.logsAndTraces)(),
    ),
  ],
});
//# sourceMappingURL=overview.js.map
