import { compare } from "../internal/text-order";
import { isObject } from "../review/value";
import { canonicalJson, sha256Of } from "./canonical-json";
import type {
  AnnotationObject,
  DashboardObject,
  FolderObject,
  ObjectKind,
  SilenceObject,
  Snapshot,
} from "./objects";

/** One file of a backup. */
export interface ArchiveFile {
  readonly kind: ObjectKind;
  /** uid or id of what it holds; of annotations the month in UTC, `2026-11`. */
  readonly id: string;
  /** For people. @default - it has none */
  readonly title?: string;
  /** When its source was last saved. @default - the server does not say */
  readonly updated?: string;
  /** Below the backup's folder. It holds the checksum, so that a file of an interrupted backup can be trusted. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly content: string;
}

/** The file of a dashboard. */
export function dashboardFile(dashboard: DashboardObject): ArchiveFile {
  const { uid, title, updated } = dashboard;
  return file("dashboards", uid, dashboard, {
    title,
    ...(updated === undefined ? {} : { updated }),
  });
}

/** The files of a snapshot, in order of their paths. Annotations are small and many: a month of them is one file. */
export function archiveFiles(snapshot: Snapshot): readonly ArchiveFile[] {
  return [
    ...snapshot.folders.map((folder) =>
      file("folders", folder.uid, folder, { title: folder.title }),
    ),
    ...snapshot.dashboards.map(dashboardFile),
    ...[...byMonth(snapshot.annotations)].map(([month, annotations]) =>
      file("annotations", month, annotations),
    ),
    ...snapshot.silences.map((silence) =>
      file("silences", silence.id, silence, { title: silence.comment }),
    ),
  ].sort((a, b) => compare(a.path, b.path));
}

/** What files hold. Throws when a file is not what its name says, all problems in one message. */
export function snapshotOf(
  files: readonly Pick<ArchiveFile, "kind" | "path" | "content">[],
): Snapshot {
  const problems: string[] = [];
  const ofKind = (kind: ObjectKind): readonly unknown[] =>
    files
      .filter((candidate) => candidate.kind === kind)
      .flatMap(({ path, content }) => {
        const parsed = parsedObject(content, kind);
        if (parsed === undefined)
          problems.push(`${path} must hold ${kind}, got something else`);
        return parsed ?? [];
      });
  const snapshot = {
    folders: ofKind("folders") as readonly FolderObject[],
    dashboards: ofKind("dashboards") as readonly DashboardObject[],
    annotations: ofKind("annotations") as readonly AnnotationObject[],
    silences: (ofKind("silences") as readonly StoredSilence[]).map(
      ({ startsAt, endsAt, ...silence }) => ({
        ...silence,
        startsAt: new Date(startsAt),
        endsAt: new Date(endsAt),
      }),
    ),
  };
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return snapshot;
}

/** Where the file of a dashboard lies, up to its checksum. */
export function dashboardPathStart(uid: string): string {
  return `dashboards/${encodeURIComponent(uid)}.`;
}

/** The checksum that the path of a file promises, or undefined when it promises none. */
export function promisedSha256(path: string): string | undefined {
  return /\.([0-9a-f]{64})\.json$/.exec(path)?.[1];
}

/** JSON writes moments as text. */
type StoredSilence = Omit<SilenceObject, "startsAt" | "endsAt"> & {
  readonly startsAt: string;
  readonly endsAt: string;
};

function file(
  kind: ObjectKind,
  id: string,
  object: unknown,
  told: Pick<ArchiveFile, "title" | "updated"> = {},
): ArchiveFile {
  const content = canonicalJson(object);
  const sha256 = sha256Of(content);
  return {
    kind,
    id,
    ...told,
    path: `${kind}/${encodeURIComponent(id)}.${sha256}.json`,
    sha256,
    bytes: Buffer.byteLength(content),
    content,
  };
}

function byMonth(
  annotations: readonly AnnotationObject[],
): ReadonlyMap<string, readonly AnnotationObject[]> {
  const months = new Map<string, AnnotationObject[]>();
  for (const annotation of annotations) {
    const month = new Date(annotation.time).toISOString().slice(0, 7);
    const others = months.get(month) ?? [];
    others.push(annotation);
    months.set(month, others);
  }
  // The same annotations give the same file, in whatever order the server lists them.
  for (const month of months.values())
    month.sort(
      (a, b) => a.time - b.time || compare(canonicalJson(a), canonicalJson(b)),
    );
  return months;
}

function parsedObject(
  content: string,
  kind: ObjectKind,
): readonly unknown[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    return undefined;
  }
  if (kind === "annotations")
    return Array.isArray(parsed) &&
      parsed.every((entry) =>
        hasFields(entry, { time: "number", text: "string" }),
      )
      ? parsed
      : undefined;
  return hasFields(parsed, required[kind]) ? [parsed] : undefined;
}

const required = {
  folders: { uid: "string", title: "string" },
  dashboards: { uid: "string", title: "string", content: "object" },
  silences: { id: "string", matchers: "object", endsAt: "string" },
} as const;

function hasFields(
  value: unknown,
  fields: Readonly<Record<string, string>>,
): boolean {
  return (
    isObject(value) &&
    Object.entries(fields).every(
      ([field, type]) => typeof value[field] === type && value[field] !== null,
    )
  );
}
