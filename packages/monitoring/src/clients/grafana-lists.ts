import pLimit from "p-limit";
import type { KnownFolder } from "../backup/hand-made";
import type { GrafanaHttp } from "./grafana-http";

/** A dashboard as a search finds it. */
export interface FoundDashboard {
  readonly uid: string;
  readonly title: string;
}

/** How many requests a Grafana gets at once: it serves people as well. */
export const requestsAtOnce = 4;
const pageSize = 500;

/** Level by level, because Grafana lists the folders of one folder at a time. */
export async function fetchFolders(
  ask: GrafanaHttp,
): Promise<readonly KnownFolder[]> {
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
  /** What Grafana 12.0 called it. */
  readonly repository?: string;
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
  return folders.map(
    ({ uid, title, repository = "", managedBy = repository }) => ({
      uid,
      title,
      ...(parentUid === undefined ? {} : { parentUid }),
      isManaged: managedBy !== "",
    }),
  );
}

/** All dashboards, whoever made them. */
export async function searchDashboards(
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
