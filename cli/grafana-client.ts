import pLimit from "p-limit";
import { allWithin, type TimeSpan } from "../lib/backup/annotation-windows";
import {
  isHandMadeAnnotation,
  type AnnotationOrigin,
  type KnownFolder,
} from "../lib/backup/hand-made";
import type {
  AnnotationObject,
  DashboardObject,
  FolderObject,
  SilenceObject,
} from "../lib/backup/objects";
import type { KnownDashboard } from "../lib/backup/restore-plan";
import { isObject, textOf } from "../lib/review/value";
import {
  apiMatcher,
  storedSilence,
  type ApiSilence,
} from "./alertmanager-client";
import {
  fetchDashboard,
  saveDashboard,
  type FetchedDashboard,
} from "./grafana-dashboards";
import {
  type GrafanaHttp,
  grafanaHttp,
  type GrafanaHttpOptions,
} from "./grafana-http";

/** A dashboard as a search finds it. */
export interface FoundDashboard {
  readonly uid: string;
  readonly title: string;
}

export interface FetchedAnnotations {
  readonly annotations: readonly AnnotationObject[];
  /** How many belong to a dashboard that is gone: nobody can put them back. */
  readonly orphans: number;
}

/** Asks a Grafana for what people make in it, and puts it there. Every call throws a GrafanaError. */
export interface GrafanaClient {
  readonly url: string;
  /** `13.0.1`, or `unknown` where the server hides it. */
  version(): Promise<string>;
  folders(): Promise<readonly KnownFolder[]>;
  dashboards(): Promise<readonly FoundDashboard[]>;
  /** undefined when it is gone. */
  dashboard(uid: string): Promise<FetchedDashboard | undefined>;
  /** Those that no alert made, of all times. */
  annotations(now: Date): Promise<FetchedAnnotations>;
  /** Those that touch a span. */
  annotationsWithin(span: TimeSpan): Promise<FetchedAnnotations>;
  /** Those that silence something, or will. */
  silences(): Promise<readonly SilenceObject[]>;
  createFolder(folder: FolderObject): Promise<void>;
  /** Gives a folder its title, and moves it. */
  updateFolder(folder: FolderObject, found: FolderObject): Promise<void>;
  /** Creates it, or replaces exactly `found`: refused when somebody else has written it in between. */
  saveDashboard(
    dashboard: DashboardObject,
    found: KnownDashboard | undefined,
    message: string,
  ): Promise<void>;
  createAnnotation(annotation: AnnotationObject): Promise<void>;
  createSilence(silence: SilenceObject): Promise<void>;
}

/** How many requests a Grafana gets at once: it serves people as well. */
export const requestsAtOnce = 4;
const pageSize = 500;
const silencesPath = "api/alertmanager/grafana/api/v2/silences";
/** The last millisecond that JavaScript can write as a date. */
const endOfTime = 8_640_000_000_000_000;

interface ApiAnnotation extends AnnotationOrigin {
  readonly id: number;
  readonly dashboardId?: number;
  readonly dashboardUID?: string | null;
  readonly panelId?: number;
  readonly time: number;
  readonly timeEnd?: number;
  readonly text?: string;
  readonly tags?: readonly string[] | null;
  readonly data?: unknown;
}

export function grafanaClient(options: GrafanaHttpOptions): GrafanaClient {
  const ask = grafanaHttp(options);
  return {
    url: options.url,
    version: async () => {
      const { version } = await ask<{ readonly version?: string }>(
        "api/health",
        { permission: "to be let through" },
      );
      return version ?? "unknown";
    },
    folders: () => fetchFolders(ask),
    dashboards: () => searchDashboards(ask),
    dashboard: (uid) => fetchDashboard(ask, uid),
    annotations: (now) =>
      // Nearly all are of the past: what is to come is asked for apart, so that halving starts close to them.
      fetchAnnotations(ask, [
        { from: 1, to: now.getTime() },
        { from: now.getTime() + 1, to: endOfTime },
      ]),
    annotationsWithin: (span) => fetchAnnotations(ask, [span]),
    silences: async () =>
      (
        await ask<readonly ApiSilence[]>(silencesPath, {
          permission: "alert.silences:read",
        })
      )
        .map(storedSilence)
        .filter(({ state }) => state !== "expired")
        .map(({ state: _, ...silence }) => silence),
    createFolder: async ({ uid, title, parentUid }) => {
      await ask("api/folders", {
        method: "POST",
        json: { uid, title, ...(parentUid === undefined ? {} : { parentUid }) },
        permission: "folders:create",
      });
    },
    updateFolder: (folder, found) => updateFolder(ask, folder, found),
    saveDashboard: (dashboard, found, message) =>
      saveDashboard(ask, dashboard, found, message),
    createAnnotation: async ({ dashboardUid, ...annotation }) => {
      await ask("api/annotations", {
        method: "POST",
        json: {
          ...annotation,
          ...(dashboardUid === undefined ? {} : { dashboardUID: dashboardUid }),
        },
        permission: "annotations:create",
      });
    },
    createSilence: async ({ id: _, matchers, startsAt, endsAt, ...rest }) => {
      await ask(silencesPath, {
        method: "POST",
        json: {
          ...rest,
          matchers: matchers.map(apiMatcher),
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
        },
        permission: "alert.silences:create",
      });
    },
  };
}

