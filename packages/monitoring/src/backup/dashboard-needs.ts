import { objectOf, walk } from "../internal/json-tree";
import { textOf } from "../review/value";
import type { DashboardObject } from "./objects";

/** What a dashboard reads that is neither in it nor in a backup. */
export interface DashboardNeeds {
  /** uids of datasources, in the order in which they occur. */
  readonly dataSources: readonly string[];
  /** uids of library panels. */
  readonly libraryPanels: readonly string[];
}

/** Names that Grafana itself answers to. */
const builtIn = new Set([
  "grafana",
  "-- Grafana --",
  "-- Mixed --",
  "-- Dashboard --",
  "__expr__",
  "-100",
]);

/** What `dashboard` needs of its server. Datasources that a variable chooses are not known here. */
export function needsOf({ content }: DashboardObject): DashboardNeeds {
  const dataSources = new Set<string>();
  const libraryPanels = new Set<string>();
  walk(
    content.schema === "classic" ? content.model : content.spec,
    (value, name) => {
      if (name === "datasource") {
        // The app platform calls it by name, which is the uid there too.
        const { uid, name: app } = objectOf(value);
        const used = textOf(uid) ?? textOf(app);
        if (used !== undefined && !builtIn.has(used) && !used.includes("$"))
          dataSources.add(used);
      }
      if (name === "libraryPanel") {
        const used = textOf(objectOf(value).uid);
        if (used !== undefined) libraryPanels.add(used);
      }
    },
  );
  return {
    dataSources: [...dataSources].filter((uid) => uid !== ""),
    libraryPanels: [...libraryPanels].filter((uid) => uid !== ""),
  };
}
