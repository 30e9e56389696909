import {
  listOf,
  numberOf,
  own,
  textOf,
  type Fields,
  type Json,
  plainText,
} from "../../../internal/json-tree";
import type { Ledger } from "../ledger";
import { calculationOf, migrationTo, type Migration } from "./migration";

const rule = "singlestat";
const types: readonly Json[] = ["singlestat", "grafana-singlestat-panel"];

/** `singlestat` becomes `stat`, with its gauge shown `gauge`. Source: the fields of the panels as Grafana's own migration reads them. */
export function migrateSinglestat(panel: Fields, ledger: Ledger): void {
  if (!types.includes(panel.type)) return;
  const gauge = ledger.open(panel, "gauge");
  const asGauge = ledger.take(rule, gauge, "show") === true;
  const migration = migrationTo(
    asGauge ? "gauge" : "stat",
    rule,
    panel,
    ledger,
  );
  readReduction(migration);
  readFormat(migration);
  readThresholds(migration, asGauge);
  readMappings(migration);
  if (asGauge) readGauge(migration, gauge);
  else readLook(migration);
  for (const field of [
    "minValue",
    "maxValue",
    "thresholdLabels",
    "thresholdMarkers",
  ])
    ledger.take(rule, gauge, field);
  readSizes(migration);
}

function readReduction({ ledger, panel, options }: Migration): void {
  const name = textOf(ledger.take(rule, panel, "valueName")) ?? "avg";
  const column = textOf(ledger.take(rule, panel, "tableColumn"));
  options.reduceOptions = {
    calcs: [calculationOf(name) ?? "lastNotNull"],
    fields: column === undefined ? "" : `/^${column}$/`,
    values: false,
  };
  if (name === "name") options.textMode = "name";
}

function readFormat({ ledger, panel, defaults }: Migration): void {
  const unit = textOf(ledger.take(rule, panel, "format"));
  if (unit !== undefined) defaults.unit = unit;
  const decimals = numberOf(own(panel, "decimals"));
  if (decimals !== undefined) {
    ledger.take(rule, panel, "decimals");
    defaults.decimals = decimals;
  }
  const none = textOf(ledger.take(rule, panel, "nullText"));
  if (none !== undefined) defaults.noValue = none;
  for (const [field, where] of [
    ["prefix", "before"],
    ["postfix", "behind"],
  ] as const) {
    ledger.takeOff(rule, panel, [field]);
    ledger.refuse(
      panel,
      field,
      `the text ${where} the value`,
      "stat panels have none: choose a unit such as `suffix: orders`, or say it in the title",
    );
  }
}

/** "10,20" and three colours: from 10 on the second, from 20 on the third. */
function readThresholds(
  { ledger, panel, defaults, options }: Migration,
  asGauge: boolean,
): void {
  const limits = plainText(ledger.take(rule, panel, "thresholds") ?? "")
    .split(",")
    .flatMap((text) => numberOf(text) ?? []);
  const colors = own(panel, "colors");
  ledger.take(rule, panel, "colors");
  const background = ledger.take(rule, panel, "colorBackground") === true;
  const value = ledger.take(rule, panel, "colorValue") === true;
  if (Array.isArray(colors) && (background || value || asGauge)) {
    const named = colors.map((color) =>
      typeof color === "string" ? color : "green",
    );
    defaults.thresholds = {
      mode: "absolute",
      steps: [null, ...limits].map((from, index) => ({
        value: from,
        color: named[Math.min(index, named.length - 1)] ?? "green",
      })),
    };
    defaults.color = { mode: "thresholds" };
  } else defaults.color = { mode: "fixed", fixedColor: "text" };
  if (!asGauge) options.colorMode = background ? "background" : "value";
}

/** `mappingType` says which of the two lists holds. */
function readMappings({ ledger, panel, defaults }: Migration): void {
  const byRange = ledger.take(rule, panel, "mappingType") === 2;
  const values = listOf(own(panel, "valueMaps"));
  const ranges = listOf(own(panel, "rangeMaps"));
  ledger.takeList(rule, panel, "mappingTypes", ["name", "value"]);
  ledger.takeList(rule, panel, byRange ? "valueMaps" : "rangeMaps", [
    "op",
    "text",
    "value",
    "from",
    "to",
  ]);
  const used = byRange ? "rangeMaps" : "valueMaps";
  if (Array.isArray(own(panel, used))) {
    if ((byRange ? ranges : values).length === 0)
      ledger.take(rule, panel, used);
    else delete panel[used];
  }
  const mappings = byRange
    ? ranges.map((range) => rangeMapping(ledger, range))
    : values.map((value, index) => valueMapping(ledger, value, index));
  if (mappings.length > 0) defaults.mappings = mappings;
}

function valueMapping(ledger: Ledger, map: Fields, index: number): Fields {
  const value = ledger.take(rule, map, "value");
  const result = {
    text: plainText(ledger.take(rule, map, "text") ?? ""),
    index,
  };
  ledger.take(rule, map, "op");
  return value === "null" || value === null || value === undefined
    ? { type: "special", options: { match: "null", result } }
    : { type: "value", options: { [plainText(value)]: result } };
}

function rangeMapping(ledger: Ledger, map: Fields): Fields {
  const from = ledger.take(rule, map, "from");
  const to = ledger.take(rule, map, "to");
  const result = { text: plainText(ledger.take(rule, map, "text") ?? "") };
  return from === "null" && to === "null"
    ? { type: "special", options: { match: "null", result } }
    : {
        type: "range",
        options: {
          from: numberOf(from) ?? null,
          to: numberOf(to) ?? null,
          result,
        },
      };
}

function readGauge(
  { ledger, panel, defaults, options }: Migration,
  gauge: Fields,
): void {
  defaults.min = numberOf(ledger.take(rule, gauge, "minValue")) ?? 0;
  defaults.max = numberOf(ledger.take(rule, gauge, "maxValue")) ?? 100;
  options.showThresholdLabels =
    ledger.take(rule, gauge, "thresholdLabels") === true;
  options.showThresholdMarkers =
    ledger.take(rule, gauge, "thresholdMarkers") !== false;
  const sparkline = ledger.open(panel, "sparkline");
  for (const field of [
    "show",
    "full",
    "lineColor",
    "fillColor",
    "ymin",
    "ymax",
  ])
    ledger.take(rule, sparkline, field);
}

function readLook({ ledger, panel, options }: Migration): void {
  const sparkline = ledger.open(panel, "sparkline");
  const shown = ledger.take(rule, sparkline, "show") === true;
  options.graphMode = shown ? "area" : "none";
  // The line takes the colour of the value now, and the whole of the panel's lower part.
  for (const field of ["full", "lineColor", "fillColor", "ymin", "ymax"])
    ledger.take(rule, sparkline, field);
}

/** Texts fit the panel by themselves now. */
function readSizes({ ledger, panel }: Migration): void {
  for (const field of [
    "prefixFontSize",
    "postfixFontSize",
    "valueFontSize",
    "nullPointMode",
    "colorPrefix",
    "colorPostfix",
    "hideTimeOverride",
  ])
    if (field === "hideTimeOverride") ledger.takeOff(rule, panel, [field]);
    else ledger.take(rule, panel, field);
}
