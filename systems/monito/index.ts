import { pipelineDashboard } from "../../dashboards/monito/pipeline";
import { pythonRuntime } from "monitoring-as-code/exporters/runtimes";
import type { MonitoredSystem } from "monitoring-as-code";
import { alertGroups } from "./alerts";
import { jobs } from "./jobs";
import { metrics } from "./metrics";
import { recordingGroups } from "./recordings";

/**
 * A pipeline of files. It has no receivers of its own, its alerts go where all go; and no objectives, which need a baseline
 * first.
 */
export const monito: MonitoredSystem = {
  id: "monito",
  title: "Monito",
  description:
    "Python pipeline that parses and validates Excel files: pre-processor, row validator, language model, Redis cache",
  jobs,
  metrics,
  exporters: [pythonRuntime],
  dashboards: [pipelineDashboard],
  alertGroups,
  recordingGroups,
  slos: [],
};
