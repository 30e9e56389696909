import {
  type Coverage,
  type CoveredAlert,
  unionOf,
} from "../../src/silence/coverage";
import {
  dangersOf,
  silencesFor,
  type MaintenanceWindow,
} from "../../src/silence/silence";
import { is, isNot } from "../../src/model/matcher";

const now = new Date("2026-03-01T10:00:00Z");
const windowWith = (
  changes: Partial<MaintenanceWindow>,
): MaintenanceWindow => ({
  systems: ["shop"],
  start: now,
  duration: "2h",
  createdBy: "anna",
  comment: "new database",
  ...changes,
});

describe("silencesFor", () => {
  it("gives one silence for each system, with the matchers beside", () => {
    const window = windowWith({
      systems: ["shop", "blog"],
      matchers: [is("service", "api")],
    });
    const times = {
      startsAt: now,
      endsAt: new Date("2026-03-01T12:00:00Z"),
      createdBy: "anna",
      comment: "new database",
    };
    expect(silencesFor(window, now)).toEqual([
      { matchers: [is("system", "shop"), is("service", "api")], ...times },
      { matchers: [is("system", "blog"), is("service", "api")], ...times },
    ]);
  });

  it("gives one silence for matchers alone", () => {
    const window = windowWith({ systems: [], matchers: [is("team", "web")] });
    expect(silencesFor(window, now).map(({ matchers }) => matchers)).toEqual([
      [is("team", "web")],
    ]);
  });

  it("begins later when told so", () => {
    const start = new Date("2026-12-25T03:00:00Z");
    const [silence] = silencesFor(windowWith({ start }), now);
    expect(silence?.endsAt).toEqual(new Date("2026-12-25T05:00:00Z"));
  });

  test.each<[string, Partial<MaintenanceWindow>, string]>([
    ["nothing to match", { systems: [] }, "needs --system or --match"],
    ["no reason", { comment: " " }, "--comment must say why"],
    ["no length", { duration: "0s" }, 'between 1s and 7d, got "0s"'],
    ["more than a week", { duration: "8d" }, 'between 1s and 7d, got "8d"'],
    [
      "a window that is over",
      { start: new Date("2026-03-01T08:00:00Z") },
      "must end in the future, got 2026-03-01T10:00:00.000Z",
    ],
  ])("rejects %s", (_, changes, message) => {
    expect(() => silencesFor(windowWith(changes), now)).toThrow(message);
  });
});

const covered = (
  alert: string,
  changes: Partial<CoveredAlert> = {},
): CoveredAlert => ({
  system: "shop",
  alert,
  severity: "warning",
  part: "all",
  receivers: [],
  heartbeat: false,
  ...changes,
});
const coverage = (
  alerts: readonly CoveredAlert[],
  total = { alerts: 3, pages: 1 },
): Coverage => ({ alerts, total });
const shop = { matchers: [is("system", "shop")] };
const page = covered("Down", { severity: "critical" });

describe("dangersOf", () => {
  test.each<[string, typeof shop, Coverage, readonly string[]]>([
    ["a part of the warnings", shop, coverage([covered("Slow")]), []],
    [
      "certain series of every page",
      shop,
      coverage([{ ...page, part: "some" }]),
      [],
    ],
    [
      "every alert",
      shop,
      coverage([page, covered("Slow"), covered("Full")]),
      ["silences every alert of the environment (3)"],
    ],
    [
      "every page",
      shop,
      coverage([page]),
      ["silences every page of the environment (1)"],
    ],
    [
      "no page where there is none",
      shop,
      coverage([covered("Slow")], { alerts: 3, pages: 0 }),
      [],
    ],
    [
      "whatever is not named",
      { matchers: [isNot("system", "blog")] },
      coverage([covered("Slow")]),
      [
        '{system!="blog"} silences whatever it does not name, future alerts too',
      ],
    ],
    [
      "the heartbeat",
      shop,
      coverage([covered("DeadMansSwitch", { heartbeat: true })]),
      [
        "silences DeadMansSwitch, whose silence tells that the monitoring is broken",
      ],
    ],
  ])("judges a silence of %s", (_, silence, covers, dangers) => {
    expect(dangersOf([silence], covers)).toEqual(dangers);
  });

  it("judges several silences by what they cover together", () => {
    const union = unionOf([
      coverage([page, covered("Slow", { part: "some" })]),
      coverage([covered("Slow"), covered("Full")]),
    ]);
    expect(dangersOf([shop, shop], union)).toEqual([
      "silences every alert of the environment (3)",
    ]);
  });
});
