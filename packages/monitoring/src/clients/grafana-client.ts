import type { TimeSpan } from "../backup/annotation-windows";
import type { KnownFolder } from "../backup/hand-made";
import type {
  AnnotationObject,
  DashboardObject,
  FolderObject,
  SilenceObject,
} from "../backup/objects";
import type { KnownDashboard } from "../backup/restore-step";
import {
  apiSilence,
  storedSilence,
  type ApiSilence,
} from "./alertmanager-client";
import {
  fetchAnnotations,
  type FetchedAnnotations,
} from "./grafana-annotations";
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
import {
  fetchFolders,
  searchDashboards,
  type FoundDashboard,
} from "./grafana-lists";

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

const silencesPath = "api/alertmanager/grafana/api/v2/silences";
/** The last millisecond that JavaScript can write as a date. */
const endOfTime = 8_640_000_000_000_000;

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
    createSilence: async ({ id: _, ...silence }) => {
      await ask(silencesPath, {
        method: "POST",
        json: apiSilence(silence),
        permission: "alert.silences:create",
      });
    },
  };
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
