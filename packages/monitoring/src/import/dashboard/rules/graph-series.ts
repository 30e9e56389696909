import {
  isFields,
  listOf,
  numberOf,
  own,
  type Fields,
  type Json,
} from "../../../internal/json-tree";
import type { AxisProperties } from "./graph-axes";
import { addOverride, matcherOf, type Migration } from "./migration";

/** The looks of single series become overrides; those at the right axis take what it says along. */
export function readSeries(migration: Migration, right: AxisProperties): void {
  const { ledger, panel, overrides } = migration;
  const list = own(panel, "seriesOverrides");
  if (!Array.isArray(list)) return;
  delete panel.seriesOverrides;
  if (list.length === 0) ledger.note("graph", panel, "seriesOverrides");
  for (const series of listOf(list)) {
    const alias = ledger.take("graph", series, "alias");
    if (typeof alias !== "string") continue;
    addOverride(
      overrides,
      matcherOf(alias),
      propertiesOf(migration, series, right),
    );
  }
}

function propertiesOf(
  { ledger }: Migration,
  series: Fields,
  right: AxisProperties,
): readonly (readonly [string, Json])[] {
  const properties: (readonly [string, Json])[] = [];
  const add = (id: string, value: Json) => properties.push([id, value]);
  const has = (field: string) => own(series, field) !== undefined;
  const take = (field: string) => ledger.take("graph", series, field);
  if (take("yaxis") === 2) {
    add("custom.axisPlacement", "right");
    for (const [id, value] of right)
      if (id !== "custom.axisPlacement") add(id, value);
  }
  if (typeof series.color === "string")
    add("color", { mode: "fixed", fixedColor: take("color") });
  const style = drawStyleOf(take("bars"), take("lines"), take("points"));
  for (const [id, value] of style) add(id, value);
  const numbers = [
    ["linewidth", "custom.lineWidth", 1],
    ["fill", "custom.fillOpacity", 10],
    ["pointradius", "custom.pointSize", 2],
  ] as const;
  for (const [field, id, factor] of numbers) {
    const value = numberOf(own(series, field));
    if (value === undefined) continue;
    take(field);
    add(id, field === "pointradius" ? 2 + value * factor : value * factor);
  }
  if (has("dashes")) {
    const dash = [
      numberOf(take("dashLength")) ?? 10,
      numberOf(take("spaceLength")) ?? 10,
    ];
    if (take("dashes") === true)
      add("custom.lineStyle", { fill: "dash", dash });
  }
  if (typeof series.stack === "boolean" || typeof series.stack === "string") {
    const stack = take("stack");
    add("custom.stacking", {
      group: typeof stack === "string" ? stack : "A",
      mode: stack === false ? "none" : "normal",
    });
  }
  if (take("steppedLine") === true)
    add("custom.lineInterpolation", "stepAfter");
  if (series.transform === "negative-Y")
    add("custom.transform", take("transform"));
  if (typeof series.fillBelowTo === "string")
    add("custom.fillBelowTo", take("fillBelowTo"));
  if (series.nullPointMode === "connected" || series.nullPointMode === "null")
    add("custom.spanNulls", take("nullPointMode") === "connected");
  ledger.refuse(
    series,
    "zindex",
    "a series in front of or behind the others",
    "time series panels draw in the order of the queries: change that",
  );
  const hidden = [take("legend") === false, take("hideTooltip") === true];
  if (hidden.includes(true))
    add("custom.hideFrom", {
      legend: hidden[0],
      tooltip: hidden[1],
      viz: false,
    });
  return properties;
}

function drawStyleOf(
  bars: Json,
  lines: Json,
  points: Json,
): readonly (readonly [string, Json])[] {
  const properties: (readonly [string, Json])[] = [];
  if (bars === true) properties.push(["custom.drawStyle", "bars"]);
  else if (lines === true) properties.push(["custom.drawStyle", "line"]);
  else if (lines === false && points === true)
    properties.push(["custom.drawStyle", "points"]);
  else if (lines === false) properties.push(["custom.lineWidth", 0]);
  if (points === true) properties.push(["custom.showPoints", "always"]);
  return properties;
}

/** Colours by the name of a series. */
export function readColors({ ledger, panel, overrides }: Migration): void {
  const colors = own(panel, "aliasColors");
  if (!isFields(colors)) return;
  delete panel.aliasColors;
  if (Object.keys(colors).length === 0)
    ledger.note("graph", panel, "aliasColors");
  for (const [alias, color] of Object.entries(colors)) {
    if (typeof color !== "string") continue;
    ledger.note("graph", colors, alias);
    addOverride(overrides, { id: "byName", options: alias }, [
      ["color", { mode: "fixed", fixedColor: color }],
    ]);
  }
}
