import fc from "fast-check";
import {
  type Deployed,
  type KnownFolder,
  handMadeFolders,
  isHandMadeAnnotation,
} from "../../src/backup/hand-made";
import type {
  AnnotationObject,
  DashboardObject,
  FolderObject,
  SilenceObject,
  Snapshot,
} from "../../src/backup/objects";
import { restorePlan } from "../../src/backup/restore-plan";
import type { KnownDashboard, Target } from "../../src/backup/restore-step";

const now = new Date("2026-11-21T12:00:00Z");
const deployed: Deployed = {
  folders: new Set(["shop"]),
  dashboards: new Set(["orders"]),
};
const nothing: Snapshot = {
  folders: [],
  dashboards: [],
  annotations: [],
  silences: [],
};

function target(changes: Partial<Target> = {}): Target {
  return {
    name: "prod",
    folders: [],
    dashboards: [],
    otherDashboards: new Set(),
    annotations: [],
    silences: [],
    ...changes,
  };
}

function folder(uid: string, parentUid?: string): KnownFolder {
  return {
    uid,
    title: uid,
    isManaged: false,
    ...(parentUid === undefined ? {} : { parentUid }),
  };
}

function dashboard(changes: Partial<KnownDashboard> = {}): KnownDashboard {
  return {
    uid: "latency",
    title: "Latency",
    updated: "2026-11-20T00:00:00Z",
    content: { schema: "classic", model: { title: "Latency" } },
    revision: { version: 1 },
    ...changes,
  };
}

function plan(
  wanted: Partial<Snapshot>,
  there: Partial<Target> = {},
  overwrite = false,
) {
  return restorePlan({ ...nothing, ...wanted }, target(there), {
    deployed,
    overwrite,
    now,
  });
}

describe("a dashboard", () => {
  const other = { schema: "classic", model: { title: "Other" } } as const;
  const verdict = (
    wanted: Partial<DashboardObject>,
    there: Partial<KnownDashboard> | undefined,
    overwrite?: boolean,
  ): string | undefined =>
    plan(
      { dashboards: [dashboard(wanted)] },
      {
        folders: [folder("a"), folder("b")],
        dashboards: there === undefined ? [] : [dashboard(there)],
      },
      overwrite,
    ).dashboards[0]?.verdict;

  test.each([
    ["is created where there is none", {}, undefined, "create"],
    [
      "is left where it is the same, whenever it was saved",
      {},
      { updated: "2027-01-01T00:00:00Z", title: "x" },
      "unchanged",
    ],
    [
      "replaces an older one",
      {},
      { content: other, updated: "2026-11-19T00:00:00Z" },
      "update",
    ],
    [
      "leaves a newer one",
      {},
      { content: other, updated: "2026-11-20T00:00:01Z" },
      "conflict",
    ],
    ["leaves one of the same time", {}, { content: other }, "conflict"],
    [
      "leaves one of an unknown time",
      {},
      { content: other, updated: "" },
      "conflict",
    ],
    [
      "leaves any if its own time is unknown",
      { updated: "" },
      { content: other },
      "conflict",
    ],
    [
      "is moved to its folder",
      { folderUid: "a", updated: "2026-11-20T00:00:01Z" },
      { folderUid: "b" },
      "update",
    ],
  ] as const)("%s", (_, wanted, there, expected) => {
    expect(verdict(wanted, there)).toBe(expected);
  });

  test("replaces a newer one when it is told to", () => {
    expect(
      verdict({}, { content: other, updated: "2027-01-01T00:00:00Z" }, true),
    ).toBe("update");
  });

  test.each([
    [
      "that is deployed now",
      dashboard({ uid: "orders" }),
      "skip",
      /this repository deploys it now/,
    ],
    [
      "that is provisioned",
      dashboard({ uid: "provisioned" }),
      "skip",
      /prod has it from elsewhere/,
    ],
    [
      "whose folder must be deployed first",
      dashboard({ folderUid: "shop" }),
      "blocked",
      /which this repository deploys and prod does not have: deploy first/,
    ],
    [
      "whose folder nobody asked for",
      dashboard({ folderUid: "gone" }),
      "blocked",
      /which prod does not have and nobody asked for/,
    ],
  ])("%s is not written, even to overwrite", (_, wanted, expected, reason) => {
    const [step] = plan(
      { dashboards: [wanted] },
      { otherDashboards: new Set(["provisioned", "orders"]) },
      true,
    ).dashboards;
    expect(step).toMatchObject({
      verdict: expected,
      reason: expect.stringMatching(reason) as string,
    });
  });
});

