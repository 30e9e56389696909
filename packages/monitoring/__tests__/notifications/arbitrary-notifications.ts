import fc from "fast-check";
import type { Notifications } from "../../src/model/deployment";
import type { Labels } from "../../src/model/labels";
import type { Matcher } from "../../src/model/matcher";
import type { MuteTiming, TimeInterval } from "../../src/model/mute-timing";
import type { Receiver } from "../../src/model/receiver";
import type { InhibitionRule, Route } from "../../src/model/route";

const labelNames = ["alertname", "severity", "team", "system", "instance"];
const labelValues = [
  "",
  "a",
  "b",
  "ab",
  "critical",
  "x.y",
  "5\n1",
  'say "x"',
  "back\\slash",
];
const patterns = [
  "a|b",
  ".*",
  ".+",
  "",
  "[a-c]+",
  "x\\.y",
  "x.y",
  "(?i)CRITICAL",
  "5.1",
  "a?b?",
  "\\w+",
];

const matcher: fc.Arbitrary<Matcher> = fc.oneof(
  fc.record({
    label: fc.constantFrom(...labelNames),
    match: fc.constantFrom("=" as const, "!=" as const),
    value: fc.constantFrom(...labelValues),
  }),
  fc.record({
    label: fc.constantFrom(...labelNames),
    match: fc.constantFrom("=~" as const, "!~" as const),
    value: fc.constantFrom(...patterns),
  }),
);

/** An alert whose labels the routes and rules of {@link arbitraryNotifications} speak of. */
export const arbitraryLabels: fc.Arbitrary<Labels> = fc.dictionary(
  fc.constantFrom(...labelNames),
  fc.constantFrom(...labelValues),
);

const clock = fc
  .tuple(fc.nat(1439), fc.nat(1439))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({
    start: clockText(Math.min(a, b)),
    end: Math.max(a, b) === 1439 ? "24:00" : clockText(Math.max(a, b)),
  }));

function clockText(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function span(min: number, max: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min, max }), fc.integer({ min, max }))
    .map(([a, b]) =>
      a === b ? `${a}` : `${Math.min(a, b)}:${Math.max(a, b)}`,
    );
}

/** An interval that Alertmanager accepts. */
export const arbitraryInterval: fc.Arbitrary<TimeInterval> = fc
  .record(
    {
      times: fc.array(clock, { minLength: 1, maxLength: 2 }),
      weekdays: fc.array(
        fc.constantFrom(
          "monday:friday" as const,
          "saturday" as const,
          "sunday:tuesday" as const,
          "wednesday" as const,
        ),
        { minLength: 1, maxLength: 2 },
      ),
      daysOfMonth: fc.array(
        fc.oneof(
          span(1, 31),
          span(-31, -1),
          fc.constantFrom("1:-1", "27:-1", "-3:-1", "29:31", "15:-7"),
        ),
        { minLength: 1, maxLength: 2 },
      ),
      months: fc.array(
        fc.oneof(span(1, 12), fc.constantFrom("june:august", "february")),
        { minLength: 1, maxLength: 2 },
      ),
      years: fc.array(span(2023, 2028), { minLength: 1, maxLength: 1 }),
      location: fc.constantFrom(
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "UTC",
      ),
    },
    { requiredKeys: [] },
  )
  .filter((interval) =>
    Object.keys(interval).some((condition) => condition !== "location"),
  );

const receivers: readonly Receiver[] = ["default", "team a", "pager"].map(
  (name) => ({
    name,
    integrations: [{ kind: "webhook", url: "http://localhost:8080/hook" }],
  }),
);

function route(
  timings: readonly MuteTiming[],
  depth: number,
): fc.Arbitrary<Route> {
  const some = fc.subarray([...timings]);
  return fc.record(
    {
      matchers: fc.array(matcher, { maxLength: 2 }),
      receiver: fc.constantFrom(...receivers),
      groupBy: fc.constantFrom(["alertname"], ["..."], ["severity", "team"]),
      groupWait: fc.constantFrom("0s" as const, "30s" as const),
      groupInterval: fc.constantFrom("1m" as const, "90s" as const),
      repeatInterval: fc.constantFrom("1h" as const, "36h" as const),
      continue: fc.boolean(),
      muteTimings: some,
      activeTimings: some,
      routes:
        depth === 0
          ? fc.constant([])
          : fc.array(route(timings, depth - 1), { maxLength: 3 }),
    },
    { requiredKeys: ["matchers"] },
  );
}

const inhibition: fc.Arbitrary<Omit<InhibitionRule, "name">> = fc.record({
  source: fc.array(matcher, { minLength: 1, maxLength: 2 }),
  target: fc.array(matcher, { minLength: 1, maxLength: 2 }),
  equal: fc.subarray(labelNames, { maxLength: 2 }),
});

/** Notifications that Alertmanager accepts: trees up to four levels deep with timings and inhibitions. */
export const arbitraryNotifications: fc.Arbitrary<Notifications> = fc
  .array(fc.array(arbitraryInterval, { minLength: 1, maxLength: 2 }), {
    maxLength: 3,
  })
  .map((all) =>
    all.map((intervals, index): MuteTiming => ({
      name: `t${index}`,
      intervals,
    })),
  )
  .chain((muteTimings) =>
    fc.record({
      receivers: fc.constant(receivers),
      route: fc.record({
        receiver: fc.constantFrom(...receivers),
        groupBy: fc.constantFrom(["alertname", "system"], ["..."], []),
        groupWait: fc.constant("30s" as const),
        groupInterval: fc.constant("5m" as const),
        repeatInterval: fc.constant("4h" as const),
        routes: fc.array(route(muteTimings, 3), { maxLength: 4 }),
      }),
      inhibitions: fc
        .array(inhibition, { maxLength: 3 })
        .map((rules) =>
          rules.map((rule, index) => ({ ...rule, name: `i${index}` })),
        ),
      muteTimings: fc.constant(muteTimings),
      templates: fc.constant([]),
    }),
  );
