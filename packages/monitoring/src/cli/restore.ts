import type { Command } from "commander";
import pLimit from "p-limit";
import { snapshotOf } from "../backup/archive";
import { deployedBy } from "../backup/hand-made";
import { backupNamed, manifestKey, objectsPrefix } from "../backup/location";
import { fileProblems, parseManifest, type Manifest } from "../backup/manifest";
import {
  objectKinds,
  ofKinds,
  type ObjectKind,
  type Snapshot,
} from "../backup/objects";
import { hasAny } from "../backup/plan-text";
import { restorePlan } from "../backup/restore-plan";
import { grafanaOf, kinds } from "../backup/backup-arguments";
import { completeBackups } from "./backup";
import { backupStore, localBackups } from "../backup/backup-place";
import type { Progress } from "../backup/progress";
import { requestsAtOnce } from "../clients/grafana-lists";
import type { ObjectStore } from "../clients/object-store";
import { planText, refuseBlocked } from "../backup/plan-output";
import { allOrFirstError, readGrafana } from "../backup/read-grafana";
import { writeGrafana } from "../backup/write-grafana";
import { environmentArgument } from "./environment-argument";
import { exitCodes } from "./exit-codes";
import type { Surroundings } from "./surroundings";

interface RestoreArguments {
  readonly at?: string;
  readonly list?: true;
  readonly verify?: true;
  readonly dryRun?: true;
  readonly overwrite?: true;
  readonly kinds: readonly ObjectKind[];
  readonly from?: string;
  readonly grafana?: string;
}

export function configure(command: Command, surroundings: Surroundings): void {
  exitCodes(command, {
    2: "something newer was left as it is, or --dry-run finds something to do",
  })
    .description(
      "puts back what a backup holds, as far as it is not there. GRAFANA_AUTH_<ENVIRONMENT> or GRAFANA_AUTH signs in",
    )
    .addArgument(environmentArgument())
    .option(
      "--at <backup>",
      "its id or the beginning of it, such as 20261121; the latest if left out",
    )
    .option("--list", "the backups that are there")
    .option("--verify", "only verifies the checksums; asks no Grafana")
    .option("--dry-run", "only says what would be written")
    .option("--overwrite", "takes back what was changed since the backup")
    .option(
      "--kinds <kinds>",
      "what is put back, such as folders,dashboards",
      kinds,
      objectKinds,
    )
    .option(
      "--from <dir>",
      "a folder instead of the environment's bucket (default without a bucket: .cache/backups of the project)",
    )
    .option("--grafana <url>", "instead of the environment's")
    .action(async (name: string, options: RestoreArguments) => {
      const { progress, setExitCode } = surroundings;
      setExitCode(
        await restore(name, options, surroundings).finally(() =>
          progress.stop(),
        ),
      );
    });
}

/** Every checksum is verified before the first object is written. Returns the exit code. */
async function restore(
  name: string,
  options: RestoreArguments,
  context: Surroundings,
): Promise<number> {
  const project = context.project();
  const deployment = project.deployment(name);
  const { environment } = deployment;
  const store = backupStore(
    environment,
    options.from ?? localBackups(environment, project),
    context.variables,
  );
  const complete = await completeBackups(store, name);
  if (options.list) {
    context.print(await listText(store, name, complete));
    return 0;
  }
  if (complete.length === 0)
    throw new Error(
      `${store.name} has no backup of ${name}; npx monitoring backup ${name} makes one`,
    );
  const id =
    options.at === undefined
      ? (complete.at(-1) ?? "")
      : backupNamed(complete, options.at);
  const verified = `backup ${id} of ${name}, every checksum is right\n`;
  if (options.verify) {
    await readBackup(store, name, id, context.progress);
    context.print(verified);
    return 0;
  }
  const client = grafanaOf(environment, options.grafana, context);
  const snapshot = await readBackup(store, name, id, context.progress);
  const now = context.now();
  const deployed = deployedBy([deployment]);
  const server = await readGrafana(client, {
    name,
    deployed,
    kinds: options.kinds,
    now,
    progress: context.progress,
  });
  context.progress.stop();
  const plan = restorePlan(ofKinds(snapshot, options.kinds), server, {
    deployed,
    overwrite: options.overwrite ?? false,
    now,
  });
  context.print(verified);
  context.print(planText(plan, name, context.isColored));
  refuseBlocked(plan);
  if (options.dryRun)
    return hasAny(plan, ["create", "update", "conflict"]) ? 2 : 0;
  if (hasAny(plan, ["create", "update"])) {
    await writeGrafana(client, plan, {
      name,
      message: `Restored from backup ${id}`,
      now,
      progress: context.progress,
    });
    context.print(`restored ${name} from backup ${id}\n`);
  }
  return hasAny(plan, ["conflict"]) ? 2 : 0;
}

/** What a backup holds. Throws when anything of it is missing or altered, all problems in one message. */
async function readBackup(
  store: ObjectStore,
  environment: string,
  id: string,
  progress: Progress,
): Promise<Snapshot> {
  const manifest = await manifestOf(store, environment, id);
  const prefix = objectsPrefix(environment, id);
  progress.start(`${store.name}: checksums`, manifest.objects.length);
  const contents = new Map<string, Buffer | undefined>();
  await allOrFirstError(
    pLimit(requestsAtOnce),
    manifest.objects.map(({ path }) => async () => {
      contents.set(path, await store.get(`${prefix}${path}`));
      progress.step();
    }),
  );
  progress.stop();
  const problems = fileProblems(manifest, (path) => contents.get(path));
  if (problems.length > 0)
    throw new Error(
      [
        `backup ${id} of ${environment} is not whole, nothing is restored; npx monitoring restore --list shows others`,
        ...problems,
      ].join("\n"),
    );
  return snapshotOf(
    manifest.objects.map(({ kind, path }) => ({
      kind,
      path,
      content: contents.get(path)?.toString("utf8") ?? "",
    })),
  );
}

async function manifestOf(
  store: ObjectStore,
  environment: string,
  id: string,
): Promise<Manifest> {
  const key = manifestKey(environment, id);
  const text = (await store.get(key))?.toString("utf8") ?? "";
  return parseManifest(text, `${store.name} ${key}`, environment);
}

async function listText(
  store: ObjectStore,
  environment: string,
  ids: readonly string[],
): Promise<string> {
  const lines = await allOrFirstError(
    pLimit(requestsAtOnce),
    [...ids].reverse().map((id) => async () => {
      try {
        const { completedAt, grafana, objects } = await manifestOf(
          store,
          environment,
          id,
        );
        return `${id} complete at ${completedAt}, Grafana ${grafana.version}, ${countsText(objects)}\n`;
      } catch (error) {
        return `${id} cannot be restored: ${(error as Error).message}\n`;
      }
    }),
  );
  return lines.length === 0 ? "no backups\n" : lines.join("");
}

function countsText(objects: Manifest["objects"]): string {
  return objectKinds
    .map((kind) => {
      const files = objects.filter((object) => object.kind === kind).length;
      return kind === "annotations"
        ? `annotations of ${files} months`
        : `${files} ${kind}`;
    })
    .join(", ");
}