describe("a folder", () => {
  test("comes after the one that it lies in", () => {
    const folders = [folder("c", "b"), folder("b", "a"), folder("a")];
    expect(plan({ folders }).folders.map(({ wanted }) => wanted.uid)).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  test("comes after its parent, whatever the order, and each once", () => {
    const uids = ["a", "b", "c", "d", "e", "f"];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(uids, { minLength: 6 }),
        fc.array(fc.nat(6), { minLength: 6, maxLength: 6 }),
        (order, parents) => {
          const folders: readonly FolderObject[] = order.map((uid) => {
            const index = uids.indexOf(uid);
            // Only earlier ones, so that there is no ring.
            const parent = uids[parents[index]!];
            return {
              uid,
              title: uid,
              ...(parent !== undefined && uids.indexOf(parent) < index
                ? { parentUid: parent }
                : {}),
            };
          });
          const steps = plan({ folders }).folders.map(({ wanted }) => wanted);
          expect(steps).toHaveLength(6);
          for (const [index, { parentUid }] of steps.entries())
            expect(
              parentUid === undefined ||
                steps.slice(0, index).some(({ uid }) => uid === parentUid),
            ).toBe(true);
        },
      ),
    );
  });

  test("in a ring is not followed for ever", () => {
    expect(
      plan({ folders: [folder("a", "b"), folder("b", "a")] }).folders,
    ).toHaveLength(2);
  });

  test.each([
    ["that is deployed now", folder("shop"), {}, "skip"],
    [
      "from Git",
      folder("a"),
      { folders: [{ ...folder("a"), isManaged: true }] },
      "skip",
    ],
    ["that is there", folder("a"), { folders: [folder("a")] }, "unchanged"],
    [
      "that was moved",
      folder("a"),
      { folders: [folder("a", "b")] },
      "conflict",
    ],
    [
      "below one that must be deployed first",
      folder("a", "shop"),
      {},
      "blocked",
    ],
    [
      "below one that is deployed",
      folder("a", "shop"),
      { folders: [folder("shop")] },
      "create",
    ],
  ])("%s: %#", (_, wanted, there, expected) => {
    expect(plan({ folders: [wanted] }, there).folders[0]?.verdict).toBe(
      expected,
    );
  });
});

describe("an annotation", () => {
  const note: AnnotationObject = { time: 5, text: "sale", tags: ["a", "b"] };

  test("is the same whatever the order of its tags", () => {
    const [step] = plan(
      { annotations: [note] },
      { annotations: [{ ...note, tags: ["b", "a"] }] },
    ).annotations;
    expect(step?.verdict).toBe("unchanged");
  });

  test("of several alike is created as often as it is missing", () => {
    const verdicts = plan(
      { annotations: [note, note, note] },
      { annotations: [note] },
    ).annotations.map(({ verdict }) => verdict);
    expect(verdicts).toEqual(["unchanged", "create", "create"]);
  });

  test.each([
    ["was there", {}, { dashboards: [dashboard()] }, "create"],
    ["is deployed", {}, { otherDashboards: new Set(["latency"]) }, "create"],
    ["comes with it", { dashboards: [dashboard()] }, {}, "create"],
    ["is not there", {}, {}, "skip"],
    [
      "must be deployed first",
      { annotations: [{ ...note, dashboardUid: "orders" }] },
      {},
      "blocked",
    ],
  ])("on a dashboard that %s: %#", (_, wanted, there, expected) => {
    const annotations = [{ ...note, dashboardUid: "latency" }];
    expect(
      plan({ annotations, ...wanted }, there).annotations[0]?.verdict,
    ).toBe(expected);
  });
});

