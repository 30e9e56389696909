import { ok, page, refusal, type Answer, type Asked } from "./answer";

export interface StoredFolder {
  readonly uid: string;
  readonly title: string;
  /** "" for one that lies in none. */
  readonly parentUid: string;
  readonly version: number;
  /** @default - people */
  readonly managedBy?: string;
}

/** Nested folders: a parent must be there, and a version that is not the last is refused. */
export class Folders {
  readonly stored = new Map<string, StoredFolder>();

  has(uid: string): boolean {
    return uid === "" || this.stored.has(uid);
  }

  list({ query }: Asked, most: number): Answer {
    const parent = query.get("parentUid") ?? "";
    const found = [...this.stored.values()]
      .filter(({ parentUid }) => parentUid === parent)
      .map(({ uid, title, managedBy }) => ({ id: 1, uid, title, managedBy }));
    return ok(page(found, query, most));
  }

  get(uid: string): Answer {
    const found = this.stored.get(uid);
    return found === undefined ? refusal(404, "folder not found") : ok(found);
  }

  create({ body }: Asked): Answer {
    const { uid, title, parentUid = "" } = body as unknown as StoredFolder;
    if (this.stored.has(uid))
      return refusal(412, "the folder has been changed by someone else");
    if (!this.has(parentUid)) return refusal(400, "folder not found");
    const folder = { uid, title, parentUid, version: 1 };
    this.stored.set(uid, folder);
    return ok(folder);
  }

  update(uid: string, { body }: Asked): Answer {
    const found = this.stored.get(uid);
    if (found === undefined) return refusal(404, "folder not found");
    if (body.version !== found.version)
      return refusal(412, "the folder has been changed by someone else");
    const folder = {
      ...found,
      title: String(body.title),
      version: found.version + 1,
    };
    this.stored.set(uid, folder);
    return ok(folder);
  }

  move(uid: string, { body }: Asked): Answer {
    const found = this.stored.get(uid);
    const parentUid = String(body.parentUid);
    if (found === undefined || !this.has(parentUid))
      return refusal(404, "folder not found");
    this.stored.set(uid, { ...found, parentUid });
    return ok({});
  }
}
