import type { Command } from "commander";
import { needsOf } from "../backup/dashboard-needs";
import { deployedBy } from "../backup/hand-made";
import { ofKinds, type ObjectKind, type Snapshot } from "../backup/objects";
import { hasAny } from "../backup/plan-text";
import { restorePlan } from "../backup/restore-plan";
import type { RestorePlan } from "../backup/restore-step";
import type { Deployment } from "../model/deployment";
import { grafanaOf, kinds } from "../backup/backup-arguments";
import { planText, refuseBlocked } from "../backup/plan-output";
import { readGrafana } from "../backup/read-grafana";
import { writeGrafana } from "../backup/write-grafana";
import { exitCodes } from "./exit-codes";
import type { Surroundings } from "./surroundings";

interface SyncArguments {
  readonly from: string;
  readonly to: string;
  readonly apply?: true;
  readonly overwrite?: true;
  readonly kinds: readonly ObjectKind[];
  readonly fromGrafana?: string;
  readonly toGrafana?: string;
}

/** Notes and silences of one environment say nothing of another. */
const synced: readonly ObjectKind[] = ["folders", "dashboards"];

export function configure(command: Command, surroundings: Surroundings): void {
  exitCodes(command, {
    0: "both have the same, or everything was copied",
    2: "something differs, or was left as it is because it is newer",
  })
    .description(
      "shows what people made in one environment and another lacks, and copies it. GRAFANA_AUTH_<ENVIRONMENT> signs in, for each of the two",
    )
    .requiredOption("--from <environment>", "where it was made")
    .requiredOption("--to <environment>", "where it is wanted")
    .option("--apply", "copies it, instead of only saying what differs")
    .option("--overwrite", "also what was changed later where it is wanted")
    .option("--kinds <kinds>", "what is copied", kinds, synced)
    .option("--from-grafana <url>", "instead of the environment's")
    .option("--to-grafana <url>", "instead of the environment's")
    .action(async (options: SyncArguments) => {
      const { progress, setExitCode } = surroundings;
      setExitCode(
        await sync(options, surroundings).finally(() => progress.stop()),
      );
    });
}

async function sync(
  options: SyncArguments,
  context: Surroundings,
): Promise<number> {
  const { from, to } = options;
  if (from === to)
    throw new Error(`--from and --to must differ, got "${from}" twice`);
  const project = context.project();
  const [source, target] = [project.deployment(from), project.deployment(to)];
  const deployed = deployedBy([source, target]);
  // A token that serves for both is none: each server gets its own, and never the other's.
  const [sourceClient, targetClient] = [
    grafanaOf(source.environment, options.fromGrafana, context, []),
    grafanaOf(target.environment, options.toGrafana, context, []),
  ];
  const now = context.now();
  const shared = {
    deployed,
    kinds: options.kinds,
    now,
    progress: context.progress,
  };
  const { handMade } = await readGrafana(sourceClient, {
    ...shared,
    name: from,
  });
  const server = await readGrafana(targetClient, { ...shared, name: to });
  context.progress.stop();
  const plan = restorePlan(ofKinds(handMade, options.kinds), server, {
    deployed,
    overwrite: options.overwrite ?? false,
    now,
  });
  context.print(planText(plan, to, context.isColored));
  context.print(
    [
      ...onlyThere(handMade, server.handMade, to),
      ...missingDataSources(plan, target),
    ]
      .map((note) => `note: ${note}\n`)
      .join(""),
  );
  const differs = hasAny(plan, ["create", "update", "conflict", "blocked"]);
  if (!options.apply) return differs ? 2 : 0;
  refuseBlocked(plan);
  if (hasAny(plan, ["create", "update"])) {
    await writeGrafana(targetClient, plan, {
      name: to,
      message: `Copied from ${from}`,
      now,
      progress: context.progress,
    });
    context.print(`copied from ${from} to ${to}\n`);
  }
  return hasAny(plan, ["conflict"]) ? 2 : 0;
}

function onlyThere(
  source: Snapshot,
  target: Snapshot,
  name: string,
): readonly string[] {
  return (["folders", "dashboards"] as const).flatMap((kind) => {
    const known = new Set(source[kind].map(({ uid }) => uid));
    const others = target[kind].filter(({ uid }) => !known.has(uid));
    return others.length === 0
      ? []
      : [
          `${name} has ${others.length} ${kind} of its own, which stay: ${others.map(({ title }) => JSON.stringify(title)).join(", ")}`,
        ];
  });
}

function missingDataSources(
  { dashboards }: RestorePlan,
  { environment, dataSources }: Deployment,
): readonly string[] {
  const known = new Set(dataSources.map(({ uid }) => uid));
  return dashboards
    .filter(({ verdict }) => verdict === "create" || verdict === "update")
    .flatMap(({ wanted }) => {
      const missing = needsOf(wanted).dataSources.filter(
        (uid) => !known.has(uid),
      );
      return missing.length === 0
        ? []
        : [
            `dashboard "${wanted.title}" reads datasources that this repository does not deploy to ${environment.name}, see that they are there: ${missing.join(", ")}`,
          ];
    });
}
