import { dataSourceRef, queryKindOf } from "../../../dashboards/data-sources";
import type { DataShape, QueryKind } from "../../../dashboards/query";
import {
  fieldsOf,
  own,
  textOf,
  type Fields,
  plainText,
} from "../../../internal/json-tree";
import { refIdAt } from "../../../dashboards/targets";
import {
  literal,
  rawOf,
  someOf,
  word,
  type Call,
  type ExpressionFields,
} from "./expression";

/** Where the dashboard's queries of a kind go. */
export type References = Readonly<Partial<Record<QueryKind, string>>>;

/** A query in words; `patch` are further fields in Grafana's words. */
export function queryWord(
  target: Fields,
  index: number,
  shape: DataShape,
  references: References,
  patch: Fields,
): Call {
  const { datasource, refId, hide, ...fields } = target;
  const { type, uid } = fieldsOf(datasource);
  const kind = queryKindOf(type);
  const usual =
    kind === undefined
      ? undefined
      : (references[kind] ?? dataSourceRef(kind).uid);
  const common: ExpressionFields = {
    refId: refId === refIdAt(index) ? undefined : textOf(refId),
    hidden: hide === true ? true : undefined,
    datasource: uid === usual ? undefined : textOf(uid),
    raw: rawOf(patch),
  };
  const known =
    kind === undefined ? undefined : knownWord(kind, fields, shape, common);
  if (known !== undefined) return known;
  const { raw: _raw, datasource: _uid, ...rest } = common;
  return word(
    "pluginQuery",
    textOf(type),
    textOf(uid),
    literal({ ...fields, ...patch }),
    someOf(rest),
  );
}

/** True where a query is said in words of its own, to which patches can be added. */
export function isKnown(target: Fields): boolean {
  const kind = queryKindOf(fieldsOf(target.datasource).type);
  return (
    kind !== undefined &&
    knownWord(kind, target, { mode: "range", format: "time_series" }, {}) !==
      undefined
  );
}

function knownWord(
  kind: QueryKind,
  fields: Fields,
  shape: DataShape,
  common: ExpressionFields,
): Call | undefined {
  switch (kind) {
    case "prometheus":
      return prometheusWord(fields, shape, common);
    case "loki":
      return lokiWord(fields, shape, common);
    case "tempo":
      return tempoWord(fields, common);
    case "jaeger":
      return jaegerWord(fields, common);
    case "sql":
      return sqlWord(fields, shape, common);
  }
}

function prometheusWord(
  fields: Fields,
  shape: DataShape,
  common: ExpressionFields,
): Call | undefined {
  if (typeof fields.expr !== "string") return undefined;
  const mode = fields.instant === true ? "instant" : "range";
  const format = own(fields, "format") ?? "time_series";
  const legend = own(fields, "legendFormat") ?? "";
  return word(
    "query",
    fields.expr,
    legend === "__auto" ? undefined : (textOf(legend) ?? ""),
    someOf({
      mode: mode === shape.mode ? undefined : mode,
      format:
        format === shape.format || !formats.includes(plainText(format))
          ? undefined
          : format,
      exemplars: fields.exemplar === true ? true : undefined,
      step: textOf(fields.interval),
      ...common,
    }),
  );
}

const formats = ["time_series", "table", "heatmap"];

function lokiWord(
  fields: Fields,
  shape: DataShape,
  common: ExpressionFields,
): Call | undefined {
  if (typeof fields.expr !== "string") return undefined;
  const mode = own(fields, "queryType") ?? "range";
  const lines = own(fields, "maxLines");
  return word(
    "logQuery",
    fields.expr,
    textOf(fields.legendFormat),
    someOf({
      mode:
        mode === shape.mode || (mode !== "range" && mode !== "instant")
          ? undefined
          : mode,
      maxLines: typeof lines === "number" ? lines : undefined,
      step: textOf(fields.step),
      ...common,
    }),
  );
}

function tempoWord(fields: Fields, common: ExpressionFields): Call | undefined {
  const { queryType, query, serviceMapQuery, limit, tableType } = fields;
  if (queryType === "serviceMap")
    return word(
      "serviceMap",
      textOf(serviceMapQuery) ?? (someOf(common) && ""),
      someOf(common),
    );
  if (typeof query !== "string") return undefined;
  const options = someOf({
    limit: typeof limit === "number" ? limit : undefined,
    table: tableType === "spans" ? tableType : undefined,
    ...common,
  });
  if (queryType === "traceId") return word("tempoTrace", query, options);
  return queryType === undefined ? word("traceql", query, options) : undefined;
}

function jaegerWord(
  fields: Fields,
  common: ExpressionFields,
): Call | undefined {
  const { queryType, query, service, operation, tags, minDuration, limit } =
    fields;
  if (queryType === "dependencyGraph")
    return word("jaegerDependencies", someOf(common));
  if (queryType === "search" && typeof service === "string")
    return word(
      "jaegerSearch",
      service,
      someOf({
        operation: textOf(operation),
        tags: textOf(tags),
        minDuration: textOf(minDuration),
        limit: typeof limit === "number" ? limit : undefined,
        ...common,
      }),
    );
  return typeof query === "string" && queryType === undefined
    ? word("jaegerTrace", query, someOf(common))
    : undefined;
}

function sqlWord(
  fields: Fields,
  shape: DataShape,
  common: ExpressionFields,
): Call | undefined {
  if (typeof fields.rawSql !== "string") return undefined;
  const format = own(fields, "format") ?? "time_series";
  const usual =
    shape.format === "table" || shape.mode === "instant"
      ? "table"
      : "time_series";
  return word(
    "sql",
    fields.rawSql,
    undefined,
    someOf({
      format:
        format === usual || (format !== "table" && format !== "time_series")
          ? undefined
          : format,
      ...common,
    }),
  );
}
