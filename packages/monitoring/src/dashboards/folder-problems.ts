import { isUid, uidLength } from "../model/uid";

/** Grafana's default for the depth of nested folders. */
export const maxFolderDepth = 4;

/** What is wrong with a folder's uid, title and depth (1 for a folder that lies in none). */
export function folderProblems(
  uid: string,
  title: string,
  depth: number,
): readonly string[] {
  return [
    ...(isUid(uid)
      ? []
      : [
          `'uid' must be at most ${uidLength} letters, digits, hyphens and underscores, got "${uid}"`,
        ]),
    ...(["general", "sharedwithme"].includes(uid.toLowerCase())
      ? [`'uid' must not be one of Grafana's own folders, got "${uid}"`]
      : []),
    ...(title.trim() === ""
      ? [`'title' must not be empty, got "${title}"`]
      : []),
    ...(["general", "dashboards"].includes(title.trim().toLowerCase())
      ? [`'title' must not be that of Grafana's own folder, got "${title}"`]
      : []),
    ...(depth <= maxFolderDepth
      ? []
      : [
          `'parent' must be at most ${maxFolderDepth - 1} folders deep, got ${depth - 1}`,
        ]),
  ];
}
