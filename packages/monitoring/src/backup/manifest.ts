import { compare } from "../internal/text-order";
import { duplicatesIn } from "../internal/duplicates";
import { isObject } from "../review/value";
import type { ArchiveFile } from "./archive";
import { canonicalJson, sha256Of } from "./canonical-json";
import { objectKinds } from "./objects";

/** The format that this version writes, and the only one that it reads. */
export const manifestFormat = 1;

/** A file that belongs to a backup. */
export type ManifestEntry = Omit<ArchiveFile, "content">;

/** What makes a backup complete: it is written last, and in one piece. */
export interface Manifest {
  readonly format: typeof manifestFormat;
  readonly id: string;
  readonly environment: string;
  readonly grafana: { readonly url: string; readonly version: string };
  /** As ISO 8601. */
  readonly startedAt: string;
  readonly completedAt: string;
  /** In order of their paths. */
  readonly objects: readonly ManifestEntry[];
}

/** The manifest as text, closed with a checksum of itself. */
export function manifestText(manifest: Manifest): string {
  const ordered = {
    ...manifest,
    objects: [...manifest.objects].sort((a, b) => compare(a.path, b.path)),
  };
  const sha256 = sha256Of(canonicalJson(ordered));
  return `${JSON.stringify({ ...ordered, sha256 }, undefined, 2)}\n`;
}

/** Reads what {@link manifestText} wrote. Throws when it is not for `environment` or not as it was written, all problems in one message. */
export function parseManifest(
  text: string,
  source: string,
  environment: string,
): Manifest {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Error(`${source}: must be JSON, got ${excerpt(text)}`);
  }
  const problems = isObject(parsed)
    ? manifestProblems(parsed, environment)
    : [`must be an object, got ${excerpt(text)}`];
  if (problems.length > 0)
    throw new Error(
      problems.map((problem) => `${source}: ${problem}`).join("\n"),
    );
  const { sha256: _, ...manifest } = parsed as Manifest & { sha256: string };
  return manifest;
}

/**
 * What is wrong with the files of a backup: missing, cut off, or altered. `contentOf` gives undefined for a file that is not
 * there.
 */
export function fileProblems(
  { objects }: Manifest,
  contentOf: (path: string) => Uint8Array | undefined,
): readonly string[] {
  return objects.flatMap(({ path, bytes, sha256 }) => {
    const content = contentOf(path);
    if (content === undefined) return [`${path} is missing`];
    if (content.byteLength !== bytes)
      return [`${path} must have ${bytes} bytes, got ${content.byteLength}`];
    const found = sha256Of(content);
    return found === sha256
      ? []
      : [`${path} was altered: its SHA-256 must be ${sha256}, got ${found}`];
  });
}

type Fields = Readonly<Record<string, unknown>>;

function manifestProblems(
  { sha256, ...manifest }: Fields,
  environment: string,
): readonly string[] {
  if (manifest.format !== manifestFormat)
    return [
      `'format' must be ${manifestFormat}, got ${JSON.stringify(manifest.format)}; it was written by another version of this repository, restore it with that one`,
    ];
  if (sha256 !== sha256Of(canonicalJson(manifest)))
    return [
      "was altered, or cut off: it does not have the checksum that it says",
    ];
  const { objects, grafana } = manifest;
  return [
    ...(manifest.environment === environment
      ? []
      : [
          `'environment' must be "${environment}", got ${JSON.stringify(manifest.environment)}; npx monitoring sync copies between environments`,
        ]),
    ...["id", "startedAt", "completedAt"]
      .filter((field) => typeof manifest[field] !== "string")
      .map(
        (field) =>
          `'${field}' must be text, got ${JSON.stringify(manifest[field])}`,
      ),
    ...(isObject(grafana) &&
    typeof grafana.url === "string" &&
    typeof grafana.version === "string"
      ? []
      : [
          `'grafana' must have url and version, got ${JSON.stringify(grafana)}`,
        ]),
    ...(Array.isArray(objects)
      ? entryProblems(objects)
      : ["'objects' must be a list"]),
  ];
}

function entryProblems(entries: readonly unknown[]): readonly string[] {
  const paths = entries.flatMap((entry) =>
    isObject(entry) && typeof entry.path === "string" ? [entry.path] : [],
  );
  return [
    ...entries.flatMap((entry, index) =>
      isEntry(entry)
        ? []
        : [
            `'objects[${index}]' must have kind, id, path, bytes and sha256, got ${JSON.stringify(entry)}`,
          ],
    ),
    ...duplicatesIn(paths).map((path) => `'objects' must not repeat ${path}`),
  ];
}

function isEntry(entry: unknown): boolean {
  if (!isObject(entry)) return false;
  const { kind, id, path, bytes, sha256 } = entry;
  return (
    objectKinds.some((known) => known === kind) &&
    typeof id === "string" &&
    typeof sha256 === "string" &&
    path === `${String(kind)}/${encodeURIComponent(id)}.${sha256}.json` &&
    typeof bytes === "number"
  );
}

function excerpt(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
