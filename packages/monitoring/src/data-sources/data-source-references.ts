import type { DataSource, DataSourceKind } from "../model/data-source";

/** A datasource that another one leads to, and what it must be. */
interface Reference {
  readonly setting: string;
  readonly uid: string;
  readonly kinds: readonly DataSourceKind[];
}

const traces: readonly DataSourceKind[] = ["tempo", "jaeger"];

function referencesOf(dataSource: DataSource): readonly Reference[] {
  switch (dataSource.kind) {
    case "prometheus":
      return Object.entries(dataSource.exemplars ?? {}).map(([label, uid]) => ({
        setting: `exemplars.${label}`,
        uid,
        kinds: traces,
      }));
    case "loki":
      return dataSource.derivedFields.map(({ name, datasourceUid }) => ({
        setting: `derivedFields.${name}`,
        uid: datasourceUid,
        kinds: traces,
      }));
    case "tempo":
    case "jaeger":
      return [
        {
          setting: "tracesToLogs",
          uid: dataSource.tracesToLogs?.datasourceUid,
          kinds: ["loki"],
        },
        {
          setting: "tracesToMetrics",
          uid: dataSource.tracesToMetrics?.datasourceUid,
          kinds: ["prometheus"],
        },
        {
          setting: "serviceMapUid",
          uid:
            dataSource.kind === "tempo" ? dataSource.serviceMapUid : undefined,
          kinds: ["prometheus"],
        },
      ].flatMap(({ uid, ...reference }) =>
        uid === undefined ? [] : [{ ...reference, uid } as Reference],
      );
    case "alertmanager":
    case "postgres":
      return [];
  }
}

/** Where `dataSource` leads to a datasource that does not exist, or is of another kind than the link needs. */
export function referenceProblems(
  dataSource: DataSource,
  dataSources: readonly DataSource[],
): readonly string[] {
  return referencesOf(dataSource).flatMap(({ setting, uid, kinds }) => {
    const wanted = `'${setting}' must name a datasource of kind ${kinds.join(" or ")}`;
    const target = dataSources.find((candidate) => candidate.uid === uid);
    if (target === undefined) {
      const possible = dataSources
        .filter(({ kind }) => kinds.includes(kind))
        .map((candidate) => candidate.uid);
      return [
        `${wanted}, got "${uid}", which does not exist; there is ${possible.length === 0 ? "none" : possible.join(", ")}`,
      ];
    }
    return kinds.includes(target.kind)
      ? []
      : [`${wanted}, got "${uid}", which is of kind ${target.kind}`];
  });
}
