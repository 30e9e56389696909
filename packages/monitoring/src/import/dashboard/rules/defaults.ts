import {
  isFields,
  listOf,
  own,
  sameJson,
  type Fields,
  type Json,
  plainText,
} from "../../../internal/json-tree";
import type { Ledger } from "../ledger";
import { allPanelsOf } from "./data-sources";
import { assumedDashboard, assumedPanel, assumedRow } from "../panels/defaults";

/** Leaves away what says nothing: first null and objects without fields, then what Grafana assumes, then what that empties. */
export function dropAssumed(dashboard: Fields, ledger: Ledger): void {
  for (const place of places(dashboard)) {
    dropUnset(place.fields, ledger);
    dropSame(place.fields, place.assumed, ledger);
    dropUnset(place.fields, ledger);
  }
}

/** Leaves away what is null or without fields before any rule reads it. */
export function dropNothing(dashboard: Fields, ledger: Ledger): void {
  for (const row of listOf(dashboard.rows)) {
    for (const panel of listOf(row.panels)) dropNothingIn(panel, ledger);
    dropUnset(row, ledger);
  }
  for (const { fields } of places(dashboard)) dropUnset(fields, ledger);
}

function dropNothingIn(panel: Fields, ledger: Ledger): void {
  for (const name of ["targets", "links"])
    for (const item of listOf(panel[name])) dropUnset(item, ledger);
  dropUnset(panel, ledger);
}

interface PlaceOfFields {
  readonly fields: Fields;
  readonly assumed: Fields;
}

/** Lists are values of one piece, except those of panels, queries, variables, annotations and links. */
function places(dashboard: Fields): PlaceOfFields[] {
  const nothing = {};
  const listed = (fields: Fields | undefined, name: string): PlaceOfFields[] =>
    listOf(fields?.[name]).map((item) => ({ fields: item, assumed: nothing }));
  const holder = (name: string): Fields | undefined => {
    const value = own(dashboard, name);
    return isFields(value) ? value : undefined;
  };
  return [
    ...listed(holder("templating"), "list"),
    ...listed(holder("annotations"), "list"),
    ...listed(dashboard, "links"),
    ...allPanelsOf(dashboard).flatMap((panel) => [
      ...listed(panel, "targets"),
      ...listed(panel, "links"),
      { fields: panel, assumed: assumedPanel(plainText(panel.type)) },
    ]),
    ...listOf(dashboard.panels).flatMap((panel) =>
      panel.type === "row" ? [{ fields: panel, assumed: assumedRow }] : [],
    ),
    { fields: dashboard, assumed: assumedDashboard },
  ];
}

function dropUnset(fields: Fields, ledger: Ledger): void {
  for (const name of Object.keys(fields)) {
    const value = own(fields, name);
    const isHolder = isFields(value);
    if (isHolder) dropUnset(value, ledger);
    if (value === null || (isHolder && Object.keys(value).length === 0))
      ledger.take("unset", fields, name);
  }
}

function dropSame(fields: Fields, assumed: Fields, ledger: Ledger): void {
  for (const [name, usual] of Object.entries(assumed)) {
    const value = own(fields, name);
    if (value === undefined) continue;
    if (isFields(value) && isFields(usual) && !isWhole(name, usual))
      dropSame(value, usual, ledger);
    else if (sameJson(comparable(value), comparable(usual)))
      ledger.take("default", fields, name);
  }
}

/** Thresholds, and the colour of fields, mean something only as a whole. */
export function isWhole(name: string, usual: Fields): boolean {
  return name === "thresholds" || (name === "color" && !("scheme" in usual));
}

/** Blanks in a colour say nothing. */
function comparable(value: Json): Json {
  return typeof value === "string" && /^rgba?\(/.test(value)
    ? value.replaceAll(" ", "")
    : value;
}

/** The step of the smallest values starts at null, whatever its writer says of it: Grafana takes the first for all below. */
export function startThresholds(panel: Fields, ledger: Ledger): void {
  const config = own(panel, "fieldConfig");
  const defaults = isFields(config) ? own(config, "defaults") : undefined;
  const thresholds = isFields(defaults)
    ? own(defaults, "thresholds")
    : undefined;
  if (!isFields(thresholds)) return;
  const [first] = listOf(thresholds.steps);
  if (first !== undefined) ledger.set("thresholdStart", first, "value", null);
  if (thresholds.mode === undefined) thresholds.mode = "absolute";
}
