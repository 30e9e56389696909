import {
  listOf,
  numberOf,
  own,
  textOf,
  type Fields,
} from "../../../internal/json-tree";
import type { Migration } from "./migration";

const colors: Readonly<Record<string, string>> = {
  critical: "red",
  warning: "orange",
  ok: "green",
};

interface Limit {
  readonly value: number;
  readonly color: string;
  /** Whether the colour is that of smaller values. */
  readonly below: boolean;
}

/** Lines and areas at values: what lies above (`gt`) or below (`lt`) has the colour, the rest none. */
export function readThresholds(migration: Migration): void {
  const { ledger, panel, defaults, custom } = migration;
  const list = own(panel, "thresholds");
  if (!Array.isArray(list)) return;
  delete panel.thresholds;
  if (list.length === 0) ledger.note("graph", panel, "thresholds");
  let line = false;
  let area = false;
  const limits: Limit[] = [];
  for (const threshold of listOf(list)) {
    const value = numberOf(own(threshold, "value"));
    if (value === undefined) continue;
    const take = (field: string) => ledger.take("graph", threshold, field);
    line = take("line") === true || line;
    area = take("fill") === true || area;
    limits.push(limitOf(migration, threshold, value));
    for (const field of ["value", "visible"]) take(field);
    if (threshold.yaxis !== "right") take("yaxis");
  }
  if (limits.length === 0) return;
  limits.sort((a, b) => a.value - b.value);
  defaults.thresholds = { mode: "absolute", steps: stepsOf(limits) };
  custom.thresholdsStyle = {
    mode: line && area ? "line+area" : area ? "area" : line ? "line" : "off",
  };
}

function limitOf(
  { ledger }: Migration,
  threshold: Fields,
  value: number,
): Limit {
  const take = (field: string) => ledger.take("graph", threshold, field);
  const mode = textOf(take("colorMode")) ?? "critical";
  const fill = textOf(take("fillColor"));
  const stroke = textOf(take("lineColor"));
  return {
    value,
    color: colors[mode] ?? stroke ?? fill ?? "red",
    below: take("op") === "lt",
  };
}

/** Between two limits nothing has a colour, unless the lower one colours what is above it. */
function stepsOf(limits: readonly Limit[]): Fields[] {
  const none = "transparent";
  const [first] = limits;
  const steps: Fields[] = [
    { value: null, color: first?.below === true ? first.color : none },
  ];
  for (const [index, limit] of limits.entries()) {
    const next = limits[index + 1];
    const above = limit.below
      ? next?.below === true
        ? next.color
        : none
      : limit.color;
    steps.push({ value: limit.value, color: above });
  }
  return steps;
}
