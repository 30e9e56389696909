import {
  listOf,
  numberOf,
  own,
  textOf,
  type Fields,
  type Json,
} from "../../../internal/json-tree";
import type { Migration } from "./migration";

/** What an axis says, as the properties of fields that are drawn at it. */
export type AxisProperties = readonly (readonly [id: string, value: Json])[];

/**
 * Reads the axes of a graph: what the left one says is for all fields; the result is what the right one says, for the
 * overrides of the series that are drawn at it.
 */
export function readAxes(migration: Migration): AxisProperties {
  const { ledger, panel, defaults, custom } = migration;
  const axes = listOf(own(panel, "yaxes"));
  if (axes.length > 0 || Array.isArray(panel.yaxes)) delete panel.yaxes;
  const [left, right] = axes;
  for (const [id, value] of left === undefined
    ? oldAxis(migration)
    : axisProperties(migration, left))
    if (id.startsWith("custom.")) custom[id.slice("custom.".length)] = value;
    else defaults[id] = value;
  const yaxis = ledger.open(panel, "yaxis");
  ledger.takeOff("graph", yaxis, ["align", "alignLevel"]);
  const used = listOf(own(panel, "seriesOverrides")).some(
    (series) => series.yaxis === 2,
  );
  const properties =
    right === undefined ? [] : axisProperties(migration, right);
  return used ? properties : [];
}

/** Before version 2.5 the unit was a field of the panel. */
function oldAxis({ ledger, panel }: Migration): AxisProperties {
  const formats = own(panel, "y_formats");
  const [unit] = Array.isArray(formats) ? formats : [];
  ledger.take("graph", panel, "y_formats");
  ledger.take("graph", panel, "y-axis");
  ledger.take("graph", panel, "x-axis");
  return typeof unit === "string" ? [["unit", unit]] : [];
}

function axisProperties({ ledger }: Migration, axis: Fields): AxisProperties {
  const take = (field: string) => ledger.take("graph", axis, field);
  const properties: [string, Json][] = [];
  const unit = textOf(take("format"));
  if (unit !== undefined) properties.push(["unit", unit]);
  for (const end of ["min", "max", "decimals"]) {
    const value = numberOf(own(axis, end));
    if (value === undefined) ledger.takeOff("graph", axis, [end]);
    else {
      take(end);
      properties.push([end, value]);
    }
  }
  const label = textOf(take("label"));
  if (label !== undefined) properties.push(["custom.axisLabel", label]);
  const base = numberOf(take("logBase")) ?? 1;
  if (base > 1)
    properties.push(["custom.scaleDistribution", { type: "log", log: base }]);
  if (take("show") === false)
    properties.push(["custom.axisPlacement", "hidden"]);
  return properties;
}
