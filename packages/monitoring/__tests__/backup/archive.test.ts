import fc from "fast-check";
import {
  archiveFiles,
  dashboardPathStart,
  promisedSha256,
  snapshotOf,
} from "../../src/backup/archive";
import { canonicalJson, sha256Of } from "../../src/backup/canonical-json";
import type { Snapshot } from "../../src/backup/objects";

const snapshot: Snapshot = {
  folders: [
    { uid: "b", title: "B", parentUid: "a" },
    { uid: "a", title: "A" },
  ],
  dashboards: [
    {
      uid: "latency",
      title: "Latency",
      folderUid: "a",
      updated: "2026-11-20T00:00:00Z",
      content: { schema: "classic", model: { title: "Latency", panels: [] } },
    },
  ],
  annotations: [
    { time: Date.parse("2026-11-02T00:00:00Z"), text: "second", tags: [] },
    { time: Date.parse("2026-11-01T00:00:00Z"), text: "first", tags: ["x"] },
    { time: Date.parse("2026-10-31T23:59:59Z"), text: "before", tags: [] },
  ],
  silences: [
    {
      id: "1-2",
      matchers: [{ label: "team", match: "=~", value: "a|b" }],
      startsAt: new Date("2026-11-21T00:00:00Z"),
      endsAt: new Date("2026-11-22T00:00:00Z"),
      createdBy: "anna",
      comment: "moving",
    },
  ],
};

test("equal values have equal texts, whatever the order of their fields", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const reversed = (inner: unknown): unknown =>
        typeof inner === "object" && inner !== null && !Array.isArray(inner)
          ? Object.fromEntries(
              Object.entries(inner)
                .reverse()
                .map(([key, field]) => [key, reversed(field)]),
            )
          : Array.isArray(inner)
            ? inner.map(reversed)
            : inner;
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(
        JSON.parse(JSON.stringify(value)),
      );
    }),
  );
});

test("a snapshot comes back from its files", () => {
  const { folders, annotations, ...rest } = snapshotOf(archiveFiles(snapshot));
  expect(rest).toEqual({
    dashboards: snapshot.dashboards,
    silences: snapshot.silences,
  });
  expect(folders).toEqual([...snapshot.folders].reverse());
  expect(annotations.map(({ text }) => text)).toEqual([
    "before",
    "first",
    "second",
  ]);
});

test("each file says its kind, its id, its size and its checksum, in order of paths", () => {
  const files = archiveFiles(snapshot);
  expect(files.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    "annotations 2026-10",
    "annotations 2026-11",
    "dashboards latency",
    "folders a",
    "folders b",
    "silences 1-2",
  ]);
  for (const { path, content, sha256, bytes } of files) {
    expect(sha256).toBe(sha256Of(content));
    expect(promisedSha256(path)).toBe(sha256);
    expect(bytes).toBe(Buffer.byteLength(content));
  }
  expect(files[2]).toMatchObject({
    title: "Latency",
    updated: "2026-11-20T00:00:00Z",
  });
});

test("the same things give the same files, in whatever order the server lists them", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (order) => {
      const shuffled = {
        ...snapshot,
        folders: [...snapshot.folders].reverse(),
        annotations: order.map((index) => snapshot.annotations[index]!),
      };
      expect(archiveFiles(shuffled)).toEqual(archiveFiles(snapshot));
    }),
  );
});

test("a uid of an old server leads to no other folder", () => {
  const [file] = archiveFiles({
    ...snapshot,
    ...{ annotations: [], silences: [], dashboards: [] },
    folders: [{ uid: "../../x y", title: "X" }],
  });
  expect(file?.path).toMatch(/^folders\/\.\.%2F\.\.%2Fx%20y\.\w{64}\.json$/);
  expect(dashboardPathStart("a/b")).toBe("dashboards/a%2Fb.");
});

test.each([
  ["text", "folders", "x"],
  ["another kind of object", "folders", '{"id":"x"}'],
  ["a dashboard without content", "dashboards", '{"uid":"x","title":"X"}'],
  ["annotations that are none", "annotations", '[{"text":"x"}]'],
  ["a list where one object belongs", "silences", "[]"],
] as const)("rejects %s", (_, kind, content) => {
  expect(() => snapshotOf([{ kind, path: "the path", content }])).toThrow(
    `the path must hold ${kind}, got something else`,
  );
});

test("names all files that are not what they say in one message", () => {
  expect(() =>
    snapshotOf([
      { kind: "folders", path: "one", content: "1" },
      { kind: "silences", path: "two", content: "2" },
    ]),
  ).toThrow(
    "one must hold folders, got something else\ntwo must hold silences, got something else",
  );
});
