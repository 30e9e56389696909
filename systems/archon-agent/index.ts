import { overviewDashboard } from "../../dashboards/archon-agent/overview";
import { sloDashboard as archonSloDashboard } from "../../dashboards/archon-agent/slo";
import { sloDashboard } from "../../dashboards/slo/slo-dashboard";
import { blackboxExporter } from "monitoring-as-code/exporters/blackbox";
import type { MonitoredSystem } from "monitoring-as-code";
import { archonAgentNotifications } from "./notifications";
import { alertGroups } from "./alerts";
import { jobs } from "./jobs";
import { metrics } from "./metrics";
import { recordingGroups } from "./recordings";
import { slos } from "./slos";

/** An agent that answers questions with a language model, on PostgreSQL, Redis and four queues. */
export const archonAgent: MonitoredSystem = {
  id: "archon-agent",
  title: "Archon Agent",
  description:
    "Language-model agent in Python: requests, tokens, queues and health checks, JSON logs and OpenTelemetry traces",
  jobs,
  metrics,
  exporters: [blackboxExporter],
  dashboards: [
    overviewDashboard,
    archonSloDashboard,
    ...slos.map((slo) => sloDashboard("archon-agent", slo)),
  ],
  alertGroups,
  recordingGroups,
  slos,
  notifications: archonAgentNotifications,
};
