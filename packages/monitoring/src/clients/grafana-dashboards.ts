import type { DashboardObject } from "../backup/objects";
import type { KnownDashboard } from "../backup/restore-step";
import type { JsonObject } from "../internal/json-tree";
import { textOf, without } from "../review/value";
import { GrafanaError, type GrafanaHttp } from "./grafana-http";

/** A dashboard as its server has it, and whether people may change it. */
export interface FetchedDashboard extends KnownDashboard {
  /** Whether files, Git Sync or the like keep it as it is. */
  readonly isManaged: boolean;
}

interface ApiDashboard {
  readonly dashboard: JsonObject;
  readonly meta: {
    readonly folderUid?: string;
    readonly provisioned?: boolean;
    readonly version?: number;
    readonly updated?: string;
  };
}

/** A dashboard of the app platform. */
interface AppDashboard {
  readonly apiVersion: string;
  readonly metadata: {
    readonly name: string;
    readonly resourceVersion?: string;
    readonly generation?: number;
    readonly creationTimestamp?: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: JsonObject;
}

/** What the server counts. */
const counted = ["id", "version"];
const read = "dashboards:read";
const write = "dashboards:write";

/** The dashboard `uid`, or undefined when there is none any more. */
export async function fetchDashboard(
  ask: GrafanaHttp,
  uid: string,
): Promise<FetchedDashboard | undefined> {
  try {
    return classicDashboard(
      uid,
      await ask<ApiDashboard>(`api/dashboards/uid/${encodeURIComponent(uid)}`, {
        permission: read,
      }),
    );
  } catch (error) {
    if (!(error instanceof GrafanaError)) throw error;
    if (error.status === 404) return undefined;
    // Since Grafana 12 a dashboard may be one that the classic model cannot hold; the answer says where it is.
    const [, path] =
      /\/(apis\/dashboard\.grafana\.app\/\S+)/.exec(error.detail) ?? [];
    if (error.status !== 406 || path === undefined) throw error;
    return appDashboard(await ask<AppDashboard>(path, { permission: read }));
  }
}

/** Creates `dashboard`, or replaces exactly the version `found`. */
export async function saveDashboard(
  ask: GrafanaHttp,
  dashboard: DashboardObject,
  found: KnownDashboard | undefined,
  message: string,
): Promise<void> {
  const { uid, folderUid = "", content } = dashboard;
  if (content.schema === "app") {
    await saveAppDashboard(ask, dashboard, found);
    return;
  }
  await ask("api/dashboards/db", {
    method: "POST",
    json: {
      dashboard: {
        ...content.model,
        uid,
        id: null,
        ...(found === undefined ? {} : { version: found.revision.version }),
      },
      folderUid,
      message,
      // The version is what is there now: whoever saves in between is not overwritten.
      overwrite: false,
    },
    permission: found === undefined ? "dashboards:create" : write,
  });
}

async function saveAppDashboard(
  ask: GrafanaHttp,
  { uid, folderUid, content }: DashboardObject,
  found: KnownDashboard | undefined,
): Promise<void> {
  if (content.schema !== "app") return;
  const { namespace = "default" } = await ask<{ readonly namespace?: string }>(
    "api/frontend/settings",
    { permission: "to be signed in" },
  );
  const path = `apis/${content.apiVersion}/namespaces/${encodeURIComponent(namespace)}/dashboards`;
  const own = `${path}/${encodeURIComponent(uid)}`;
  const resourceVersion =
    found === undefined
      ? undefined
      : (found.revision.resourceVersion ??
        (await ask<AppDashboard>(own, { permission: read })).metadata
          .resourceVersion);
  await ask(found === undefined ? path : own, {
    method: found === undefined ? "POST" : "PUT",
    json: {
      apiVersion: content.apiVersion,
      kind: "Dashboard",
      metadata: {
        name: uid,
        ...(resourceVersion === undefined ? {} : { resourceVersion }),
        ...(folderUid === undefined
          ? {}
          : { annotations: { "grafana.app/folder": folderUid } }),
      },
      spec: content.spec,
    },
    permission: found === undefined ? "dashboards:create" : write,
  });
}

function classicDashboard(
  uid: string,
  { dashboard, meta }: ApiDashboard,
): FetchedDashboard {
  const { folderUid = "", provisioned = false, updated, version } = meta;
  return {
    uid,
    title: textOf(dashboard.title) ?? "",
    ...(folderUid === "" ? {} : { folderUid }),
    ...(updated === undefined ? {} : { updated }),
    content: { schema: "classic", model: without(dashboard, counted) },
    revision: { version: version ?? Number(dashboard.version ?? 0) },
    isManaged: provisioned,
  };
}

function appDashboard({
  apiVersion,
  metadata,
  spec,
}: AppDashboard): FetchedDashboard {
  const { annotations = {}, resourceVersion, generation = 0 } = metadata;
  const folderUid = annotations["grafana.app/folder"] ?? "";
  const updated =
    annotations["grafana.app/updatedTimestamp"] ?? metadata.creationTimestamp;
  return {
    uid: metadata.name,
    title: textOf(spec.title) ?? "",
    ...(folderUid === "" ? {} : { folderUid }),
    ...(updated === undefined ? {} : { updated }),
    content: { schema: "app", apiVersion, spec },
    revision: {
      version: generation,
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
    },
    isManaged: (annotations["grafana.app/managedBy"] ?? "") !== "",
  };
}