/** Level by level, because Grafana lists the folders of one folder at a time. */
async function fetchFolders(ask: GrafanaHttp): Promise<readonly KnownFolder[]> {
  const limit = pLimit(requestsAtOnce);
  const found = new Map<string, KnownFolder>();
  let parents: readonly (string | undefined)[] = [undefined];
  while (parents.length > 0) {
    const lists = await Promise.all(
      parents.map((parent) => limit(() => foldersIn(ask, parent))),
    );
    const fresh = lists.flat().filter(({ uid }) => !found.has(uid));
    for (const folder of fresh) found.set(folder.uid, folder);
    parents = fresh
      .map(({ uid }) => uid)
      .filter((uid) => uid !== "sharedwithme");
  }
  return [...found.values()];
}

interface ApiFolder {
  readonly uid: string;
  readonly title: string;
  readonly managedBy?: string;
}

async function foldersIn(
  ask: GrafanaHttp,
  parentUid: string | undefined,
): Promise<readonly KnownFolder[]> {
  const folders = await paged<ApiFolder>((page) =>
    ask("api/folders", {
      query: {
        limit: pageSize,
        page,
        ...(parentUid === undefined ? {} : { parentUid }),
      },
      permission: "folders:read",
    }),
  );
  return folders.map(({ uid, title, managedBy = "" }) => ({
    uid,
    title,
    ...(parentUid === undefined ? {} : { parentUid }),
    isManaged: managedBy !== "",
  }));
}

async function searchDashboards(
  ask: GrafanaHttp,
): Promise<readonly FoundDashboard[]> {
  const found = await paged<FoundDashboard>((page) =>
    ask("api/search", {
      query: { type: "dash-db", limit: pageSize, page },
      permission: "dashboards:read",
    }),
  );
  return found.map(({ uid, title }) => ({ uid, title }));
}

/** All pages, each object once. A server may give fewer than it was asked for, so only a page without news is the last. */
async function paged<Entry extends { readonly uid: string }>(
  list: (page: number) => Promise<readonly Entry[]>,
): Promise<readonly Entry[]> {
  const found = new Map<string, Entry>();
  for (let page = 1; ; page += 1) {
    const before = found.size;
    for (const entry of await list(page)) found.set(entry.uid, entry);
    if (found.size === before) return [...found.values()];
  }
}

async function updateFolder(
  ask: GrafanaHttp,
  { uid, title, parentUid }: FolderObject,
  found: FolderObject,
): Promise<void> {
  const path = `api/folders/${encodeURIComponent(uid)}`;
  const permission = "folders:write";
  if (title !== found.title) {
    const { version } = await ask<{ readonly version: number }>(path, {
      permission: "folders:read",
    });
    await ask(path, { method: "PUT", json: { title, version }, permission });
  }
  if (parentUid !== found.parentUid)
    await ask(`${path}/move`, {
      method: "POST",
      json: { parentUid: parentUid ?? "" },
      permission,
    });
}

async function fetchAnnotations(
  ask: GrafanaHttp,
  spans: readonly TimeSpan[],
): Promise<FetchedAnnotations> {
  const listed = await allWithin<ApiAnnotation>(spans, ({ from, to }, limit) =>
    ask("api/annotations", {
      query: { from, to, limit, type: "annotation" },
      permission: "annotations:read",
    }),
  );
  const handMade = listed.filter(isHandMadeAnnotation);
  const living = handMade.filter(
    ({ dashboardId = 0, dashboardUID }) =>
      dashboardId === 0 || (dashboardUID ?? "") !== "",
  );
  return {
    annotations: living.map(annotationObject),
    orphans: handMade.length - living.length,
  };
}

function annotationObject(annotation: ApiAnnotation): AnnotationObject {
  const { time, timeEnd = time, text = "", data, panelId = 0 } = annotation;
  const dashboardUid = textOf(annotation.dashboardUID) ?? "";
  return {
    time,
    ...(timeEnd > time ? { timeEnd } : {}),
    text,
    tags: annotation.tags ?? [],
    ...(dashboardUid === "" ? {} : { dashboardUid }),
    ...(panelId === 0 ? {} : { panelId }),
    ...(isObject(data) && Object.keys(data).length > 0 ? { data } : {}),
  };
}
