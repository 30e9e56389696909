import fc from "fast-check";
import {
  backupId,
  backupNamed,
  manifestKey,
  objectsPrefix,
  resumableRun,
  startOf,
} from "../../src/backup/location";

const now = new Date("2026-11-21T12:00:00Z");

test("an id says when the backup began", () => {
  const id = backupId(new Date("2026-11-21T03:17:05.678Z"), "3f9a");
  expect(id).toBe("20261121T031705Z-3f9a");
  expect(startOf(id)).toEqual(new Date("2026-11-21T03:17:05Z"));
});

test("ids sort like the moments at which the backups began", () => {
  const moment = fc.date({
    min: new Date("2000-01-01T00:00:00Z"),
    max: new Date("2099-12-31T00:00:00Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moment, moment, (a, b) => {
      const [first, second] = [backupId(a, "0000"), backupId(b, "0000")];
      const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);
      expect(Math.sign(seconds(a) - seconds(b))).toBe(
        first < second ? -1 : first > second ? 1 : 0,
      );
      expect(seconds(startOf(first)!)).toBe(seconds(a));
    }),
  );
});

test("a manifest and its objects lie where the bucket's retention reaches", () => {
  expect(manifestKey("prod", "x")).toBe(
    "monitoring-backups/prod/manifests/x.json",
  );
  expect(objectsPrefix("prod", "x")).toBe("monitoring-backups/prod/objects/x/");
});

describe("an interrupted backup", () => {
  const recent = "20261121T090000Z-0001";
  const older = "20261121T070000Z-0002";
  test.each([
    ["is the latest without a manifest", [older, recent], [], recent],
    ["is none with a manifest", [older, recent], [recent], older],
    ["began within 6 hours", ["20261121T060000Z-0000"], [], undefined],
    ["did not begin in the future", ["20261121T120001Z-0000"], [], undefined],
    ["has an id", ["lost+found", "20261341T000000Z-0000"], [], undefined],
  ])("%s", (_, runs, complete, expected) => {
    expect(resumableRun(runs, complete, now)).toBe(expected);
  });
});

describe("a backup that is asked for", () => {
  const ids = [
    "20261121T090000Z-0001",
    "20261120T090000Z-0002",
    "20261121T100000Z-0003",
  ];
  test("is the latest that begins as it is called", () => {
    expect(backupNamed(ids, "20261121")).toBe("20261121T100000Z-0003");
    expect(backupNamed(ids, "20261120T090000Z-0002")).toBe(
      "20261120T090000Z-0002",
    );
  });
  test.each([
    [
      "one that is not there",
      ids,
      "2025",
      /no backup begins with "2025", there are 20261120T090000Z-0002, /,
    ],
    ["nothing", ids, "", /no backup begins with ""/],
    [
      "one where there is none",
      [],
      "2026",
      /no backup begins with "2026", there is none/,
    ],
  ])("rejects %s", (_, there, wanted, message) => {
    expect(() => backupNamed(there, wanted)).toThrow(message);
  });
});
