"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.businessDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const business_panels_1 = require("./business-panels");
const look_1 = require("./look");
const uid = "easy-flow-business";
/** The same figures over a report's time: Grafana without licence sends no reports, so they are read here. */
function report(title, range, tooltip) {
  return {
    title,
    url: `/d/${uid}?from=now-${range}&to=now&\${__all_variables}`,
    tooltip,
  };
}
exports.businessDashboard = (0, dashboards_1.dashboard)({
  ...look_1.look,
  uid,
  title: "Easy Flow - Business",
  description:
    "What customers want, whether they get it, and how they like it. For product and support.",
  tags: ["business"],
  refresh: "5m",
  time: { from: "now-7d", to: "now" },
  variables: [look_1.platformVariable],
  links: [
    report("Daily report", "24h", "Summary of the last day"),
    report("Weekly report", "7d", "Trends and outliers of the last week"),
    report("Monthly report", "30d", "The last month, for recommendations"),
    {
      title: "Export",
      url: "https://easy-flow.example.com/analytics/export?start_date=${__from:date:YYYY-MM-DD}&end_date=${__to:date:YYYY-MM-DD}&format=xlsx",
      tooltip: "The shown range as a spreadsheet",
      newTab: true,
    },
  ],
  rows: [
    (0, dashboards_1.row)("Dialogues", (0, business_panels_1.dialoguePanels)()),
    (0, dashboards_1.row)(
      "Intents and problems",
      (0, business_panels_1.intentPanels)(),
    ),
    (0, dashboards_1.row)(
      "Satisfaction",
      (0, business_panels_1.satisfactionPanels)(),
    ),
    (0, dashboards_1.row)(
      "Conversion",
      (0, business_panels_1.conversionPanels)(),
    ),
    (0, dashboards_1.row)(
      "Support quality",
      (0, business_panels_1.supportPanels)(),
    ),
  ],
});
//# sourceMappingURL=business.js.map
