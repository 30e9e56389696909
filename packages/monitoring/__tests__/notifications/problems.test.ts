import fc from "fast-check";
import type { Notifications } from "../../src/model/deployment";
import type { Duration } from "../../src/model/duration";
import {
  is,
  isNot,
  matches,
  matchesNot,
  type Matcher,
} from "../../src/model/matcher";
import type { TimeInterval } from "../../src/model/mute-timing";
import type { InhibitionRule, Route } from "../../src/model/route";
import { secret } from "../../src/model/secret";
import { problemText } from "../../src/internal/problem";
import { notificationProblems } from "../../src/notifications/problems";
import { runs } from "../property-runs";
import { arbitraryNotifications } from "./arbitrary-notifications";
import {
  critical,
  fallback,
  nights,
  notificationsWith,
  shop,
  slo,
  webhook,
} from "./notifications-fixture";

const server = { grafana: { version: 12 } };

function textsIn(notifications: Notifications): readonly string[] {
  return notificationProblems(notifications, server).map(problemText);
}

const nowhere = webhook("nowhere");
const days = { ...nights, name: "days" };
const used: Route = { matchers: [is("x", "y")], muteTimings: [nights] };

describe("notificationProblems", () => {
  it("finds nothing in a sound tree", () => {
    expect(notificationProblems(shop, server)).toEqual([]);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(arbitraryNotifications, (notifications) => {
        expect(Array.isArray(notificationProblems(notifications, server))).toBe(
          true,
        );
      }),
      { numRuns: runs(200) },
    );
  });

  test.each<[string, readonly Route[], string]>([
    [
      "a receiver that is not listed",
      [
        {
          matchers: [is("system", "shop")],
          routes: [
            { matchers: [is("severity", "critical")], receiver: nowhere },
          ],
        },
      ],
      'route > system="shop" > severity="critical": receiver "nowhere" must be one of those that are defined (default)',
    ],
    [
      "a timing that is not listed",
      [{ matchers: [is("a", "1")], muteTimings: [days] }],
      'route > a="1": mute timing "days" must be one of those that are defined (none)',
    ],
    [
      "a bad expression",
      [{ matchers: [matches("a", "(b")] }],
      'route > a=~"(b": matcher a=~"(b" must be a regular expression of RE2: missing closing ): `(b`',
    ],
    [
      "parentheses that only balance once anchored",
      [{ matchers: [matches("a", "b)|(c")] }],
      'route > a=~"b)|(c": matcher a=~"b)|(c" must be a regular expression of RE2: unexpected ): `b)|(c`',
    ],
    [
      "look-ahead",
      [{ matchers: [matchesNot("a", "(?!b).*")] }],
      'route > a!~"(?!b).*": matcher a!~"(?!b).*" must be a regular expression of RE2: invalid or unsupported Perl syntax: `(?!`; RE2 has no look-ahead or look-behind',
    ],
    [
      "a label that is no label",
      [{ matchers: [is("a-b", "1")] }],
      'route > a-b="1": matcher a-b="1" must name a label of letters, digits and _, not starting with a digit',
    ],
    [
      "an operator that does not exist",
      [{ matchers: [{ label: "a", match: "==" as "=", value: "1" }] }],
      'route > a=="1": matcher a=="1" must compare with =, !=, =~ or !~, got "=="',
    ],
    [
      "quotes within a value",
      [{ matchers: [is("a", '"1"')] }],
      'route > a="\\"1\\"": matcher a="\\"1\\"" must not have quotes around its value: leave them out',
    ],
    [
      "a group interval of zero",
      [{ matchers: [is("a", "1")], groupInterval: "0s" }],
      'route > a="1": \'groupInterval\' must be longer than 0, got "0s"',
    ],
    [
      "a repeat interval of zero",
      [{ matchers: [is("a", "1")], repeatInterval: "0m", groupInterval: "1m" }],
      'route > a="1": \'repeatInterval\' must be longer than 0, got "0m"',
    ],
    [
      "a duration of two units",
      [{ matchers: [is("a", "1")], groupWait: "1m30s" as Duration }],
      'route > a="1": \'groupWait\' must be a whole number and one of s, m, h, d, w, got "1m30s"',
    ],
    [
      "a repeat interval that is not longer than the group interval",
      [{ matchers: [is("a", "1")], repeatInterval: "5m" }],
      "route > a=\"1\": 'repeatInterval' must be longer than 'groupInterval' \"5m\", got \"5m\": a notification is repeated at a group interval only, and only when more than 'repeatInterval' has passed, so it comes every 600s at best; shorten 'groupInterval'",
    ],
    [
      "a label that is grouped by twice",
      [{ matchers: [is("a", "1")], groupBy: ["b", "b"] }],
      'route > a="1": \'groupBy\' must name a label once, got "b" twice',
    ],
    [
      "all labels and one more",
      [{ matchers: [is("a", "1")], groupBy: ["...", "b"] }],
      'route > a="1": "..." must be alone in \'groupBy\', got ["...","b"]',
    ],
    [
      "an empty grouping",
      [{ matchers: [is("a", "1")], groupBy: [] }],
      'route > a="1": \'groupBy\' must not be empty, got []: leave it out to inherit, or write "..." to group by all labels',
    ],
    [
      "a route after one that takes everything",
      [{ matchers: [] }, { matchers: [is("a", "1")] }],
      'route > a="1": never reached: route > {} before it takes every alert that it matches; move it up, or set continue there',
    ],
    [
      "a route after one with .*",
      [{ matchers: [matches("b", ".*")] }, { matchers: [is("a", "1")] }],
      'route > a="1": never reached: route > b=~".*" before it takes every alert that it matches; move it up, or set continue there',
    ],
    [
      "a route after one that is wider",
      [
        { matchers: [is("team", "monitoring")] },
        {
          matchers: [
            is("alertname", "DeadMansSwitch"),
            is("team", "monitoring"),
          ],
        },
      ],
      'route > alertname="DeadMansSwitch", team="monitoring": never reached: route > team="monitoring" before it takes every alert that it matches; move it up, or set continue there',
    ],
    [
      "alternatives that an earlier expression takes",
      [
        { matchers: [matches("a", "x.*")] },
        { matchers: [matches("a", "x1|x2")] },
      ],
      'route > a=~"x1|x2": never reached: route > a=~"x.*" before it takes every alert that it matches; move it up, or set continue there',
    ],
    [
      "a route that contradicts its parent",
      [
        {
          matchers: [is("severity", "critical")],
          routes: [{ matchers: [is("severity", "warning")] }],
        },
      ],
      'route > severity="critical" > severity="warning": no alert can match both severity="critical" and severity="warning"; remove the route or one of them',
    ],
  ])("rejects %s", (_, routes, message) => {
    const { receivers, muteTimings, ...rest } = notificationsWith(routes);
    const listed: Notifications = {
      ...rest,
      receivers: receivers.filter((receiver) => receiver !== nowhere),
      muteTimings: muteTimings.filter((timing) => timing !== days),
    };
    expect(textsIn(listed)).toEqual([message]);
  });

  test.each<[string, readonly Route[]]>([
    [
      "an earlier sibling with continue",
      [{ matchers: [], continue: true }, { matchers: [is("a", "1")] }],
    ],
    [
      "an earlier sibling that is narrower",
      [
        { matchers: [is("a", "1"), is("b", "1")] },
        { matchers: [is("a", "1")] },
      ],
    ],
    [
      "alternatives that are taken in part",
      [{ matchers: [matches("a", "x")] }, { matchers: [matches("a", "x|y")] }],
    ],
    ["a first wait of zero", [{ matchers: [is("a", "1")], groupWait: "0s" }]],
    [
      "an unlike expression",
      [
        { matchers: [matches("a", "x+")] },
        { matchers: [matches("a", "x{1,}")] },
      ],
    ],
    [
      "an absent label",
      [{ matchers: [isNot("a", "")], routes: [{ matchers: [is("a", "1")] }] }],
    ],
  ])("accepts %s", (_, routes) => {
    expect(textsIn(notificationsWith(routes))).toEqual([]);
  });

  it("rejects a route that contains itself", () => {
    const route: { matchers: readonly Matcher[]; routes: Route[] } = {
      matchers: [is("a", "1")],
      routes: [],
    };
    route.routes.push(route);
    expect(textsIn(notificationsWith([route]))).toEqual([
      'route > a="1" > a="1": a route must not contain itself: a tree must end',
    ]);
  });

  it("rejects a root that does not catch every alert", () => {
    const route = { ...shop.route, matchers: [is("a", "1")], continue: true };
    expect(textsIn({ ...shop, route })).toEqual([
      "route: 'matchers' must be left out of the root, which takes every alert: put it on a child",
      "route: 'continue' must be left out of the root, which takes every alert: put it on a child",
    ]);
  });

  test.each<[string, Partial<Notifications>, string]>([
    [
      "two receivers of one name",
      { receivers: [fallback, critical, { ...critical }] },
      'receiver "critical-alerts": the name must be used once, got it 2 times; rename all but one',
    ],
    [
      "a receiver that nobody uses",
      { receivers: [fallback, slo] },
      'receiver "slo-alerts": no route uses it; use it or remove it',
    ],
    [
      "a receiver without name",
      { receivers: [fallback, webhook(" ")] },
      'receiver " ": \'name\' must not be empty, got " "',
    ],
    [
      "a receiver without integrations",
      { receivers: [fallback, { name: "a", integrations: [] }] },
      "receiver \"a\": 'integrations' must hold at least one, got none: its alerts would reach nobody",
    ],
    [
      "two timings of one name",
      { muteTimings: [nights, { ...nights }] },
      'mute timing "nights": the name must be used once, got it 2 times; rename all but one',
    ],
    [
      "a timing without intervals",
      { muteTimings: [nights, { name: "never", intervals: [] }] },
      "mute timing \"never\": 'intervals' must hold at least one, got none: it would never be silent",
    ],
    [
      "a timing without name",
      { muteTimings: [nights, { ...nights, name: "" }] },
      'mute timing "": \'name\' must not be empty, got ""',
    ],
    [
      "a timing that nobody uses",
      { muteTimings: [nights, { ...nights, name: "days" }] },
      'mute timing "days": no route uses it; use it or remove it',
    ],
    [
      "two templates of one name",
      {
        templates: [
          template("a", '{{ define "a" }}{{ end }}'),
          template("a", '{{ define "b" }}{{ end }}'),
        ],
      },
      'template "a": the name must be used once, got it 2 times; rename all but one',
    ],
    [
      "two definitions of one name",
      {
        templates: [
          template("a", '{{ define "x" }}{{ end }}'),
          template("b", '{{- define "x" -}}{{ end }}'),
        ],
      },
      'template definition "x": the name must be used once, got it 2 times; rename all but one',
    ],
    [
      "a template that does not define anything",
      { templates: [template("a", "hello")] },
      'template "a": \'template\' must start with {{ define, without a trim marker, got "hello"',
    ],
    [
      "a template that uses another one",
      {
        templates: [
          template(
            "a",
            '{{ define "x" }}{{ template "y" . }}{{ template "slack.default.text" . }}{{ end }}',
          ),
        ],
      },
      'template "a": {{ template "y" }} must name a template that is defined (x)',
    ],
    [
      "a receiver that uses an undefined template",
      {
        receivers: [
          {
            ...fallback,
            integrations: [
              {
                kind: "discord",
                url: secret("d", "Discord"),
                title: '{{ template "nope" . }}',
              },
            ],
          },
        ],
      },
      'receiver "default" > discord: {{ template "nope" }} must name a template that is defined (none)',
    ],
  ])("rejects %s", (_, changes, message) => {
    expect(textsIn(notificationsWith([used], changes))).toContain(message);
  });

  test.each<[TimeInterval, string]>([
    [
      {},
      "an interval must have a condition, got {}: it would always be silent",
    ],
    [
      { location: "UTC" },
      'an interval must have a condition, got {"location":"UTC"}: it would always be silent',
    ],
    [{ weekdays: [] }, "'weekdays' must not be empty, got []: leave it out"],
    [
      { weekdays: ["saturday:monday"] },
      "'weekdays' must not run backwards, got \"saturday:monday\": weeks start on sunday, so split a range that passes saturday in two",
    ],
    [
      { weekdays: ["mon" as "monday"] },
      "'weekdays' must be lower-case names of days, or ranges of them, got \"mon\"",
    ],
    [
      { times: [{ start: "22:00", end: "06:00" }] },
      "'times' must start before they end, got \"22:00-06:00\": split a night at midnight, 22:00-24:00 and 00:00-06:00",
    ],
    [
      { times: [{ start: "9:00", end: "10:00" }] },
      "'times' must be HH:MM with two digits each, 24:00 at most, got \"9:00-10:00\"",
    ],
    [
      { times: [{ start: "00:00", end: "24:01" }] },
      "'times' must be HH:MM with two digits each, 24:00 at most, got \"00:00-24:01\"",
    ],
    [
      { times: [{ start: "", end: "10:00" }] },
      "'times' must be HH:MM with two digits each, 24:00 at most, got \"-10:00\"",
    ],
    [
      { daysOfMonth: ["0"] },
      "'daysOfMonth' must be 1 to 31 or -31 to -1 without leading zero, or ranges of them, got \"0\"",
    ],
    [
      { daysOfMonth: ["1:32"] },
      "'daysOfMonth' must be 1 to 31 or -31 to -1 without leading zero, or ranges of them, got \"1:32\"",
    ],
    [
      { daysOfMonth: ["-3:5"] },
      "'daysOfMonth' must not run backwards, got \"-3:5\": a range needs an earlier day first, in the shortest month too, and a negative end where it starts negative",
    ],
    [
      { daysOfMonth: ["10:-20"] },
      "'daysOfMonth' must not run backwards, got \"10:-20\": a range needs an earlier day first, in the shortest month too, and a negative end where it starts negative",
    ],
    [
      { daysOfMonth: ["1:2:3"] },
      "'daysOfMonth' must be 1 to 31 or -31 to -1 without leading zero, or ranges of them, got \"1:2:3\"",
    ],
    [
      { months: ["0"] },
      "'months' must be lower-case names or 1 to 12 without leading zero, or ranges of them, got \"0\"",
    ],
    [
      { months: ["november:february"] },
      "'months' must not run backwards, got \"november:february\": split a range that passes december in two",
    ],
    [
      { years: ["2027:2026"] },
      "'years' must not run backwards, got \"2027:2026\": a range needs an earlier year first",
    ],
    [
      { years: ["soon"] },
      "'years' must be four digits, or ranges of them, got \"soon\"",
    ],
    [
      { years: ["2026"], location: "Mars/Olympus" },
      '\'location\' must be an IANA time zone such as "Europe/Berlin", got "Mars/Olympus"',
    ],
    [
      { years: ["2026"], location: "europe/berlin" },
      '\'location\' must be written "Europe/Berlin", got "europe/berlin"',
    ],
    [
      { years: ["2026"], location: "+01:00" },
      '\'location\' must be an IANA time zone such as "Europe/Berlin", got "+01:00"',
    ],
    [
      { daysOfMonth: ["25:-1"], location: "Europe/Berlin" },
      'Alertmanager and Grafana take the month in which clocks go forward in Europe/Berlin for a day shorter, so days from its end are a day early and its last day is never meant; use location "UTC", or days up to 28',
    ],
  ])("rejects the interval %j", (interval, message) => {
    const timing = { name: "t", intervals: [{ years: ["2026"] }, interval] };
    const notifications = notificationsWith(
      [{ matchers: [is("a", "1")], muteTimings: [timing] }],
      { muteTimings: [timing] },
    );
    expect(textsIn(notifications)).toEqual([
      `mute timing "t" > interval 2: ${message}`,
    ]);
  });

  test.each<[TimeInterval]>([
    [{ daysOfMonth: ["25:-1"] }],
    [{ daysOfMonth: ["25:-1"], location: "Asia/Tokyo" }],
    [{ daysOfMonth: ["1:28"], location: "Europe/Berlin" }],
  ])("accepts the interval %j", (interval) => {
    const timing = { name: "t", intervals: [interval] };
    expect(
      textsIn(
        notificationsWith([
          { matchers: [is("a", "1")], muteTimings: [timing] },
        ]),
      ),
    ).toEqual([]);
  });

  test.each<[Partial<InhibitionRule>, string]>([
    [
      { source: [] },
      "inhibition \"r\": 'source' must have a matcher, got none: every alert would silence others",
    ],
    [
      { target: [matches("a", "[")] },
      'inhibition "r" > target: matcher a=~"[" must be a regular expression of RE2: missing closing ]: `[`',
    ],
    [
      { equal: ["a b"] },
      'inhibition "r": \'equal\' must hold labels of letters, digits and _, not starting with a digit, got ["a b"]',
    ],
    [
      { source: [is("a", "1"), is("a", "2")] },
      'inhibition "r": \'source\' must match some alert, got a="1" and a="2", which none can match both',
    ],
    [
      { target: [is("a", "1"), isNot("a", "1")] },
      'inhibition "r": \'target\' must match some alert, got a="1" and a!="1", which none can match both',
    ],
    [
      { equal: ["severity"] },
      'inhibition "r": \'equal\' must hold labels that both sides can share, got "severity", of which they demand severity="critical" and severity="warning"; remove it from \'equal\'',
    ],
    [
      { target: [is("severity", "critical")] },
      "inhibition \"r\": 'source' and 'target' must be different alerts, got the same, which do not silence each other; change 'target'",
    ],
    [
      { target: [matches("severity", "critical")] },
      "inhibition \"r\": 'source' and 'target' must be different alerts, got the same, which do not silence each other; change 'target'",
    ],
  ])("rejects the inhibition %j", (changes, message) => {
    const rule: InhibitionRule = {
      name: "r",
      source: [is("severity", "critical")],
      target: [is("severity", "warning")],
      equal: ["service"],
      ...changes,
    };
    expect(textsIn({ ...shop, inhibitions: [rule] })).toEqual([message]);
  });
});

function template(
  name: string,
  text: string,
): { readonly name: string; readonly template: string } {
  return { name, template: text };
}
