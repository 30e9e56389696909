import { randomBytes } from "node:crypto";
import type { Command } from "commander";
import pLimit from "p-limit";
import {
  archiveFiles,
  dashboardFile,
  dashboardPathStart,
  promisedSha256,
  snapshotOf,
  type ArchiveFile,
} from "../backup/archive";
import { sha256Of } from "../backup/canonical-json";
import { needsOf } from "../backup/dashboard-needs";
import { deployedBy } from "../backup/hand-made";
import {
  backupId,
  manifestKey,
  manifestsPrefix,
  objectsPrefix,
  resumableRun,
  runsPrefix,
} from "../backup/location";
import {
  manifestFormat,
  manifestText,
  parseManifest,
  type Manifest,
} from "../backup/manifest";
import { objectKinds, type Snapshot } from "../backup/objects";
import { grafanaOf } from "../backup/backup-arguments";
import { backupStore, localBackups } from "../backup/backup-place";
import { requestsAtOnce } from "../clients/grafana-lists";
import type { FetchedDashboard } from "../clients/grafana-dashboards";
import type { ObjectStore } from "../clients/object-store";
import { allOrFirstError, readGrafana } from "../backup/read-grafana";
import { environmentArgument } from "./environment-argument";
import { exitCodes } from "./exit-codes";
import type { Surroundings } from "./surroundings";

interface BackupOptions {
  readonly to?: string;
  readonly grafana?: string;
  readonly fresh?: true;
  readonly allowEmpty?: true;
}

export function configure(
  command: Command,
  surroundings: Surroundings,
  salt: () => string = () => randomBytes(2).toString("hex"),
): void {
  exitCodes(command)
    .description(
      "exports what people made in Grafana by hand. GRAFANA_AUTH_<ENVIRONMENT> or GRAFANA_AUTH signs in",
    )
    .addArgument(environmentArgument())
    .option(
      "--to <dir>",
      "a folder instead of the environment's bucket (default without a bucket: .cache/backups of the project)",
    )
    .option("--grafana <url>", "instead of the environment's")
    .option("--fresh", "does not take up an interrupted backup")
    .option("--allow-empty", "even if the last backup had dashboards")
    .action((name: string, options: BackupOptions) =>
      backup(name, options, surroundings, salt).finally(() =>
        surroundings.progress.stop(),
      ),
    );
}

/** The manifest is written last: whatever throws before leaves the last backup as it was. */
async function backup(
  name: string,
  options: BackupOptions,
  context: Surroundings,
  salt: () => string,
): Promise<void> {
  const project = context.project();
  const deployment = project.deployment(name);
  const { environment } = deployment;
  const client = grafanaOf(environment, options.grafana, context);
  const store = backupStore(
    environment,
    options.to ?? localBackups(environment, project),
    context.variables,
  );
  const now = context.now();
  const version = await client.version();
  const complete = await completeBackups(store, name);
  const interrupted = options.fresh
    ? undefined
    : resumableRun(await store.folders(runsPrefix(name)), complete, now);
  const id = interrupted ?? backupId(now, salt());
  const run = await openRun(store, objectsPrefix(name, id));
  const server = await readGrafana(client, {
    name,
    deployed: deployedBy([deployment]),
    kinds: objectKinds,
    now,
    progress: context.progress,
    known: run.dashboard,
    onDashboard: async ({ revision: _, isManaged: __, ...dashboard }) =>
      run.put(dashboardFile(dashboard)),
  });
  const files = archiveFiles(server.handMade);
  context.progress.start(`${store.name}: objects`, files.length);
  await allOrFirstError(
    pLimit(requestsAtOnce),
    files.map((file) => async () => {
      await run.put(file);
      context.progress.step();
    }),
  );
  context.progress.stop();
  if (!options.allowEmpty)
    await refuseLoss(store, name, complete, server.handMade);
  const manifest: Manifest = {
    format: manifestFormat,
    id,
    environment: name,
    grafana: { url: client.url, version },
    startedAt: now.toISOString(),
    completedAt: context.now().toISOString(),
    objects: files.map(({ content: _, ...entry }) => entry),
  };
  await store.put(manifestKey(name, id), manifestText(manifest));
  const resumed =
    interrupted === undefined
      ? ""
      : `, ${run.reused()} of ${files.length} objects were there from before it was interrupted`;
  context.print(
    [
      `backup ${id} of ${name} (Grafana ${version}) in ${store.name}: ${snapshotText(server.handMade)}${resumed}`,
      ...[...server.notes, ...libraryPanelNotes(server.handMade)].map(
        (note) => `note: ${note}`,
      ),
      "",
    ].join("\n"),
  );
}

