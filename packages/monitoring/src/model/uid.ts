import { createHash } from "node:crypto";

/** The most characters that Grafana keeps of a uid. */
export const uidLength = 40;

/** True for what Grafana accepts as the uid of a folder, dashboard, datasource or rule. */
export function isUid(text: string): boolean {
  return /^[a-zA-Z0-9_-]+$/.test(text) && text.length <= uidLength;
}

const kebabs = new Map<string, string>();

/** `HighErrorRate` and `High error rate` both become `high-error-rate`. */
export function kebabCase(text: string): string {
  // Every rule asks for its system's name again.
  let kebab = kebabs.get(text);
  if (kebab === undefined) {
    kebab = text
      .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
      .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
      .replace(/[^a-zA-Z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .toLowerCase();
    kebabs.set(text, kebab);
  }
  return kebab;
}

/**
 * The uid of the thing that `path` names, the same in every environment: readable while it fits,
 * shortened and closed with a hash of the whole path where it does not.
 */
export function uidOf(...path: readonly string[]): string {
  const readable = path.map(kebabCase).join("-");
  if (readable.length <= uidLength) return readable;
  const hash = createHash("sha256")
    .update(path.join("/"))
    .digest("hex")
    .slice(0, 8);
  return `${readable.slice(0, uidLength - hash.length - 1).replace(/-+$/, "")}-${hash}`;
}

/** The id of a panel, from its key alone: a positive 31-bit integer, so that moving or inserting panels renumbers none. */
export function panelIdOf(key: string): number {
  return (
    createHash("sha256").update(key).digest().readUInt32BE(0) & 0x7fffffff || 1
  );
}
