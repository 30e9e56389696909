import { objectOf, walk } from "../../internal/json-tree";
import type { Deployment } from "../../model/deployment";
import { kindOfPlugin } from "../../data-sources/data-source";
import type { Check } from "../check";
import { allDashboards } from "../dashboards/panels";
import { placeOfRule } from "../queries";

/** Datasources that Grafana brings along. */
const builtIn = [
  "grafana",
  "-- Grafana --",
  "-- Mixed --",
  "-- Dashboard --",
  "__expr__",
];

/**
 * A rule or dashboard that asks a datasource which no system defines, or one of another kind. A datasource that is
 * defined, but without an address in this environment, is left out on purpose.
 */
export const dataSource: Check = {
  id: "references/data-source",
  severity: "error",
  title: "A datasource that does not exist, or is of another kind",
  run: (deployment) => [...inRules(deployment), ...inDashboards(deployment)],
};

function inRules(deployment: Deployment): ReturnType<typeof dataSource.run> {
  const { definedDataSources: definitions } = deployment;
  return deployment.systems.flatMap((system) =>
    system.alertGroups.flatMap(({ alerts }) =>
      alerts.flatMap((alert) => {
        const { datasource: asked = "prometheus" } = alert;
        const place = placeOfRule(system, alert, `alert ${alert.alert}`);
        const isThere =
          typeof asked === "object"
            ? definitions.some(
                ({ uid, kind }) => uid === asked.uid && kind === asked.kind,
              )
            : deployment.dataSources.some(({ kind }) => kind === asked);
        return isThere
          ? []
          : [
              {
                ...place,
                message: `it asks ${typeof asked === "object" ? `the ${asked.kind} datasource "${asked.uid}"` : `a datasource of kind ${asked}`}, which the environment does not have`,
                fix: "define the datasource in a system and give it an address in the environment, or ask another one",
              },
            ];
      }),
    ),
  );
}

function inDashboards(
  deployment: Deployment,
): ReturnType<typeof dataSource.run> {
  const { definedDataSources: definitions } = deployment;
  return allDashboards(deployment).flatMap(({ model, variables, path }) => {
    const problems = new Set<string>();
    for (const variable of variables) {
      const kind = kindOfPlugin(variable.query);
      if (variable.type !== "datasource" || kind === undefined) continue;
      const { value } = objectOf(variable.current);
      const fit = definitions.filter((source) => source.kind === kind);
      if (fit.length === 0)
        problems.add(
          `its variable "${String(variable.name)}" is for a ${kind} datasource, of which there is none`,
        );
      else if (
        typeof value === "string" &&
        fit.every(({ uid }) => uid !== value)
      )
        problems.add(
          `its variable "${String(variable.name)}" stands for "${value}", which is no ${kind} datasource; there are ${fit.map(({ uid }) => uid).join(", ")}`,
        );
    }
    walk(model, (value, name) => {
      if (name !== "datasource") return;
      const { type, uid } = objectOf(value);
      if (typeof uid !== "string" || /[$[]/.test(uid) || builtIn.includes(uid))
        return;
      const found = definitions.find((source) => source.uid === uid);
      const kind = kindOfPlugin(type);
      if (found === undefined)
        problems.add(
          `it asks the datasource "${uid}", which no system defines; there are ${definitions.map((source) => source.uid).join(", ")}`,
        );
      else if (kind !== undefined && found.kind !== kind)
        problems.add(
          `it asks "${uid}" as ${kind}, but that is of kind ${found.kind}`,
        );
    });
    return [...problems].map((message) => ({
      path,
      message,
      fix: "name a datasource that is defined, by its uid, with its own type",
    }));
  });
}
