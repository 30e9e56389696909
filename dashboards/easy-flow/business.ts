import { dashboard, row, type Link } from "monitoring-as-code/dashboards";
import {
  conversionPanels,
  dialoguePanels,
  intentPanels,
  satisfactionPanels,
  supportPanels,
} from "./business-panels";
import { look, platformVariable } from "./look";

const uid = "easy-flow-business";

/** The same figures over a report's time: Grafana without licence sends no reports, so they are read here. */
function report(title: string, range: string, tooltip: string): Link {
  return {
    title,
    url: `/d/${uid}?from=now-${range}&to=now&\${__all_variables}`,
    tooltip,
  };
}

export const businessDashboard = dashboard({
  ...look,
  uid,
  title: "Easy Flow - Business",
  description:
    "What customers want, whether they get it, and how they like it. For product and support.",
  tags: ["business"],
  refresh: "5m",
  time: { from: "now-7d", to: "now" },
  variables: [platformVariable],
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
    row("Dialogues", dialoguePanels()),
    row("Intents and problems", intentPanels()),
    row("Satisfaction", satisfactionPanels()),
    row("Conversion", conversionPanels()),
    row("Support quality", supportPanels()),
  ],
});
