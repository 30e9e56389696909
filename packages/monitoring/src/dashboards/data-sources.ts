import {
  dataSourceKinds,
  kindOf,
  type kindsOfDataSource,
} from "../data-sources/data-source";
import type { PreferredDataSource } from "../data-sources/kind-of-data-source";
import type { QueryKind } from "./query";

interface DataSourceVariable {
  readonly variable: string;
  readonly label: string;
  /** The datasource plugin's id. */
  readonly plugin: string;
  /** @default - the first of its kind */
  readonly preferred?: PreferredDataSource;
}

type Kinds = typeof kindsOfDataSource;

/** The kinds of queries that some kind of datasource answers. */
type AnsweredKind = {
  readonly [Kind in keyof Kinds]: Kinds[Kind] extends {
    readonly queries: { readonly kind: infer Answered };
  }
    ? Answered
    : never;
}[keyof Kinds];

const variables: readonly (readonly [string, DataSourceVariable])[] =
  dataSourceKinds.flatMap((kind) => {
    const { plugin, queries } = kindOf({ kind });
    if (queries === undefined) return [];
    const { kind: answered, ...variable } = queries;
    return [[answered, { ...variable, plugin }] as const];
  });

/** The variable that stands for the datasource of each kind of query. Does not compile where nothing answers a kind. */
export const dataSourceVariables: Readonly<
  Record<QueryKind, DataSourceVariable>
> = Object.fromEntries(variables) as Record<AnsweredKind, DataSourceVariable>;

/** The kinds of queries, in the order in which a dashboard has their variables. */
export const queryKinds = Object.keys(
  dataSourceVariables,
) as readonly QueryKind[];

/** The kind of query that a datasource plugin answers; undefined for plugins without one. */
export function queryKindOf(plugin: unknown): QueryKind | undefined {
  return queryKinds.find((kind) => dataSourceVariables[kind].plugin === plugin);
}

/**
 * Where a dashboard's queries of a kind go: to the hidden variable of the kind, pointing to a datasource of choice, or,
 * as text, to a fixed uid or to a variable of its own: `${DS_METRICS}`.
 */
export type DataSources = Readonly<
  Partial<Record<QueryKind, PreferredDataSource | string>>
>;

/** A datasource as panels and queries name it. */
export interface DataSourceRef {
  type?: string;
  uid?: string;
}

/** How panels, annotations and variables name the datasource of a kind. */
export function dataSourceRef(
  kind: QueryKind,
  choice?: PreferredDataSource | string,
): { type: string; uid: string } {
  const { plugin, variable } = dataSourceVariables[kind];
  return {
    type: plugin,
    uid: typeof choice === "string" ? choice : `\${${variable}}`,
  };
}
