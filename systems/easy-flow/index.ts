import { aiDashboard } from "../../dashboards/easy-flow/ai-performance";
import { businessDashboard } from "../../dashboards/easy-flow/business";
import { operationalDashboard } from "../../dashboards/easy-flow/operational";
import { slaDashboard } from "../../dashboards/easy-flow/sla";
import { blackboxExporter } from "monitoring-as-code/exporters/blackbox";
import { nodeExporter } from "monitoring-as-code/exporters/node";
import { pythonRuntime } from "monitoring-as-code/exporters/runtimes";
import type { MonitoredSystem } from "monitoring-as-code";
import { easyFlowNotifications } from "./notifications";
import { alertGroups } from "./alerts";
import { analytics } from "./data-sources";
import { jobs } from "./jobs";
import { metrics } from "./metrics";
import { recordingGroups } from "./recordings";
import { slos } from "./slos";

/** An AI customer support service: chat platforms, intent recognition, answers of a language model. */
export const easyFlow: MonitoredSystem = {
  id: "easy-flow",
  title: "Easy Flow",
  description:
    "AI customer support: conversations on chat platforms, intent recognition, answers of a language model, an analytics database",
  jobs,
  metrics,
  exporters: [pythonRuntime, blackboxExporter, nodeExporter],
  dataSources: [analytics],
  dashboards: [
    operationalDashboard,
    businessDashboard,
    aiDashboard,
    slaDashboard,
  ],
  alertGroups,
  recordingGroups,
  slos,
  notifications: easyFlowNotifications,
};
