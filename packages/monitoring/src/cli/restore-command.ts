import { Command } from "commander";
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
import { grafanaOf, kinds, type BackupContext } from "./backup-arguments";
import { completeBackups } from "./backup-command";
import { backupStore } from "./backup-place";
import type { Progress } from "./backup-progress";
import { deploymentNamed } from "./environment-argument";
import { requestsAtOnce } from "./grafana-lists";
import type { ObjectStore } from "./object-store";
import { planText, refuseBlocked } from "./plan-output";
import { allOrFirstError, readGrafana } from "./read-grafana";
import { writeGrafana } from "./write-grafana";

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

/**
 * Runs `restore` with its arguments. Every checksum is verified before the first object is written. Returns the exit code: 0,
 * or 2 when something was left as it is because it is newer, or when `--dry-run` finds something to do.
 */
export async function restore(
  args: readonly string[],
  context: BackupContext,
): Promise<number> {
  const command = new Command("restore")
    .description("puts back what a backup holds, as far as it is not there")
    .argument("<environment>", "local, dev, staging or prod")
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
    .option("--from <dir>", "a folder instead of the environment's bucket")
    .option("--grafana <url>", "instead of the environment's")
    .showHelpAfterError()
    .exitOverride()
    .parse(args, { from: "user" });
  const [name = ""] = command.args;
  const options = command.opts<RestoreArguments>();
  const deployment = deploymentNamed(name);
  const { environment } = deployment;
  const store = backupStore(environment, options.from, context.variables);
  const complete = await completeBackups(store, name);
  if (options.list) {
    context.print(await listText(store, name, complete));
    return 0;
  }
  if (complete.length === 0)
    throw new Error(
      `${store.name} has no backup of ${name}; npm run backup -- ${name} makes one`,
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
        `backup ${id} of ${environment} is not whole, nothing is restored; restore --list shows others`,
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
