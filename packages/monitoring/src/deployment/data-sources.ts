import type {
  DataSource,
  DataSourceDefinition,
} from "../data-sources/data-source";
import type { Environment } from "../model/environment";
import type { MonitoredSystem } from "../model/monitored-system";

/** The datasources that the project shares, and the systems' own. Throws where two have one uid. */
export function definedDataSources(
  environment: Environment,
  shared: readonly DataSourceDefinition[],
  systems: readonly MonitoredSystem[],
): readonly DataSourceDefinition[] {
  const definitions = [
    ...shared.map((definition) => withPrometheus(definition, environment)),
    ...systems.flatMap((system) => system.dataSources ?? []),
  ];
  const uids = definitions.map(({ uid }) => uid);
  rejectProblems(
    environment,
    uids
      .filter((uid, index) => uids.indexOf(uid) !== index)
      .map((uid) => `two datasources have the uid "${uid}"`),
  );
  return definitions;
}

/** Those of `definitions` that `environment` has an address for. Throws on an address of none of them. */
export function dataSourcesOf(
  environment: Environment,
  definitions: readonly DataSourceDefinition[],
): readonly DataSource[] {
  const uids = definitions.map(({ uid }) => uid);
  rejectProblems(
    environment,
    Object.keys(environment.dataSources)
      .filter((uid) => !uids.includes(uid))
      .map(
        (uid) =>
          `address given for unknown datasource "${uid}", known are ${uids.join(", ")}`,
      ),
  );
  return definitions.flatMap((definition) => {
    const url = environment.dataSources[definition.uid];
    return url === undefined ? [] : [{ ...definition, url }];
  });
}

function rejectProblems(
  { name }: Environment,
  problems: readonly string[],
): void {
  if (problems.length > 0)
    throw new Error(`environment "${name}": ${problems.join("; ")}`);
}

/** A Prometheus without interval and retention of its own has those of the environment. */
function withPrometheus(
  definition: DataSourceDefinition,
  { prometheus: { scrapeInterval, retention } }: Environment,
): DataSourceDefinition {
  return definition.kind === "prometheus"
    ? { scrapeInterval, retention, ...definition }
    : definition;
}
