import type { MonitoredSystem } from "../../lib/model/monitored-system";
import { analytics } from "./data-sources";

/** An AI customer support service: chat platforms, intent recognition, answers of a language model. */
export const easyFlow: MonitoredSystem = {
  id: "easy-flow",
  title: "Easy Flow",
  description:
    "AI customer support: conversations on chat platforms, intent recognition, answers of a language model, an analytics database",
  jobs: [],
  metrics: [],
  exporters: [],
  dataSources: [analytics],
  dashboards: [],
  alertGroups: [],
  recordingGroups: [],
  slos: [],
};
