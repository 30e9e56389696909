/** The datasource plugins that the house style has queries for, and the variable that stands for each. */
const kinds = {
  prometheus: { plugins: ["prometheus"], variable: "datasource" },
  loki: { plugins: ["loki"], variable: "logs" },
  tempo: { plugins: ["tempo"], variable: "traces" },
  jaeger: { plugins: ["jaeger"], variable: "jaeger" },
  sql: { plugins: ["grafana-postgresql-datasource"], variable: "sql" },
} as const;

/** A kind of query that the house style knows. */
export type HouseKind = keyof typeof kinds;

export const houseKinds = Object.keys(kinds) as readonly HouseKind[];

/** The kind of a datasource plugin. */
export function houseKindOf(plugin: unknown): HouseKind | undefined {
  return houseKinds.find((kind) =>
    kinds[kind].plugins.some((known) => known === plugin),
  );
}

/** The variable that stands for the datasource of a plugin in every dashboard of the project. */
export function houseVariableOf(plugin: string): string | undefined {
  const kind = houseKindOf(plugin);
  return kind === undefined ? undefined : kinds[kind].variable;
}

/** The reference that queries of a kind have in every dashboard of the project. */
export function houseReferenceOf(kind: HouseKind): string {
  return `\${${kinds[kind].variable}}`;
}

export function pluginOf(kind: HouseKind): string {
  return kinds[kind].plugins[0];
}
