import { compare } from "../../internal/text-order";
import type { DeployedSystem, Deployment } from "../../model/deployment";
import { secondsIn } from "../../model/duration";
import type { Environment } from "../../model/environment";
import type { RecordingRule } from "../../model/recording-rule";
import type { AlertRule } from "../../model/alert-rule";
import { usesCloudSlos } from "../../deployment/deployment";
import { allDashboards } from "../dashboards/panels";

/** One thing that environments should share: where it is, and where it is missing on purpose. */
export interface SharedThing {
  /** `shop > alert HighLatency`, `receiver "default"`. */
  readonly path: string;
  readonly kind: "dashboard" | "alert" | "recording" | "receiver";
  /** By name of the environment: there, missing for a reason that the environment declares, or missing without one. */
  readonly presence: ReadonlyMap<string, Presence>;
}

export type Presence =
  | { readonly kind: "there" }
  | { readonly kind: "declared"; readonly reason: string }
  | { readonly kind: "missing" };

const there: Presence = { kind: "there" };
const missing: Presence = { kind: "missing" };
const declared = (reason: string): Presence => ({ kind: "declared", reason });

/** Everything that any of the environments has, in the order of paths. */
export function sharedThings(
  deployments: readonly Deployment[],
): readonly SharedThing[] {
  const things = new Map<string, SharedThing["kind"]>();
  const found = deployments.map((deployment) => {
    const here = namesIn(deployment);
    for (const [path, kind] of here) things.set(path, kind);
    return { deployment, here };
  });
  return [...things]
    .map(([path, kind]) => ({
      path,
      kind,
      presence: new Map(
        found.map(({ deployment, here }) => [
          deployment.environment.name,
          here.has(path)
            ? there
            : reasonFor(path, kind, deployment, deployments),
        ]),
      ),
    }))
    .sort((a, b) => compare(a.path, b.path));
}

function namesIn(
  deployment: Deployment,
): ReadonlyMap<string, SharedThing["kind"]> {
  const { systems, notifications } = deployment;
  return new Map<string, SharedThing["kind"]>([
    ...allDashboards(deployment).map(
      ({ path }) => [path, "dashboard"] as const,
    ),
    ...systems.flatMap(({ id, alertGroups, recordingGroups }) => [
      ...alertGroups.flatMap(({ alerts }) =>
        alerts.map(({ alert }) => [`${id} > alert ${alert}`, "alert"] as const),
      ),
      ...recordingGroups.flatMap(({ recordings }) =>
        recordings.map(
          (recording) => [recordingPath(id, recording), "recording"] as const,
        ),
      ),
    ]),
    ...notifications.receivers.map(
      ({ name }) => [`receiver "${name}"`, "receiver"] as const,
    ),
  ]);
}

/** Recordings of one name differ in their labels. */
function recordingPath(
  id: string,
  { record, labels = {} }: RecordingRule,
): string {
  const own = Object.entries(labels)
    .filter(([label]) => label !== "system")
    .map((entry) => entry.join("="));
  return `${id} > recording ${record}${own.length === 0 ? "" : ` {${own.sort().join(", ")}}`}`;
}

/** Why a thing is not in an environment: what the environment says of its retention, SLOs, databases and integrations. */
function reasonFor(
  path: string,
  kind: SharedThing["kind"],
  { environment, systems, notifications }: Deployment,
  deployments: readonly Deployment[],
): Presence {
  if (kind === "receiver")
    return deployments.some(({ notifications: others }) =>
      others.receivers.some(
        ({ name, integrations }) =>
          path === `receiver "${name}"` &&
          integrations.every(
            (integration) =>
              !environment.alerting.integrations.includes(integration.kind),
          ),
      ),
    ) && notifications.receivers.length > 0
      ? declared("none of its integrations is switched on")
      : missing;
  if (kind === "dashboard") return missing;
  const system = systems.find(({ id }) => path.startsWith(`${id} > `));
  if (system === undefined) return missing;
  return (
    declaredByRule(path, system, environment) ??
    declaredBySlo(path, system, environment, deployments) ??
    missing
  );
}

function declaredByRule(
  path: string,
  { id, source }: DeployedSystem,
  environment: Environment,
): Presence | undefined {
  const rule: AlertRule | RecordingRule | undefined =
    source.alertGroups
      .flatMap(({ alerts }) => alerts)
      .find(({ alert }) => path === `${id} > alert ${alert}`) ??
    source.recordingGroups
      .flatMap(({ recordings }) => recordings)
      .find((recording) => path === recordingPath(id, recording));
  if (rule === undefined) return undefined;
  const { lookback } = rule;
  const { retention } = environment.prometheus;
  if (lookback !== undefined && secondsIn(lookback) > secondsIn(retention))
    return declared(
      `it looks back ${lookback}, metrics are kept for ${retention}`,
    );
  return "datasource" in rule &&
    typeof rule.datasource === "object" &&
    environment.dataSources[rule.datasource.uid] === undefined
    ? declared(`the environment has no datasource "${rule.datasource.uid}"`)
    : undefined;
}

/** Rules of an SLO follow its period, and who alerts on it. */
function declaredBySlo(
  path: string,
  system: DeployedSystem,
  environment: Environment,
  deployments: readonly Deployment[],
): Presence | undefined {
  for (const { environment: other, systems } of deployments) {
    const there = systems.find(({ id }) => id === system.id);
    const ofSlo = [
      ...(there?.alertGroups ?? [])
        .flatMap(({ alerts }) => alerts)
        .map(({ alert, labels }) => ({
          path: `${system.id} > alert ${alert}`,
          labels,
        })),
      ...(there?.recordingGroups ?? [])
        .flatMap(({ recordings }) => recordings)
        .map((recording) => ({
          path: recordingPath(system.id, recording),
          labels: recording.labels,
        })),
    ].find((rule) => rule.path === path && rule.labels.slo !== undefined);
    if (ofSlo === undefined) continue;
    if (usesCloudSlos(environment) !== usesCloudSlos(other))
      return declared("Grafana Cloud alerts on SLOs by itself");
    if (environment.alerting.sloPeriod !== other.alerting.sloPeriod)
      return declared(
        `SLOs are measured over ${environment.alerting.sloPeriod} at most`,
      );
  }
  return undefined;
}
