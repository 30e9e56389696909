import type {
  Dashboard,
  Panel,
} from "@grafana/grafana-foundation-sdk/dashboard";
import {
  dataSourceRef,
  type DataSourceRef,
  type DataSources,
} from "./data-sources";
import type { DataShape, Query } from "./query";
import { withRaw } from "./raw";

type Target = NonNullable<Panel["targets"]>[number];
type Fields = Readonly<Record<string, unknown>>;

/** A, B … Z, AA, AB … */
export function refIdAt(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : refIdAt(Math.floor(index / 26) - 1) + last;
}

/** The queries as Grafana's datasources read them, with refIds in the order given. */
export function targetsOf(
  queries: readonly Query[],
  shape: DataShape,
  dataSources: DataSources = {},
): Target[] {
  return queries.map((query, index) => {
    const fields: Fields = {
      refId: query.refId ?? refIdAt(index),
      datasource: refOf(query, dataSources),
      ...fieldsOf(query, shape),
      ...(query.hidden === true ? { hide: true } : {}),
    };
    return withRaw(fields, query.raw) as unknown as Target;
  });
}

/** The panel's datasource: that of its queries, or the mixed one. */
export function dataSourceOf(
  queries: readonly Query[],
  dataSources: DataSources = {},
): DataSourceRef | undefined {
  const refs = queries.map((query) => refOf(query, dataSources));
  const [first, ...others] = refs;
  return others.every(
    (ref) => ref?.type === first?.type && ref?.uid === first?.uid,
  )
    ? first
    : { type: "datasource", uid: "-- Mixed --" };
}

function refOf(
  query: Query,
  dataSources: DataSources,
): DataSourceRef | undefined {
  if (query.kind !== "plugin")
    return dataSourceRef(
      query.kind,
      query.datasource ?? dataSources[query.kind],
    );
  const { plugin: type, datasource: uid } = query;
  if (type === undefined && uid === undefined) return undefined;
  return {
    ...(type === undefined ? {} : { type }),
    ...(uid === undefined ? {} : { uid }),
  };
}

function fieldsOf(query: Query, shape: DataShape): Fields {
  switch (query.kind) {
    case "prometheus": {
      const instant = (query.mode ?? shape.mode) === "instant";
      return {
        expr: query.expr,
        editorMode: "code",
        format: query.format ?? shape.format,
        instant,
        range: !instant,
        legendFormat: query.legend ?? "__auto",
        ...(query.exemplars === true ? { exemplar: true } : {}),
        ...(query.step === undefined ? {} : { interval: query.step }),
      };
    }
    case "loki":
      return {
        expr: query.expr,
        editorMode: "code",
        queryType: query.mode ?? shape.mode,
        legendFormat: query.legend ?? "",
        ...(query.maxLines === undefined ? {} : { maxLines: query.maxLines }),
        ...(query.step === undefined ? {} : { step: query.step }),
      };
    case "tempo":
      return query.search === "serviceMap"
        ? { queryType: "serviceMap", serviceMapQuery: query.expr, filters: [] }
        : {
            queryType: query.search === "traceql" ? "traceql" : "traceId",
            query: query.expr,
            filters: [],
            limit: query.limit ?? 20,
            tableType: query.table ?? "traces",
          };
    case "jaeger":
      return jaegerFields(query);
    case "sql":
      return {
        rawSql: query.expr,
        rawQuery: true,
        editorMode: "code",
        format:
          query.format ??
          (shape.format === "table" || shape.mode === "instant"
            ? "table"
            : "time_series"),
      };
    case "plugin":
      return {};
  }
}

function jaegerFields(query: Extract<Query, { kind: "jaeger" }>): Fields {
  if (query.search === "dependencyGraph")
    return { queryType: "dependencyGraph" };
  if (query.search === "traceId") return { query: query.expr };
  return {
    queryType: "search",
    service: query.expr,
    ...(query.operation === undefined ? {} : { operation: query.operation }),
    ...(query.tags === undefined ? {} : { tags: query.tags }),
    ...(query.minDuration === undefined
      ? {}
      : { minDuration: query.minDuration }),
    limit: query.limit ?? 20,
  };
}

/** A model as plain data: builders leave `undefined` fields and marker functions behind. */
export function plain(model: Dashboard): Dashboard {
  return JSON.parse(JSON.stringify(model)) as Dashboard;
}
