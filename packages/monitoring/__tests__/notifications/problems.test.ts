import fc from "fast-check";
import type { Notifications } from "../../src/model/deployment";
import type { Duration } from "../../src/model/duration";
import type { Integration } from "../../src/model/integration";
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
import { problemsIn } from "../../src/notifications/problems";
import { problemText } from "../../src/notifications/routing-problem";
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

function textsIn(notifications: Notifications): readonly string[] {
  return problemsIn(notifications).map(problemText);
}

const nowhere = webhook("nowhere");
const days = { ...nights, name: "days" };
const used: Route = { matchers: [is("x", "y")], muteTimings: [nights] };

describe("problemsIn", () => {
  it("finds nothing in a sound tree", () => {
    expect(problemsIn(shop)).toEqual([]);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(arbitraryNotifications, (notifications) => {
        expect(Array.isArray(problemsIn(notifications))).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });

  test.each<[string, readonly Route[], string]>([
    [
      "a receiver that is not listed",
      [
        {
          matchers: [is("system", "ecommerce")],
          routes: [
            { matchers: [is("severity", "critical")], receiver: nowhere },
          ],
        },
      ],
      'route > system="ecommerce" > severity="critical": receiver "nowhere" is not one of the receivers (default); list it or use one of them',
    ],
    [
      "a timing that is not listed",
      [{ matchers: [is("a", "1")], muteTimings: [days] }],
      'route > a="1": mute timing "days" is not one of the mute timings (none); list it or use one of them',
    ],
    [
      "a bad expression",
      [{ matchers: [matches("a", "(b")] }],
      'route > a=~"(b": matcher a=~"(b" must hold an RE2 expression: missing closing ): `(b`',
    ],
    [
      "parentheses that only balance once anchored",
      [{ matchers: [matches("a", "b)|(c")] }],
      'route > a=~"b)|(c": matcher a=~"b)|(c" must hold an RE2 expression: unexpected ): `b)|(c`',
    ],
    [
      "look-ahead",
      [{ matchers: [matchesNot("a", "(?!b).*")] }],
      'route > a!~"(?!b).*": matcher a!~"(?!b).*" must hold an RE2 expression: invalid or unsupported Perl syntax: `(?!`; RE2 has no look-ahead or look-behind',
    ],
    [
      "a label that is no label",
      [{ matchers: [is("a-b", "1")] }],
      'route > a-b="1": matcher a-b="1" must name a label of letters, digits and underscores',
    ],
    [
      "an operator that does not exist",
      [{ matchers: [{ label: "a", match: "==" as "=", value: "1" }] }],
      'route > a=="1": matcher a=="1" must use one of =, !=, =~, !~',
    ],
    [
      "quotes within a value",
      [{ matchers: [is("a", '"1"')] }],
      'route > a="\\"1\\"": matcher a="\\"1\\"" has quotes in its value, which Grafana strips; leave them out',
    ],
    [
      "a group interval of zero",
      [{ matchers: [is("a", "1")], groupInterval: "0s" }],
      'route > a="1": groupInterval must be longer than 0, got "0s"',
    ],
    [
      "a repeat interval of zero",
      [{ matchers: [is("a", "1")], repeatInterval: "0m", groupInterval: "1m" }],
      'route > a="1": repeatInterval must be longer than 0, got "0m"',
    ],
    [
      "a duration of two units",
      [{ matchers: [is("a", "1")], groupWait: "1m30s" as Duration }],
      'route > a="1": groupWait must be a whole number and one of s, m, h, d, w, got "1m30s"',
    ],
    [
      "a repeat interval that is not longer than the group interval",
      [{ matchers: [is("a", "1")], repeatInterval: "5m" }],
      'route > a="1": repeatInterval "5m" is not longer than groupInterval "5m"; a notification is repeated at a group interval only, and only when more than repeatInterval has passed, so it comes every 600s at best: shorten groupInterval',
    ],
    [
      "a label that is grouped by twice",
      [{ matchers: [is("a", "1")], groupBy: ["b", "b"] }],
      'route > a="1": groupBy must name a label once, got ["b", "b"]',
    ],
    [
      "all labels and one more",
      [{ matchers: [is("a", "1")], groupBy: ["...", "b"] }],
      'route > a="1": groupBy must be ["..."] alone or label names, got ["...", "b"]',
    ],
    [
      "an empty grouping",
      [{ matchers: [is("a", "1")], groupBy: [] }],
      'route > a="1": groupBy must not be empty: Alertmanager before 0.31 inherits the parent\'s then, later versions put all alerts into one group; leave it out, or name a label',
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
      'route > a="1" > a="1": the route contains itself; a route tree must end',
    ]);
  });

  it("rejects a root that does not catch every alert", () => {
    const route = { ...shop.route, matchers: [is("a", "1")], continue: true };
    expect(textsIn({ ...shop, route })).toEqual([
      "route: the root catches every alert, so it must have no matchers; put it on a child",
      "route: the root catches every alert, so it must have no continue; put it on a child",
    ]);
  });

  test.each<[string, Partial<Notifications>, string]>([
    [
      "two receivers of one name",
      { receivers: [fallback, critical, { ...critical }] },
      'receiver "critical-alerts": the name is used 2 times; rename all but one',
    ],
    [
      "a receiver that nobody uses",
      { receivers: [fallback, slo] },
      'receiver "slo-alerts": no route uses it; use it or remove it',
    ],
    [
      "a receiver without name",
      { receivers: [fallback, webhook(" ")] },
      'receiver " ": a receiver must have a name',
    ],
    [
      "a receiver without integrations",
      { receivers: [fallback, { name: "a", integrations: [] }] },
      'receiver "a": a receiver must have an integration, or its alerts reach nobody',
    ],
    [
      "two timings of one name",
      { muteTimings: [nights, { ...nights }] },
      'mute timing "nights": the name is used 2 times; rename all but one',
    ],
    [
      "a timing without intervals",
      { muteTimings: [nights, { name: "never", intervals: [] }] },
      'mute timing "never": a mute timing must have at least one interval, or it never applies',
    ],
    [
      "a timing without name",
      { muteTimings: [nights, { ...nights, name: "" }] },
      'mute timing "": a mute timing must have a name',
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
      'template "a": the name is used 2 times; rename all but one',
    ],
    [
      "two definitions of one name",
      {
        templates: [
          template("a", '{{ define "x" }}{{ end }}'),
          template("b", '{{- define "x" -}}{{ end }}'),
        ],
      },
      'template definition "x": the name is used 2 times; rename all but one',
    ],
    [
      "a template that does not define anything",
      { templates: [template("a", "hello")] },
      'template "a": must begin with {{ define "…" }}; without it, Grafana and Alertmanager read it differently',
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
      'template "a": template "y" is not defined, so its notifications would fail; defined are x',
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
      'receiver "default", integration 1 (discord): template "nope" is not defined, so its notifications would fail; defined are none',
    ],
  ])("rejects %s", (_, changes, message) => {
    expect(textsIn(notificationsWith([used], changes))).toContain(message);
  });

  test.each<[TimeInterval, string]>([
    [
      {},
      "an interval without times, weekdays, days, months or years always holds; give it one of them",
    ],
    [
      { location: "UTC" },
      "an interval without times, weekdays, days, months or years always holds; give it one of them",
    ],
    [{ weekdays: [] }, "weekdays must not be empty; leave it out or name one"],
    [
      { weekdays: ["saturday:monday"] },
      'the week begins on sunday, so "saturday:monday" is no range; write two, such as "saturday" and "sunday:monday"',
    ],
    [
      { weekdays: ["mon" as "monday"] },
      'weekdays must be sunday, monday, tuesday, wednesday, thursday, friday, saturday or ranges of them, got "mon"',
    ],
    [
      { times: [{ start: "22:00", end: "06:00" }] },
      'a time range must start before it ends, got "22:00" to "06:00"; write a night as two ranges, to "24:00" and from "00:00"',
    ],
    [
      { times: [{ start: "9:00", end: "10:00" }] },
      'a time must be "00:00" to "24:00", got "9:00"',
    ],
    [
      { times: [{ start: "00:00", end: "24:01" }] },
      'a time must be "00:00" to "24:00", got "24:01"',
    ],
    [
      { times: [{ start: "", end: "10:00" }] },
      'a time must be "00:00" to "24:00", got ""',
    ],
    [
      { daysOfMonth: ["0"] },
      'days of the month must be 1 to 31 or -31 to -1, or ranges of them, got "0"',
    ],
    [
      { daysOfMonth: ["1:32"] },
      'days of the month must be 1 to 31 or -31 to -1, or ranges of them, got "1:32"',
    ],
    [
      { daysOfMonth: ["-3:5"] },
      'days of the month that begin with a negative day must end with one, got "-3:5"',
    ],
    [
      { daysOfMonth: ["10:-20"] },
      'days of the month must not end before they begin, got "10:-20"',
    ],
    [{ daysOfMonth: ["1:2:3"] }, 'a range has one colon, got "1:2:3"'],
    [
      { months: ["0"] },
      'months must be 1 to 12 or lower-case names, or ranges of them, got "0"',
    ],
    [
      { months: ["november:february"] },
      'months must not end before they begin, got "november:february"; write two ranges',
    ],
    [
      { years: ["2027:2026"] },
      'years must not end before they begin, got "2027:2026"; write two ranges',
    ],
    [
      { years: ["soon"] },
      'years must be numbers or ranges of them, got "soon"',
    ],
    [
      { years: ["2026"], location: "Mars/Olympus" },
      'location must be an IANA time zone such as "Europe/Berlin", got "Mars/Olympus"',
    ],
    [
      { years: ["2026"], location: "europe/berlin" },
      'location must be written "Europe/Berlin", got "europe/berlin"',
    ],
    [
      { years: ["2026"], location: "+01:00" },
      'location must be an IANA time zone such as "Europe/Berlin", got "+01:00"',
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
      `mute timing "t", interval 2: ${message}`,
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
      'inhibition "r": source must have a matcher, without one it is every alert',
    ],
    [
      { target: [matches("a", "[")] },
      'inhibition "r", target: matcher a=~"[" must hold an RE2 expression: missing closing ]: `[`',
    ],
    [
      { equal: ["a b"] },
      'inhibition "r": equal must hold labels of letters, digits and underscores, got "a b"',
    ],
    [
      { source: [is("a", "1"), is("a", "2")] },
      'inhibition "r": never applies: no source can match both a="1" and a="2"',
    ],
    [
      { target: [is("a", "1"), isNot("a", "1")] },
      'inhibition "r": never applies: no target can match both a="1" and a!="1"',
    ],
    [
      { equal: ["severity"] },
      'inhibition "r": never applies: "severity" must be equal on both sides, but they demand severity="critical" and severity="warning"; remove it from equal',
    ],
    [
      { target: [is("severity", "critical")] },
      'inhibition "r": never applies: source and target are the same alerts, which do not silence each other; make the target different',
    ],
    [
      { target: [matches("severity", "critical")] },
      'inhibition "r": never applies: source and target are the same alerts, which do not silence each other; make the target different',
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

  test.each<[Integration, string]>([
    [{ kind: "email", addresses: [] }, "addresses must not be empty"],
    [
      { kind: "email", addresses: ["a, b"] },
      'addresses must be plain e-mail addresses, got "a, b"',
    ],
    [
      { kind: "webhook", url: "hooks.example" },
      'url must be an http or https address, got "hooks.example"',
    ],
    [
      { kind: "webhook", url: "https://h.example", basicAuthUser: "a" },
      "must have both basicAuthUser and basicAuthPassword, or neither",
    ],
    [
      {
        kind: "webhook",
        url: "https://h.example",
        authorizationScheme: "Basic",
      },
      "authorizationScheme must come with authorizationCredentials",
    ],
    [
      {
        kind: "oncall",
        url: "https://h.example",
        authorizationCredentials: secret("a", ""),
        basicAuthUser: "u",
        basicAuthPassword: secret("b", ""),
      },
      "must have either authorization or basic authentication, not both",
    ],
    [
      { kind: "slack" },
      "must have either url (a webhook) or token (with channel)",
    ],
    [
      { kind: "slack", token: secret("a", "") },
      "channel must be given with token",
    ],
    [
      {
        kind: "jira",
        apiUrl: "https://j.example",
        project: "OPS",
        issueType: "Bug",
      },
      "must have either apiToken, or user and password",
    ],
    [
      {
        kind: "jira",
        apiUrl: "https://j.example",
        project: "OPS",
        issueType: "Bug",
        user: secret("u", ""),
      },
      "must have either apiToken, or user and password",
    ],
    [
      {
        kind: "jira",
        apiUrl: "https://j.example",
        project: "OPS",
        issueType: "",
        apiToken: secret("u", ""),
      },
      "issueType must not be empty",
    ],
    [
      {
        kind: "jira",
        apiUrl: "https://j.example",
        project: "OPS",
        issueType: "Bug",
        apiToken: secret("u", ""),
        dedupKeyField: "x1",
      },
      'dedupKeyField must be digits, got "x1"',
    ],
    [
      {
        kind: "kafka",
        restProxyUrl: secret("k", ""),
        topic: "t",
        apiVersion: "v3",
      },
      'clusterId must be given for apiVersion "v3"',
    ],
    [
      {
        kind: "opsgenie",
        apiKey: secret("o", ""),
        responders: [{ type: "team" }],
      },
      'a responder must have exactly one of name, username, id, got {"type":"team"}',
    ],
    [
      { kind: "pagerduty", integrationKey: secret("Pager-Key", "") },
      'the secret of integrationKey must be named in lower-case letters, digits and underscores, got "Pager-Key"',
    ],
    [
      {
        kind: "pushover",
        apiToken: secret("a", ""),
        userKey: secret("b", ""),
        priority: 2,
      },
      "priority 2 must have retrySeconds and expireSeconds",
    ],
    [
      {
        kind: "pushover",
        apiToken: secret("a", ""),
        userKey: secret("b", ""),
        retrySeconds: 5,
      },
      "retrySeconds must be 30 or more, got 5",
    ],
    [
      {
        kind: "pushover",
        apiToken: secret("a", ""),
        userKey: secret("b", ""),
        expireSeconds: 20_000,
      },
      "expireSeconds must be 10800 or less, got 20000",
    ],
    [
      { kind: "sns", topicArn: "topic" },
      'topicArn must be the ARN of an SNS topic, got "topic"',
    ],
    [
      {
        kind: "sns",
        topicArn: "arn:aws:sns:eu-central-1:1:t",
        accessKey: secret("a", ""),
      },
      "must have both accessKey and secretKey, or neither",
    ],
    [
      { kind: "telegram", token: secret("t", ""), chatId: "@channel" },
      'chatId must be digits, with a minus for groups, got "@channel"',
    ],
    [
      {
        kind: "telegram",
        token: secret("t", ""),
        chatId: "1",
        messageThreadId: 2 ** 31,
      },
      "messageThreadId must be a 32-bit integer, got 2147483648",
    ],
    [
      {
        kind: "threema",
        gatewayId: "ABCDEFGH",
        recipientId: "12345678",
        apiSecret: secret("t", ""),
      },
      'gatewayId must be * and 7 characters, got "ABCDEFGH"',
    ],
    [
      {
        kind: "threema",
        gatewayId: "*ABCDEFG",
        recipientId: "1",
        apiSecret: secret("t", ""),
      },
      'recipientId must have 8 characters, got "1"',
    ],
    [
      { kind: "webex", token: secret("w", ""), roomId: "" },
      "roomId must not be empty",
    ],
    [
      { kind: "wecom" },
      "must have either url (a robot), or secret, corpId and agentId (an app)",
    ],
    [
      { kind: "wecom", url: secret("w", ""), corpId: "c" },
      "must have either url (a robot), or secret, corpId and agentId (an app)",
    ],
    [
      { kind: "alertmanager", url: "ftp://a.example" },
      'url must be an http or https address, got "ftp://a.example"',
    ],
    [
      { kind: "sensugo", url: "s", apiKey: secret("s", "") },
      'url must be an http or https address, got "s"',
    ],
  ])("rejects the integration %j", (integration, message) => {
    const receiver = { name: "r", integrations: [integration] };
    const { route } = notificationsWith([]);
    expect(
      textsIn(
        notificationsWith([], {
          receivers: [receiver],
          route: { ...route, receiver },
          muteTimings: [],
        }),
      ),
    ).toEqual([
      `receiver "r", integration 1 (${integration.kind}): ${message}`,
    ]);
  });
});

function template(
  name: string,
  text: string,
): { readonly name: string; readonly template: string } {
  return { name, template: text };
}
