import {
  grafanaReferences,
  selectPath,
  type GrafanaReference,
} from "@monitoring-as-code/grafana-stand-in";
import type { ConfiguredResource, Expression, PlanJson } from "./plan-json";

/**
 * Places in a plan where one resource names another by a literal although
 * Terraform sees no way from the one to the other: it may then create or
 * delete them in the wrong order, and a single good apply proves nothing.
 * A reference, a `depends_on`, or a chain of these is a way.
 */
export function missingEdges({
  configuration,
  planned_values,
}: PlanJson): string[] {
  const configured = configuration.root_module.resources ?? [];
  const planned = planned_values.root_module.resources ?? [];
  const reaches = reachability(configured);
  return grafanaReferences.flatMap((reference) => {
    const targets = planned.filter(({ type }) => type === reference.to);
    return configured
      .filter(({ type }) => type === reference.from)
      .flatMap((resource) =>
        literals(resource, reference).flatMap(({ at, literal }) =>
          targets
            .filter(({ values }) => values[reference.by] === literal)
            .filter(({ address }) => !reaches(resource.address, base(address)))
            .map(
              ({ address }) =>
                `${resource.address}: ${at} = ${JSON.stringify(literal)} names ${address} by a literal; Terraform sees no dependency, use a reference or depends_on`,
            ),
        ),
      );
  });
}

/** The constants at a reference's path, each element of a list apart. */
function literals(
  { expressions }: ConfiguredResource,
  { path }: GrafanaReference,
): { at: string; literal: unknown }[] {
  return selectPath<unknown>(expressions, [...path, "constant_value"]).map(
    ({ at, value }) => ({
      at: at.replace(/\.constant_value(?=\[|$)/, ""),
      literal: value,
    }),
  );
}

/** Says whether there is a way from one resource to another. */
function reachability(
  resources: readonly ConfiguredResource[],
): (from: string, to: string) => boolean {
  const addresses = resources.map(({ address }) => address);
  const edges = new Map(
    resources.map((resource) => {
      const named = [
        ...(resource.depends_on ?? []),
        ...referencesIn(resource.expressions),
      ];
      const next = addresses.filter((address) =>
        named.some(
          (name) =>
            name === address ||
            name.startsWith(`${address}.`) ||
            name.startsWith(`${address}[`),
        ),
      );
      return [resource.address, next] as const;
    }),
  );
  return (from, to) => {
    const seen = new Set<string>();
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      open.push(...(edges.get(at) ?? []));
    }
    return from !== to && seen.has(to);
  };
}

/** Every address that the expressions refer to, at any depth. */
function referencesIn(expression: Expression | undefined): string[] {
  if (typeof expression !== "object" || expression === null) return [];
  const inner = Object.entries(expression).filter(
    ([name]) => name !== "references" && name !== "constant_value",
  );
  return [
    ...(expression.references ?? []),
    ...inner.flatMap(([, value]) =>
      (Array.isArray(value) ? value : [value]).flatMap((nested) =>
        referencesIn(nested as Expression),
      ),
    ),
  ];
}

/** The address of a resource without the index of count or for_each. */
function base(address: string): string {
  return address.replace(/\[.*\]$/, "");
}
