import type { Deployment } from "../model/deployment";
import { sharedThings, type SharedThing } from "./environments/shared-things";

/** One row of the comparison: a thing, and what each environment says of it. */
export interface MatrixRow {
  readonly thing: string;
  /** In the order of the environments: `yes`, `–` with the reason, or `MISSING`. */
  readonly cells: readonly string[];
}

/** Which environment has what. Things that all have are counted, the others are listed. */
export interface Matrix {
  readonly environments: readonly string[];
  readonly rows: readonly MatrixRow[];
}

/** What the environments have in common, by kind, and where they differ, thing by thing. */
export function environmentMatrix(deployments: readonly Deployment[]): Matrix {
  const environments = deployments.map(({ environment }) => environment.name);
  const things = sharedThings(deployments);
  const kinds = ["dashboard", "alert", "recording", "receiver"] as const;
  return {
    environments,
    rows: [
      ...kinds.map((kind) => ({
        thing: `${kind}s`,
        cells: environments.map((name) => String(count(things, kind, name))),
      })),
      ...things
        .filter(({ presence }) =>
          [...presence.values()].some(({ kind }) => kind !== "there"),
        )
        .map(({ path, presence }) => ({
          thing: path,
          cells: environments.map((name) => {
            const state = presence.get(name);
            if (state === undefined || state.kind === "missing")
              return "MISSING";
            return state.kind === "there" ? "yes" : `– ${state.reason}`;
          }),
        })),
    ],
  };
}

function count(
  things: readonly SharedThing[],
  kind: SharedThing["kind"],
  environment: string,
): number {
  return things.filter(
    (thing) =>
      thing.kind === kind && thing.presence.get(environment)?.kind === "there",
  ).length;
}