/** Ids of the backups that have a manifest, the oldest first. */
export async function completeBackups(
  store: ObjectStore,
  environment: string,
): Promise<readonly string[]> {
  const prefix = manifestsPrefix(environment);
  return (await store.list(prefix))
    .map((key) => key.slice(prefix.length).replace(/\.json$/, ""))
    .sort();
}

/** `3 folders, 12 dashboards, 40 annotations, 1 silences` */
function snapshotText(snapshot: Snapshot): string {
  return objectKinds
    .map((kind) => `${snapshot[kind].length} ${kind}`)
    .join(", ");
}

/** The folder of one backup, and what it holds already. */
interface Run {
  /** A dashboard that was fetched before the backup was interrupted. */
  readonly dashboard: (uid: string) => Promise<FetchedDashboard | undefined>;
  /** Puts a file that is not there, or not as it should be. */
  readonly put: (file: ArchiveFile) => Promise<void>;
  /** How many files were there. */
  readonly reused: () => number;
}

async function openRun(store: ObjectStore, prefix: string): Promise<Run> {
  const paths = (await store.list(prefix)).map((key) =>
    key.slice(prefix.length),
  );
  const before = new Set(paths);
  const done = new Set<string>();
  let reused = 0;
  const intact = async (path: string): Promise<string | undefined> => {
    if (!before.has(path)) return undefined;
    const content = await store.get(`${prefix}${path}`);
    return content !== undefined && sha256Of(content) === promisedSha256(path)
      ? content.toString("utf8")
      : undefined;
  };
  return {
    dashboard: async (uid) => {
      const path = paths.find((each) =>
        each.startsWith(dashboardPathStart(uid)),
      );
      const content = path === undefined ? undefined : await intact(path);
      if (path === undefined || content === undefined) return undefined;
      const [dashboard] = snapshotOf([
        { kind: "dashboards", path, content },
      ]).dashboards;
      if (dashboard === undefined) return undefined;
      done.add(path);
      reused += 1;
      return { ...dashboard, revision: { version: 0 }, isManaged: false };
    },
    put: async (file) => {
      if (done.has(file.path)) return;
      done.add(file.path);
      if ((await intact(file.path)) === undefined)
        await store.put(`${prefix}${file.path}`, file.content);
      else reused += 1;
    },
    reused: () => reused,
  };
}

/** Throws when dashboards are gone since the last backup, all of them: a token that may see none looks the same. */
async function refuseLoss(
  store: ObjectStore,
  environment: string,
  complete: readonly string[],
  { dashboards }: Snapshot,
): Promise<void> {
  const last = complete.at(-1);
  if (dashboards.length > 0 || last === undefined) return;
  const key = manifestKey(environment, last);
  const text = (await store.get(key))?.toString("utf8") ?? "";
  const before = parseManifest(text, key, environment).objects.filter(
    ({ kind }) => kind === "dashboards",
  ).length;
  if (before > 0)
    throw new Error(
      `Grafana of ${environment} shows no dashboard that people made, and backup ${last} has ${before}: may who asks see them (dashboards:read on all folders)? If they were deleted, add --allow-empty`,
    );
}

function libraryPanelNotes({ dashboards }: Snapshot): readonly string[] {
  return dashboards.flatMap((dashboard) => {
    const { libraryPanels } = needsOf(dashboard);
    return libraryPanels.length === 0
      ? []
      : [
          `dashboard "${dashboard.title}" (${dashboard.uid}) shows library panels, which are not backed up: ${libraryPanels.join(", ")}`,
        ];
  });
}
