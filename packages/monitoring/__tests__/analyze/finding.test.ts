import type { Episode } from "../../src/analyze/episode";
import { findingsOf } from "../../src/analyze/finding";
import {
  ruleHistories,
  type AnalysedRule,
} from "../../src/analyze/rule-history";
import { is } from "../../src/model/matcher";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const rule: AnalysedRule = {
  system: "shop",
  alert: "Down",
  severity: "critical",
  team: "web",
  runbook: "https://runbooks.example.com/shop/down",
  heartbeat: false,
  known: true,
};
const episode = (start: number, length: number, instance = "a"): Episode => ({
  labels: { alertname: "Down", system: "shop", instance },
  start,
  end: start + length,
  ongoing: false,
});
const everyDay = (count: number, length: number, instance?: string) =>
  Array.from({ length: count }, (_, index) =>
    episode(index * day, length, instance),
  );

/** Kinds and details of what is said after 30 days. */
const found = (
  episodes: readonly Episode[],
  changes: Partial<AnalysedRule> = {},
) =>
  findingsOf(
    ruleHistories([{ ...rule, ...changes }], episodes),
    [],
    30 * day,
  ).map(({ kind, detail }) => `${kind}: ${detail}`);

describe("findingsOf", () => {
  test.each<[string, readonly Episode[], readonly string[]]>([
    ["a rule that fires now and then", everyDay(3, hour), []],
    ["a rule that never fired", [], ["never-fired: in 30 days"]],
    ["a rule that fires once a day", everyDay(30, hour), []],
    [
      "a rule that fires more than once a day",
      [...everyDay(30, hour), ...everyDay(1, hour, "b")],
      ["noisy: 31 times, 7.2 a week"],
    ],
    [
      "a rule that comes and goes",
      [episode(0, hour / 6), episode(hour / 3, 600), episode(3000, 600)],
      ["flapping: 3 times within an hour"],
    ],
    [
      "three series at once, which is no flapping",
      ["a", "b", "c"].map((instance) => episode(0, hour, instance)),
      [],
    ],
    [
      "what ends by itself",
      everyDay(3, 4 * minute),
      ["short-lived: half of 3 last 240s or less"],
    ],
    ["what ended by itself twice, which is chance", everyDay(2, minute), []],
    [
      "what fires for a day",
      [episode(0, day)],
      ["ignored: fired 24 hours at a stretch"],
    ],
    ["what fires for less than a day", [episode(0, day - minute)], []],
  ])("says what to do about %s", (_, episodes, expected) => {
    expect(found(episodes)).toEqual(expected);
  });

  test.each<
    [string, readonly Episode[], Partial<AnalysedRule>, readonly string[]]
  >([
    [
      "a missing runbook",
      everyDay(1, hour),
      { runbook: undefined },
      ["missing-runbook: no annotation runbook_url"],
    ],
    [
      "a missing team",
      everyDay(1, hour),
      { team: undefined },
      ["missing-team: no label team"],
    ],
    ["information that stays", [episode(0, 3 * day)], { severity: "info" }, []],
    ["a heartbeat that beats", [episode(0, 30 * day)], { heartbeat: true }, []],
    [
      "a heartbeat that stopped for a day",
      [episode(0, 29 * day)],
      { heartbeat: true },
      ["heartbeat-silent: fired 96.7 % of the time"],
    ],
    [
      "a heartbeat that never beat",
      [],
      { heartbeat: true },
      ["heartbeat-silent: fired 0.0 % of the time"],
    ],
  ])("judges %s", (_, episodes, changes, expected) => {
    expect(found(episodes, changes)).toEqual(expected);
  });

  it("names what fired and is in no system", () => {
    const stranger = {
      ...episode(0, hour),
      labels: { alertname: "Other", severity: "warning", team: "web" },
    };
    const histories = ruleHistories([], [stranger]);
    expect(findingsOf(histories, [], day)).toEqual([
      { kind: "unknown-alert", subject: "/Other", detail: "fired 1 times" },
    ]);
  });

  it("names silences of more than a week", () => {
    const silence = (endsAt: string) => ({
      matchers: [is("alertname", "Down")],
      startsAt: new Date("2026-03-01T00:00:00Z"),
      endsAt: new Date(endsAt),
      createdBy: "anna",
      comment: "later",
    });
    const silences = [
      silence("2026-03-08T00:00:00Z"),
      silence("2026-03-31T00:00:00Z"),
    ];
    expect(findingsOf([], silences, day)).toEqual([
      {
        kind: "long-silence",
        subject: '{alertname="Down"}',
        detail: "30 days, by anna",
      },
    ]);
  });

  it("lists what hurts most first, whatever the order of the rules", () => {
    const quiet = { ...rule, alert: "Quiet" };
    const ignored = [episode(0, 2 * day)];
    for (const rules of [
      [quiet, rule],
      [rule, quiet],
    ]) {
      expect(
        findingsOf(ruleHistories(rules, ignored), [], 30 * day).map(
          ({ kind }) => kind,
        ),
      ).toEqual(["ignored", "never-fired"]);
    }
  });
});
