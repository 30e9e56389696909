import type { DataTransformerConfig } from "@grafana/grafana-foundation-sdk/dashboard";

/** Columns of a table in the order given, under new names; the others go last, or away. */
export function organize(options: {
  /** Old name to new name, in the order of the columns. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly hide?: readonly string[];
}): DataTransformerConfig {
  const columns = options.columns ?? {};
  const entries = Object.entries(columns).filter(([old, name]) => old !== name);
  return {
    id: "organize",
    options: {
      indexByName: Object.fromEntries(
        Object.keys(columns).map((name, index) => [name, index]),
      ),
      renameByName: Object.fromEntries(entries),
      excludeByName: Object.fromEntries(
        (options.hide ?? []).map((name) => [name, true]),
      ),
    },
  };
}

/** One table of all queries, rows with equal labels joined: the values are `Value #A`, `Value #B` … */
export function merge(): DataTransformerConfig {
  return { id: "merge", options: {} };
}

/** One table of all queries, joined on a column. */
export function joinByField(
  field: string,
  mode: "outer" | "inner" = "outer",
): DataTransformerConfig {
  return { id: "joinByField", options: { byField: field, mode } };
}

/** Labels become columns. */
export function labelsToFields(): DataTransformerConfig {
  return { id: "labelsToFields", options: { mode: "columns" } };
}

/** Every series becomes a row: its name in `Field`, a column per calculation (`Last *`), perhaps one per label. */
export function reduceToRows(
  calculations: readonly string[] = ["lastNotNull"],
  labelColumns = false,
): DataTransformerConfig {
  return {
    id: "reduce",
    options: {
      reducers: [...calculations],
      mode: "seriesToRows",
      labelsToFields: labelColumns,
    },
  };
}

/** Points in time as text, so that panels show them as names: `format` is that of Moment.js. */
export function timeAsText(
  field: string,
  format: string,
): DataTransformerConfig {
  return {
    id: "convertFieldType",
    options: {
      fields: {},
      conversions: [
        {
          targetField: field,
          destinationType: "string",
          dateFormat: format,
        },
      ],
    },
  };
}

/** Rows in the order of a column. */
export function sortByField(
  field: string,
  descending = false,
): DataTransformerConfig {
  return {
    id: "sortBy",
    options: { sort: [{ field, desc: descending }] },
  };
}

/** The first rows only. */
export function limit(rows: number): DataTransformerConfig {
  return { id: "limit", options: { limitField: rows } };
}

/** Only fields whose name matches `/pattern/`. */
export function filterFields(pattern: string): DataTransformerConfig {
  return {
    id: "filterFieldsByName",
    options: { include: { pattern } },
  };
}
