import { archiveFiles, type ArchiveFile } from "../../src/backup/archive";
import { canonicalJson, sha256Of } from "../../src/backup/canonical-json";
import {
  fileProblems,
  manifestText,
  parseManifest,
  type Manifest,
} from "../../src/backup/manifest";

const files = archiveFiles({
  folders: [
    { uid: "b", title: "B" },
    { uid: "a", title: "A" },
  ],
  dashboards: [],
  annotations: [],
  silences: [],
});

const manifest: Manifest = {
  format: 1,
  id: "20261121T031700Z-3f9a",
  environment: "prod",
  grafana: { url: "https://grafana.example.com", version: "13.0.1" },
  startedAt: "2026-11-21T03:17:00.000Z",
  completedAt: "2026-11-21T03:18:00.000Z",
  objects: files.map(({ content: _, ...entry }) => entry),
};

/** A manifest with other fields, and the checksum that it then has. */
function signed(changes: object): string {
  const changed: Readonly<Record<string, unknown>> = {
    ...manifest,
    ...changes,
  };
  return JSON.stringify({
    ...changed,
    sha256: sha256Of(canonicalJson(changed)),
  });
}

test("a manifest comes back as it was written", () => {
  expect(parseManifest(manifestText(manifest), "m", "prod")).toEqual(manifest);
});

test("a manifest is the same, in whatever order its objects are listed", () => {
  const reversed = { ...manifest, objects: [...manifest.objects].reverse() };
  expect(manifestText(reversed)).toBe(manifestText(manifest));
});

test.each([
  ["nothing", "", 'm: must be JSON, got ""'],
  [
    "half of one",
    manifestText(manifest).slice(0, 30),
    /^m: must be JSON, got "\{/,
  ],
  ["a list", "[]", 'm: must be an object, got "[]"'],
  [
    "another format",
    signed({ format: 2 }),
    "m: 'format' must be 1, got 2; it was written by another version of this repository, restore it with that one",
  ],
  [
    "an altered one",
    manifestText(manifest).replace("prod", "dev"),
    "m: was altered, or cut off: it does not have the checksum that it says",
  ],
  [
    "one without checksum",
    JSON.stringify(manifest),
    "m: was altered, or cut off: it does not have the checksum that it says",
  ],
  [
    "that of another environment",
    signed({ environment: "dev" }),
    `m: 'environment' must be "prod", got "dev"; npx monitoring sync copies between environments`,
  ],
  [
    "one that says nothing, all problems in one message",
    signed({ id: 1, startedAt: undefined, grafana: {}, objects: {} }),
    "m: 'id' must be text, got 1\nm: 'startedAt' must be text, got undefined\nm: 'grafana' must have url and version, got {}\nm: 'objects' must be a list",
  ],
  [
    "an object outside of the backup",
    signed({
      objects: [{ ...files[0], content: undefined, path: "../other.json" }],
    }),
    /m: 'objects\[0\]' must have kind, id, path, bytes and sha256, got .*\.\.\/other\.json/,
  ],
  [
    "an object of an unknown kind",
    signed({ objects: [{ kind: "alerts" }] }),
    `m: 'objects[0]' must have kind, id, path, bytes and sha256, got {"kind":"alerts"}`,
  ],
  [
    "an object twice",
    signed({ objects: [manifest.objects[0], manifest.objects[0]] }),
    /^m: 'objects' must not repeat folders\/a\./,
  ],
])("rejects %s", (_, text, message) => {
  expect(() => parseManifest(text, "m", "prod")).toThrow(message);
});

describe("the files of a backup", () => {
  const contents = (
    change: (file: ArchiveFile) => string | undefined,
  ): ((path: string) => Uint8Array | undefined) => {
    const changed = new Map(files.map((file) => [file.path, change(file)]));
    return (path) => {
      const content = changed.get(path);
      return content === undefined ? undefined : Buffer.from(content);
    };
  };

  test("are right as they were written", () => {
    expect(
      fileProblems(
        manifest,
        contents(({ content }) => content),
      ),
    ).toEqual([]);
  });

  test("are all named that are missing, cut off or altered", () => {
    const problems = fileProblems(
      manifest,
      contents(({ id, content }) =>
        id === "a" ? content.replace("A", "B") : content.slice(1),
      ),
    );
    expect(problems).toEqual([
      expect.stringMatching(
        /^folders\/a\.\w{64}\.json was altered: its SHA-256 must be \w{64}, got \w{64}$/,
      ),
      expect.stringMatching(
        /^folders\/b\.\w{64}\.json must have \d+ bytes, got \d+$/,
      ),
    ]);
    expect(fileProblems(manifest, () => undefined)).toEqual([
      expect.stringMatching(/ is missing$/),
      expect.stringMatching(/ is missing$/),
    ]);
  });
});
