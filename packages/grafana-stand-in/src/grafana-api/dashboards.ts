import { ok, page, refusal, type Answer, type Asked } from "./answer";
import type { Folders } from "./folders";

type Fields = Readonly<Record<string, unknown>>;

/** A dashboard as the played Grafana keeps it. */
export interface StoredDashboard {
  readonly uid: string;
  readonly title: string;
  readonly folderUid: string;
  readonly version: number;
  /** As ISO 8601. */
  readonly updated: string;
  /** The classic model, or the spec of the app platform. */
  readonly content: Fields;
  /** `dashboard.grafana.app/v2beta1` where the classic model cannot hold it. @default - classic */
  readonly apiVersion?: string;
  /** @default false */
  readonly provisioned?: boolean;
}

/** Dashboards by the rules of a server: a version that is not the last is refused, and folders must be there. */
export class Dashboards {
  readonly stored = new Map<string, StoredDashboard>();

  constructor(
    private readonly folders: Folders,
    private readonly now: () => Date,
  ) {}

  search({ query }: Asked, most: number): Answer {
    const found = [...this.stored.values()].map(
      ({ uid, title, folderUid }) => ({
        uid,
        title,
        type: "dash-db",
        ...(folderUid === "" ? {} : { folderUid }),
      }),
    );
    return ok(page(found, query, most));
  }

  get(uid: string): Answer {
    const found = this.stored.get(uid);
    if (found === undefined) return refusal(404, "Dashboard not found");
    if (found.apiVersion !== undefined)
      return refusal(
        406,
        `dashboard api version not supported, use /apis/${found.apiVersion}/namespaces/default/dashboards/${uid} instead`,
      );
    const { content, version, folderUid, updated, provisioned = false } = found;
    return ok({
      dashboard: { ...content, id: 7, uid, version },
      meta: { folderUid, version, updated, provisioned, type: "db" },
    });
  }

  save({ body }: Asked): Answer {
    const { id: _, version = 0, ...model } = body.dashboard as Fields;
    const { uid, title } = model as { uid: string; title: string };
    const { folderUid = "" } = body as { folderUid?: string };
    const found = this.stored.get(uid);
    if (title === "") return refusal(400, "Dashboard title cannot be empty");
    if (found?.provisioned)
      return refusal(400, "Cannot save provisioned dashboard");
    if (!this.folders.has(folderUid)) return refusal(400, "folder not found");
    if ((found?.version ?? 0) !== version && body.overwrite !== true)
      return refusal(412, "The dashboard has been changed by someone else");
    return ok(this.put(uid, title, folderUid, model));
  }

  getApp(apiVersion: string, uid: string): Answer {
    const found = this.stored.get(uid);
    if (found === undefined) return refusal(404, "dashboard not found");
    const { version, folderUid, updated, content } = found;
    return ok({
      apiVersion,
      kind: "Dashboard",
      metadata: {
        name: uid,
        generation: version,
        resourceVersion: String(version * 1000),
        creationTimestamp: updated,
        annotations: {
          "grafana.app/updatedTimestamp": updated,
          ...(folderUid === "" ? {} : { "grafana.app/folder": folderUid }),
        },
      },
      spec: content,
    });
  }

  saveApp(apiVersion: string, { method, body }: Asked): Answer {
    const { name, resourceVersion, annotations } = body.metadata as {
      name: string;
      resourceVersion?: string;
      annotations?: Readonly<Record<string, string>>;
    };
    const found = this.stored.get(name);
    if (method === "POST" && found !== undefined)
      return refusal(409, "dashboard already exists");
    if (
      method === "PUT" &&
      resourceVersion !== String((found?.version ?? 0) * 1000)
    )
      return refusal(409, "the object has been modified");
    const spec = body.spec as Fields;
    return ok(
      this.put(
        name,
        String(spec.title),
        annotations?.["grafana.app/folder"] ?? "",
        spec,
        apiVersion,
      ),
    );
  }

  private put(
    uid: string,
    title: string,
    folderUid: string,
    content: Fields,
    apiVersion?: string,
  ): { uid: string; version: number } {
    const version = (this.stored.get(uid)?.version ?? 0) + 1;
    const updated = this.now().toISOString();
    this.stored.set(uid, {
      uid,
      title,
      folderUid,
      version,
      updated,
      content,
      ...(apiVersion === undefined ? {} : { apiVersion }),
    });
    return { uid, version };
  }
}
