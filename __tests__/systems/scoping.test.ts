import { deploymentNamed } from "../deployments";
import { environments } from "../../environments";
import { queriesOf } from "monitoring-as-code/checks";
import type { DeployedSystem } from "monitoring-as-code";
import { selectorsOf } from "monitoring-as-code/queries/promql";
import { systems } from "../../systems";
import { resourcesOf, synthesized, unescaped } from "../synthesized";

const deployments = environments.map(({ name }) => deploymentNamed(name));
const prod = deployments.at(-1);
const own = (prod?.systems ?? []).filter(
  ({ source }) => source.observes !== "all",
);

/** Selectors of `exprs` that could see series of another system than `system`. */
function strangers(exprs: readonly string[], system: string): string[] {
  return exprs.flatMap((expr) =>
    selectorsOf(expr)
      .filter(
        ({ matchers }) =>
          !matchers.some(
            ({ label, match, value }) =>
              label === "system" && match === "=" && value === system,
          ),
      )
      .map(({ from, to }) => `${expr.slice(from, to)} in ${expr}`),
  );
}

const promqlOf = (system: DeployedSystem): string[] =>
  queriesOf(system)
    .filter(({ language }) => language === "promql")
    .map(({ expr }) => expr);

describe("one Prometheus, many systems", () => {
  test("no more than one system sees all of them", () => {
    const all = systems.filter(({ observes }) => observes === "all");
    expect(all.length).toBeLessThanOrEqual(1);
  });

  test("no query of a system can see another system's series", () => {
    for (const system of own) {
      const exprs = promqlOf(system);
      expect(
        exprs.filter(
          (expr) => selectorsOf(expr).length === 0 && /[a-z_]+\{/.test(expr),
        ),
      ).toEqual([]);
      expect(strangers(exprs, system.id)).toEqual([]);
    }
  });

  test.each(environments.map(({ name }, index) => [name, index] as const))(
    "in %s neither",
    (_, index) => {
      for (const system of deployments[index]?.systems ?? []) {
        if (system.source.observes !== "all")
          expect(strangers(promqlOf(system), system.id)).toEqual([]);
      }
    },
  );

  test("rules in the synthesized output neither, and each carries its system on", () => {
    const rules = resourcesOf(synthesized().prod, "grafana_rule_group").flatMap(
      ({ rule }) =>
        rule as {
          name: string;
          labels?: Record<string, string>;
          record?: unknown;
          data: { datasource_uid: string; model: string }[];
        }[],
    );
    const ids = own.map(({ id }) => id);
    const scoped = rules.filter(({ labels }) =>
      ids.includes(labels?.system ?? ""),
    );
    for (const { labels, data } of scoped) {
      const exprs = data
        .filter(({ datasource_uid: uid }) => uid === "prometheus")
        .map(
          ({ model }) =>
            (JSON.parse(unescaped(model)) as { expr: string }).expr,
        );
      expect(strangers(exprs, labels?.system ?? "")).toEqual([]);
    }
    const unlabelled = rules.filter(
      ({ labels, record }) =>
        labels?.system === undefined && record === undefined,
    );
    expect(unlabelled.map(({ name }) => name)).toEqual([]);
  });
});
