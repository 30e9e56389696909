import pLimit from "p-limit";
import { handMadeFolders, type Deployed } from "./hand-made";
import type { ObjectKind, Snapshot } from "./objects";
import type { Target } from "./restore-step";
import { counted } from "../review/text";
import type { GrafanaClient } from "../clients/grafana-client";
import { requestsAtOnce } from "../clients/grafana-lists";
import type { FetchedDashboard } from "../clients/grafana-dashboards";
import type { Progress } from "./progress";

/** What a server has, and what of it people made. */
export interface ServerState extends Target {
  readonly handMade: Snapshot;
  /** What could not be taken, for people. */
  readonly notes: readonly string[];
}

export interface ReadOptions {
  /** What the server is called. */
  readonly name: string;
  readonly deployed: Deployed;
  /** What is asked for; folders always are, because the others lie in them. */
  readonly kinds: readonly ObjectKind[];
  readonly now: Date;
  readonly progress: Progress;
  /** Gives a dashboard that is at hand already. @default - none is */
  readonly known?: (uid: string) => Promise<FetchedDashboard | undefined>;
  /** Called with each dashboard that people made, as soon as it is there. @default - nothing */
  readonly onDashboard?: (dashboard: FetchedDashboard) => Promise<void>;
}

/** Reads a server. The first answer that fails for good ends it. */
export async function readGrafana(
  client: GrafanaClient,
  options: ReadOptions,
): Promise<ServerState> {
  const { name, deployed, kinds, now } = options;
  const folders = await client.folders();
  const { handMade, others } = kinds.includes("dashboards")
    ? await readDashboards(client, options)
    : await foundDashboards(client);
  const { annotations, orphans } = kinds.includes("annotations")
    ? await client.annotations(now)
    : { annotations: [], orphans: 0 };
  const silences = kinds.includes("silences") ? await client.silences() : [];
  return {
    name,
    folders,
    dashboards: handMade,
    otherDashboards: new Set(others),
    annotations,
    silences,
    handMade: {
      folders: kinds.includes("folders")
        ? handMadeFolders(folders, deployed)
        : [],
      dashboards: handMade.map(
        ({ revision: _, isManaged: __, ...dashboard }) => dashboard,
      ),
      annotations,
      silences,
    },
    notes:
      orphans === 0
        ? []
        : [
            `${counted(orphans, "annotation")} belong to dashboards that are gone, and are left out`,
          ],
  };
}

interface Dashboards {
  readonly handMade: readonly FetchedDashboard[];
  /** uids of those that are deployed or provisioned. */
  readonly others: readonly string[];
}

/** Annotations ask only whether their dashboard is there. */
async function foundDashboards(client: GrafanaClient): Promise<Dashboards> {
  const found = await client.dashboards();
  return { handMade: [], others: found.map(({ uid }) => uid) };
}

async function readDashboards(
  client: GrafanaClient,
  { name, deployed, progress, known, onDashboard }: ReadOptions,
): Promise<Dashboards> {
  const found = await client.dashboards();
  const candidates = found.filter(({ uid }) => !deployed.dashboards.has(uid));
  progress.start(`${name}: dashboards`, candidates.length);
  const limit = pLimit(requestsAtOnce);
  const fetched = await allOrFirstError(
    limit,
    candidates.map(({ uid }) => async () => {
      const dashboard = (await known?.(uid)) ?? (await client.dashboard(uid));
      if (dashboard !== undefined && !dashboard.isManaged)
        await onDashboard?.(dashboard);
      progress.step();
      return dashboard;
    }),
  );
  // What was deleted since the search is gone.
  const there = fetched.flatMap((dashboard) => dashboard ?? []);
  return {
    handMade: there
      .filter(({ isManaged }) => !isManaged)
      .sort((a, b) => (a.uid < b.uid ? -1 : 1)),
    others: [
      ...found
        .map(({ uid }) => uid)
        .filter((uid) => deployed.dashboards.has(uid)),
      ...there.filter(({ isManaged }) => isManaged).map(({ uid }) => uid),
    ],
  };
}

/** The results in order. The first error ends it: what has not begun does not begin any more. */
export async function allOrFirstError<Result>(
  limit: pLimit.Limit,
  tasks: readonly (() => Promise<Result>)[],
): Promise<readonly Result[]> {
  try {
    return await Promise.all(tasks.map((task) => limit(task)));
  } catch (error) {
    limit.clearQueue();
    throw error;
  }
}
