import type { Unexpressed } from "../import-result";
import {
  copyOf,
  eachObject,
  fieldsOf,
  isFields,
  listOf,
  numberOf,
  type Fields,
} from "../../internal/json-tree";
import { pathTo } from "../difference";
import { Ledger, type Note } from "./ledger";
import { originalDashboard } from "./original";
import { houseVariables } from "./panels/house-variables";
import {
  cleanAnnotations,
  cleanLinks,
  cleanPanelLinks,
} from "./rules/annotations";
import {
  addDataSourceVariables,
  allPanelsOf,
  nameDataSources,
} from "./rules/data-sources";
import { dropAssumed, dropNothing, startThresholds } from "./rules/defaults";
import { migrateGraph } from "./rules/graph";
import { fillInputs, placeLibraryPanels } from "./rules/inputs";
import { migrateOldHeatmap } from "./rules/old-heatmap";
import { migrateOldPanel } from "./rules/old-panel";
import { migrateOldTable } from "./rules/old-table";
import { dropHiddenFooter } from "./rules/table-footer";
import { orderOverrides } from "./rules/overrides";
import { numberPanels } from "./rules/panel-ids";
import { placePanels } from "./rules/place";
import { cleanQueries } from "./rules/queries";
import { gridOfRows } from "./rules/rows";
import {
  cleanDashboard,
  cleanPanel,
  cleanRow,
  cleanUid,
} from "./rules/server-fields";
import { migrateSinglestat } from "./rules/singlestat";
import { cleanVariables } from "./rules/variables";

/** A dashboard after all rules of normalization, and what they did to it. */
export interface NormalizedDashboard {
  /** In schema version 42, without what Grafana assumes anyhow. */
  readonly model: Fields;
  /** What the rules took or changed, by its place in the original. */
  readonly notes: readonly Note[];
  /** What of the original is not in the model, and what of the model does not say all. */
  readonly unexpressed: readonly Unexpressed[];
}

/**
 * The normalized form of a dashboard of any age, tool or export, as `rules` defines it. Two dashboards that say the same
 * to Grafana have the same form. Throws one error where `original` is no dashboard.
 */
export function normalizedDashboard(original: unknown): NormalizedDashboard {
  const found = originalDashboard(original);
  const dashboard = copyOf(found.dashboard);
  const ledger = new Ledger(dashboard);
  clean(dashboard, ledger);
  ledger.close(found.dashboard);
  const below = ({ path }: { path: string }): string =>
    found.at === "" ? path : `${found.at}.${path}`;
  return {
    model: dashboard,
    notes: [
      ...Object.keys(found.around).map((field) => ({
        path: pathTo("", field),
        rule: "envelope" as const,
      })),
      ...ledger.notes.map((note) => ({ ...note, path: below(note) })),
    ],
    unexpressed: ledger.unexpressed.map((entry) => ({
      ...entry,
      path: below(entry),
    })),
  };
}

/** Only the normalized form, for what is compared with another; books are not kept. */
export function normalizedModel(dashboard: unknown): Fields {
  const found = copyOf(originalDashboard(dashboard).dashboard);
  clean(found, new Ledger(found, false));
  return found;
}

/** The rules in their order. */
function clean(dashboard: Fields, ledger: Ledger): void {
  const version = numberOf(dashboard.schemaVersion) ?? 0;
  eachObject(dashboard, (fields) => {
    ledger.take("serverField", fields, "$$hashKey");
  });
  dropNothing(dashboard, ledger);
  placeLibraryPanels(dashboard, ledger);
  fillInputs(dashboard, ledger);
  cleanUid(dashboard, ledger);
  cleanDashboard(dashboard, ledger);
  gridOfRows(dashboard, ledger);
  for (const panel of listOf(dashboard.panels))
    if (panel.type === "row") {
      cleanRow(panel, ledger);
      cleanPanel(panel, ledger);
    }
  for (const panel of allPanelsOf(dashboard)) {
    cleanPanel(panel, ledger);
    for (const migrate of migrations) migrate(panel, ledger, version);
    startThresholds(panel, ledger);
    orderOverrides(panel);
    dropHiddenFooter(panel, ledger);
    cleanPanelLinks(panel, ledger);
  }
  cleanLinks(dashboard, ledger);
  nameDataSources(dashboard, ledger);
  addDataSourceVariables(dashboard, houseVariables, ledger);
  // Names of variables that have come are known now.
  nameDataSources(dashboard, ledger);
  for (const panel of allPanelsOf(dashboard)) cleanQueries(panel, ledger);
  cleanVariables(dashboard, ledger);
  cleanAnnotations(dashboard, ledger);
  placePanels(dashboard, ledger);
  numberPanels(dashboard, ledger);
  dropAssumed(dashboard, ledger);
  dropEmptyUnit(dashboard, ledger);
  dashboard.schemaVersion = 42;
}

const migrations = [
  migrateGraph,
  migrateSinglestat,
  migrateOldTable,
  migrateOldHeatmap,
  migrateOldPanel,
];

/** The unit `none` is that of numbers without a unit. */
function dropEmptyUnit(dashboard: Fields, ledger: Ledger): void {
  for (const panel of allPanelsOf(dashboard)) {
    const config = fieldsOf(panel.fieldConfig);
    const { defaults } = config;
    if (!isFields(defaults) || defaults.unit !== "none") continue;
    ledger.take("default", defaults, "unit");
    if (Object.keys(defaults).length === 0) delete config.defaults;
    if (Object.keys(config).length === 0) delete panel.fieldConfig;
  }
}
