import {
  copyOf,
  isFields,
  listOf,
  numberOf,
  own,
  textOf,
  type Fields,
  type Json,
  plainText,
} from "../../../internal/json-tree";
import type { Ledger } from "../ledger";
import {
  addOverride,
  calculationOf,
  migrationTo,
  type Migration,
} from "./migration";

const rule = "oldTable";

/** The version of the model from which on a table is the present one, whatever else is said of it. */
const presentTable = 24;

/** What only the old table reads. */
const oldFields = [
  "styles",
  "transform",
  "sort",
  "columns",
  "showHeader",
  "pageSize",
  "scroll",
  "fontSize",
];

/**
 * A table of before Grafana 7 becomes the present one: its transform a transformation, its styles overrides. In a
 * dashboard of a later `version` Grafana reads nothing of them.
 */
export function migrateOldTable(
  panel: Fields,
  ledger: Ledger,
  version: number,
): void {
  const hasStyles =
    panel.type === "table" && own(panel, "styles") !== undefined;
  if (hasStyles && version >= presentTable)
    for (const field of oldFields) ledger.take(rule, panel, field);
  if (panel.type !== "table-old" && !(hasStyles && version < presentTable))
    return;
  const migration = migrationTo("table", rule, panel, ledger);
  readTransform(migration);
  readStyles(migration);
  readSort(migration);
  const { options } = migration;
  options.showHeader = ledger.take(rule, panel, "showHeader") !== false;
  // Pages, scrolling and letters: the present table scrolls and fits by itself.
  for (const field of ["pageSize", "scroll", "fontSize"])
    ledger.take(rule, panel, field);
  ledger.takeOff(rule, panel, ["hideTimeOverride"]);
}

const transforms: Readonly<Record<string, Fields>> = {
  timeseries_to_columns: { id: "joinByField", options: {} },
  timeseries_to_rows: { id: "seriesToRows", options: {} },
  table: { id: "merge", options: {} },
};

function readTransform({ ledger, panel }: Migration): void {
  const columns = listOf(own(panel, "columns"));
  if (Array.isArray(panel.columns)) {
    if (columns.length === 0) ledger.take(rule, panel, "columns");
    else delete panel.columns;
  }
  const values = columns.map((column) => {
    ledger.take(rule, column, "text");
    return ledger.take(rule, column, "value");
  });
  const name = own(panel, "transform");
  const known = typeof name === "string" ? transforms[name] : undefined;
  const transformation =
    name === "timeseries_aggregations"
      ? {
          id: "reduce",
          options: {
            includeTimeField: false,
            reducers: values.map(
              (value) => calculationOf(plainText(value)) ?? plainText(value),
            ),
          },
        }
      : known;
  if (transformation === undefined) {
    ledger.takeOff(rule, panel, ["transform"]);
    ledger.refuse(
      panel,
      "transform",
      `the transform ${JSON.stringify(name)}`,
      "the present table has no such transform: choose a transformation",
    );
    return;
  }
  ledger.take(rule, panel, "transform");
  const present = Array.isArray(panel.transformations)
    ? panel.transformations
    : [];
  panel.transformations = [...present, copyOf(transformation)];
}

/** A style says how columns look whose names match; one of everything is for all. */
function readStyles(migration: Migration): void {
  const { ledger, panel, defaults, overrides } = migration;
  const styles = own(panel, "styles");
  if (!Array.isArray(styles)) return;
  delete panel.styles;
  if (styles.length === 0) ledger.note(rule, panel, "styles");
  // Of several styles that match, the first one counted, and of overrides the last one does.
  for (const style of listOf(styles).reverse()) {
    const pattern = textOf(ledger.take(rule, style, "pattern"));
    const properties = propertiesOf(migration, style);
    if (pattern === undefined || pattern === "/.*/")
      for (const [id, value] of properties) {
        if (id.startsWith("custom."))
          migration.custom[id.slice("custom.".length)] = value;
        else defaults[id] = value;
      }
    else
      addOverride(
        overrides,
        /^\/.*\/$/.test(pattern)
          ? { id: "byRegexp", options: pattern }
          : { id: "byName", options: pattern },
        properties,
      );
  }
}