describe("a silence", () => {
  const silence: SilenceObject = {
    id: "1",
    matchers: [
      { label: "a", match: "=", value: "1" },
      { label: "b", match: "=", value: "2" },
    ],
    startsAt: new Date("2026-11-21T11:00:00Z"),
    endsAt: new Date("2026-11-21T13:00:00Z"),
    createdBy: "anna",
    comment: "moving",
  };
  const verdict = (
    wanted: Partial<SilenceObject>,
    there: Partial<SilenceObject>,
  ): string | undefined =>
    plan(
      { silences: [{ ...silence, ...wanted }] },
      { silences: [{ ...silence, ...there }] },
    ).silences[0]?.verdict;

  test.each([
    [
      "with another id and order of matchers is the same",
      {},
      { id: "2", matchers: [...silence.matchers].reverse() },
      "unchanged",
    ],
    [
      "that began at another time is the same from now on",
      {},
      { startsAt: new Date("2026-11-21T11:59:00Z") },
      "unchanged",
    ],
    [
      "that will begin at another time is another",
      { startsAt: new Date("2026-11-21T12:30:00Z") },
      { startsAt: new Date("2026-11-21T12:31:00Z") },
      "create",
    ],
    [
      "with another end is another",
      {},
      { endsAt: new Date("2026-11-21T14:00:00Z") },
      "create",
    ],
    ["that is over is left out", { endsAt: now }, {}, "skip"],
  ])("%s", (_, wanted, there, expected) => {
    expect(verdict(wanted, there)).toBe(expected);
  });
});

test("what was just put back is never written again", () => {
  const dashboards = fc.uniqueArray(
    fc.record({
      uid: fc.constantFrom("a", "b", "c", "orders"),
      tag: fc.string(),
    }),
    { selector: ({ uid }) => uid },
  );
  fc.assert(
    fc.property(
      dashboards,
      dashboards,
      fc.boolean(),
      (wanted, there, overwrite) => {
        const known = (
          list: readonly { uid: string; tag: string }[],
          updated: string,
        ) =>
          list.map(({ uid, tag }) =>
            dashboard({
              uid,
              updated,
              content: { schema: "classic", model: { tag } },
            }),
          );
        const source = known(wanted, "2026-11-20T00:00:00Z");
        const before = known(there, "2026-11-19T00:00:00Z");
        const first = plan(
          { dashboards: source },
          { dashboards: before },
          overwrite,
        ).dashboards;
        const written = first
          .filter(({ verdict }) => verdict === "create" || verdict === "update")
          .map((step) => ({ ...step.wanted, revision: { version: 2 } }));
        expect(written.some(({ uid }) => uid === "orders")).toBe(false);
        const after = [
          ...before.filter(
            ({ uid }) => !written.some((each) => each.uid === uid),
          ),
          ...written,
        ];
        const second = plan(
          { dashboards: source },
          { dashboards: after },
          overwrite,
        ).dashboards;
        expect(
          second.filter(
            ({ verdict }) => !["unchanged", "skip"].includes(verdict),
          ),
        ).toEqual([]);
      },
    ),
  );
});

describe("made by hand", () => {
  test("are folders that nobody deploys, manages or finds in every Grafana", () => {
    const folders = [
      folder("a"),
      folder("shop"),
      folder("general"),
      folder("sharedwithme"),
      { ...folder("git"), isManaged: true },
      folder("b", "shop"),
    ];
    expect(handMadeFolders(folders, deployed)).toEqual([
      { uid: "a", title: "a" },
      { uid: "b", title: "b", parentUid: "shop" },
    ]);
  });

  test.each([
    ["no origin", {}, true],
    [
      "the origin of a person",
      { alertId: 0, alertName: "", newState: "" },
      true,
    ],
    ["a rule", { alertId: 3 }, false],
    ["a rule's name", { alertName: "HighErrorRate" }, false],
    ["a rule's state", { newState: "Alerting" }, false],
  ])("is an annotation with %s: %#", (_, origin, expected) => {
    expect(isHandMadeAnnotation(origin)).toBe(expected);
  });
});
