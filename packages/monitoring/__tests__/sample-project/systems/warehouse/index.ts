import type { MonitoredSystem } from "monitoring-as-code";
import { stockDashboard } from "../../dashboards/warehouse/stock";
import { alertGroups } from "./alerts";
import { databaseUid, dataSources } from "./data-sources";
import { metrics } from "./metrics";

/** Keeps things until they are sold; its alerts go where the root of the tree sends them. */
export const warehouse: MonitoredSystem = {
  id: "warehouse",
  title: "Warehouse",
  description: `Keeps things until they are sold; counts them in ${databaseUid}`,
  jobs: [
    {
      job: "warehouse",
      targets: ["warehouse:8080"],
      labels: { service: "warehouse" },
    },
  ],
  metrics,
  exporters: [],
  dataSources,
  dashboards: [stockDashboard],
  alertGroups,
  recordingGroups: [],
  slos: [],
};