const cellModes: Readonly<Record<string, string>> = {
  cell: "color-background",
  row: "color-background",
  value: "color-text",
};

function propertiesOf(
  { ledger }: Migration,
  style: Fields,
): readonly (readonly [string, Json])[] {
  const properties: (readonly [string, Json])[] = [];
  const take = (field: string) => ledger.take(rule, style, field);
  const type = take("type");
  const alias = textOf(take("alias"));
  if (alias !== undefined) properties.push(["displayName", alias]);
  const unit = textOf(take("unit"));
  const decimals = numberOf(take("decimals"));
  const format = textOf(take("dateFormat"));
  if (type === "number") {
    if (unit !== undefined) properties.push(["unit", unit]);
    if (decimals !== undefined) properties.push(["decimals", decimals]);
  }
  if (type === "date" && format !== undefined)
    properties.push(["unit", `time: ${format}`]);
  if (type === "hidden") properties.push(["custom.hideFrom.viz", true]);
  const mode = textOf(take("colorMode"));
  const limits = take("thresholds");
  const colors = take("colors");
  if (mode !== undefined && Array.isArray(colors)) {
    const from = Array.isArray(limits)
      ? limits.flatMap((limit) => numberOf(limit) ?? [])
      : [];
    properties.push([
      "custom.cellOptions",
      { type: cellModes[mode] ?? "auto" },
    ]);
    properties.push([
      "thresholds",
      {
        mode: "absolute",
        steps: [null, ...from].map((value, index) => ({
          value,
          color: plainText(
            colors[Math.min(index, colors.length - 1)] ?? "green",
          ),
        })),
      },
    ]);
  }
  if (take("link") === true)
    properties.push([
      "links",
      [
        {
          title: plainText(take("linkTooltip") ?? ""),
          url: plainText(take("linkUrl") ?? ""),
          targetBlank: take("linkTargetBlank") === true,
        },
      ],
    ]);
  for (const field of ["linkTooltip", "linkUrl", "linkTargetBlank"])
    ledger.takeOff(rule, style, [field]);
  const align = textOf(take("align"));
  if (align !== undefined && align !== "auto")
    properties.push(["custom.align", align]);
  const mappings = mappingsOf(ledger, style);
  if (mappings.length > 0) properties.push(["mappings", mappings]);
  ledger.takeOff(rule, style, ["sanitize", "preserveFormat"]);
  return properties;
}

/** Words in place of texts (`mappingType` 1) and of ranges (2). */
function mappingsOf(ledger: Ledger, style: Fields): Json[] {
  const type = ledger.take(rule, style, "mappingType");
  const field = type === 2 ? "rangeMaps" : "valueMaps";
  const maps = listOf(own(style, field));
  ledger.takeOff(rule, style, ["valueMaps", "rangeMaps"]);
  if (maps.length === 0) return [];
  delete style[field];
  return maps.map((map) => {
    const result = { text: plainText(ledger.take(rule, map, "text") ?? "") };
    return type === 2
      ? {
          type: "range",
          options: {
            from: numberOf(ledger.take(rule, map, "from")) ?? null,
            to: numberOf(ledger.take(rule, map, "to")) ?? null,
            result,
          },
        }
      : {
          type: "value",
          options: { [plainText(ledger.take(rule, map, "value"))]: result },
        };
  });
}

function readSort({ ledger, panel, options }: Migration): void {
  const sort = own(panel, "sort");
  if (!isFields(sort)) return;
  const column = own(sort, "col");
  const descending = own(sort, "desc");
  delete panel.sort;
  ledger.take(rule, sort, "desc");
  if (typeof column !== "number") {
    ledger.takeOff(rule, sort, ["col"]);
    return;
  }
  if (column === 0 && descending === true) {
    // The newest first, which is how old tables began, and what the time column gives.
    ledger.take(rule, sort, "col");
    options.sortBy = [{ displayName: "Time", desc: true }];
    return;
  }
  ledger.refuse(
    sort,
    "col",
    `the order by column ${column}`,
    "the present table sorts by a column's name: say it in sortBy",
  );
}
