import { isDeepStrictEqual } from "node:util";
import { annotationSteps } from "./annotation-steps";
import type { Deployed, KnownFolder } from "./hand-made";
import type { DashboardObject, FolderObject, Snapshot } from "./objects";
import type {
  Step,
  KnownDashboard,
  Target,
  RestorePlan,
  RestoreOptions,
} from "./restore-step";
import { silenceSteps } from "./silence-steps";

/** What must be done so that `target` has what `wanted` holds. Nothing is ever deleted, and nothing that is deployed is written. */
export function restorePlan(
  wanted: Snapshot,
  target: Target,
  options: RestoreOptions,
): RestorePlan {
  const folders = folderSteps(wanted.folders, target, options);
  const dashboards = dashboardSteps(
    wanted.dashboards,
    folders,
    target,
    options,
  );
  return {
    folders,
    dashboards,
    annotations: annotationSteps(wanted.annotations, target, {
      there: new Set([
        ...target.dashboards.map(({ uid }) => uid),
        ...target.otherDashboards,
        ...dashboards
          .filter(({ verdict }) => verdict === "create")
          .map((step) => step.wanted.uid),
      ]),
      deployed: options.deployed.dashboards,
    }),
    silences: silenceSteps(wanted.silences, target.silences, options.now),
  };
}

function folderSteps(
  wanted: readonly FolderObject[],
  target: Target,
  { deployed, overwrite = false }: RestoreOptions,
): RestorePlan["folders"] {
  const ordered = parentsFirst(wanted);
  const found = new Map(target.folders.map((folder) => [folder.uid, folder]));
  const coming = new Set(ordered.map(({ uid }) => uid));
  return ordered.map((folder): Step<FolderObject, KnownFolder> => {
    const there = found.get(folder.uid);
    if (deployed.folders.has(folder.uid))
      return skip(folder, "this repository deploys it now");
    if (there?.isManaged)
      return skip(folder, `${target.name} has it from elsewhere`);
    if (there === undefined) {
      const problem = placeProblem(
        folder.parentUid,
        found,
        coming,
        deployed,
        target,
      );
      return problem === undefined
        ? { verdict: "create", wanted: folder }
        : { verdict: "blocked", wanted: folder, reason: problem };
    }
    if (folder.title === there.title && folder.parentUid === there.parentUid)
      return { verdict: "unchanged", wanted: folder, found: there };
    return overwrite
      ? { verdict: "update", wanted: folder, found: there }
      : {
          verdict: "conflict",
          wanted: folder,
          found: there,
          reason: `${target.name} has it under another title or in another folder`,
        };
  });
}

function dashboardSteps(
  wanted: readonly DashboardObject[],
  folders: RestorePlan["folders"],
  target: Target,
  { deployed, overwrite = false }: RestoreOptions,
): RestorePlan["dashboards"] {
  const there = new Map(target.folders.map((folder) => [folder.uid, folder]));
  const coming = new Set(folders.map((step) => step.wanted.uid));
  const found = new Map(target.dashboards.map((each) => [each.uid, each]));
  return wanted.map((dashboard): Step<DashboardObject, KnownDashboard> => {
    const { uid, folderUid } = dashboard;
    if (deployed.dashboards.has(uid))
      return skip(dashboard, "this repository deploys it now");
    if (target.otherDashboards.has(uid))
      return skip(dashboard, `${target.name} has it from elsewhere`);
    const known = found.get(uid);
    if (known !== undefined && isSameDashboard(dashboard, known))
      return { verdict: "unchanged", wanted: dashboard, found: known };
    const problem = placeProblem(folderUid, there, coming, deployed, target);
    if (problem !== undefined)
      return { verdict: "blocked", wanted: dashboard, reason: problem };
    if (known === undefined) return { verdict: "create", wanted: dashboard };
    if (overwrite || isNewer(dashboard, known))
      return { verdict: "update", wanted: dashboard, found: known };
    return {
      verdict: "conflict",
      wanted: dashboard,
      found: known,
      reason: `${target.name} has a version of ${known.updated ?? "an unknown time"}, which is not older than this one of ${dashboard.updated ?? "an unknown time"}`,
    };
  });
}

/** Equal whatever it is called by its server: content and folder. */
function isSameDashboard(a: DashboardObject, b: DashboardObject): boolean {
  return a.folderUid === b.folderUid && isDeepStrictEqual(a.content, b.content);
}

/** Whether `wanted` was certainly saved after what is there. */
function isNewer(wanted: DashboardObject, there: DashboardObject): boolean {
  return Date.parse(wanted.updated ?? "") > Date.parse(there.updated ?? "");
}

/** Why nothing can be put into a folder yet, or undefined. */
function placeProblem(
  uid: string | undefined,
  there: ReadonlyMap<string, unknown>,
  coming: ReadonlySet<string>,
  deployed: Deployed,
  { name }: Target,
): string | undefined {
  if (uid === undefined || there.has(uid) || coming.has(uid)) return undefined;
  return deployed.folders.has(uid)
    ? `lies in folder "${uid}", which this repository deploys and ${name} does not have: deploy first`
    : `lies in folder "${uid}", which ${name} does not have and nobody asked for: create it there, or ask for folders too`;
}

/** Folders with an unknown parent, or in a ring, come as they are. */
function parentsFirst(
  folders: readonly FolderObject[],
): readonly FolderObject[] {
  const byUid = new Map(folders.map((folder) => [folder.uid, folder]));
  const ordered = new Set<FolderObject>();
  const visit = (
    folder: FolderObject,
    below: readonly FolderObject[],
  ): void => {
    const parent = byUid.get(folder.parentUid ?? "");
    if (parent !== undefined && !below.includes(parent) && !ordered.has(parent))
      visit(parent, [...below, folder]);
    ordered.add(folder);
  };
  for (const folder of folders) visit(folder, []);
  return [...ordered];
}

function skip<Wanted>(wanted: Wanted, reason: string): Step<Wanted, never> {
  return { verdict: "skip", wanted, reason };
}
