import { Testing } from "cdktf";
import fc from "fast-check";
import {
  is,
  matches,
  secret,
  type AlertRule,
  type Deployment,
  type Duration,
  type InhibitionRule,
  type Integration,
  type MessageTemplate,
  type MonitoredSystem,
  type MuteTiming,
  type Receiver,
  type RootNotifications,
  type Route,
  type TimeInterval,
} from "monitoring-as-code";
import { allChecks, runChecks, stackErrors } from "monitoring-as-code/checks";
import { deploymentOf } from "monitoring-as-code/deployment";
import { MonitoringStack } from "../src/monitoring-stack";
import { projectFixture } from "./project-fixture";
import { environment, root, shop } from "./test-deployment";

/** What is changed of a project that is in order. */
interface Changes {
  readonly alert?: Partial<AlertRule>;
  readonly groups?: Partial<
    Pick<MonitoredSystem, "alertGroups" | "recordingGroups">
  >;
  readonly root?: Partial<RootNotifications>;
  readonly route?: Partial<Route>;
  readonly homeDashboard?: string;
  readonly grafanaVersion?: number;
}

const [availability] = shop.alertGroups;
const [shopDown] = availability?.alerts ?? [];
const [requests] = shop.recordingGroups;
if (
  availability === undefined ||
  shopDown === undefined ||
  requests === undefined
)
  throw new Error("the shop has an alert and a recording");

function changed({
  alert,
  groups,
  root: rootChanges,
  route,
  homeDashboard,
  grafanaVersion = 13,
}: Changes): Deployment {
  const system: MonitoredSystem = {
    ...shop,
    alertGroups: [{ ...availability!, alerts: [{ ...shopDown!, ...alert }] }],
    ...groups,
  };
  return deploymentOf(
    {
      ...environment,
      grafana: { ...environment.grafana, version: grafanaVersion },
      alerting: {
        ...environment.alerting,
        integrations: ["slack", "threema", "discord"],
      },
    },
    {
      ...projectFixture,
      ...(homeDashboard !== undefined && { homeDashboard }),
      systems: [system],
      notifications: {
        ...root,
        ...rootChanges,
        route: {
          ...root.route,
          routes: route === undefined ? [] : [{ matchers: [], ...route }],
        },
      },
    },
  );
}

/** What check says of the environment. */
function saidByCheck(deployment: Deployment): readonly string[] {
  return runChecks([deployment], allChecks)
    .filter(({ severity }) => severity === "error")
    .map(({ message }) => message);
}

/** What constructs say, a line each; none when the stack is defined. */
function saidByConstructs(deployment: Deployment): readonly string[] {
  try {
    new MonitoringStack(Testing.app(), "test", { deployment });
    return [];
  } catch (error) {
    const [first = "", ...others] = (error as Error).message.split("\n  ");
    return (others.length === 0 ? [first] : others).map((line) =>
      line.replace(/^test\/\S*: /, ""),
    );
  }
}

function isSynthesized(deployment: Deployment): boolean {
  try {
    new MonitoringStack(Testing.app(), "test", {
      deployment,
    }).runAllValidations();
    return true;
  } catch {
    return false;
  }
}

const group = availability;
const recordings = requests;
const nights = (
  interval: TimeInterval,
  use: "muteTimings" | "activeTimings" = "muteTimings",
): Changes => {
  const timing: MuteTiming = { name: "nights", intervals: [interval] };
  return {
    root: { muteTimings: [timing] },
    route: { [use]: [timing] },
  };
};
const also = (integration: Integration): Changes => {
  const receiver = { name: "other", integrations: [integration] };
  return {
    root: { receivers: [...root.receivers, receiver] },
    route: { receiver },
  };
};
const unit = "must be a whole number and one of s, m, h, d, w, got";
const [slack] = root.receivers;
const inhibition: InhibitionRule = {
  name: "down",
  source: [is("severity", "critical")],
  target: [is("severity", "warning")],
  equal: ["service"],
};

describe("check and synth", () => {
  test("take what is in order", () => {
    const deployment = changed({});
    expect(stackErrors(deployment)).toEqual([]);
    expect(isSynthesized(deployment)).toBe(true);
  });

  test.each<[string, Changes, string]>([
    // prettier-ignore
    ["a wait in words", { alert: { for: "5 min" as Duration } }, `'for' ${unit} "5 min"`],
    // prettier-ignore
    ["a lookback in years", { alert: { lookback: "1y" as Duration } }, `'lookback' ${unit} "1y"`],
    // prettier-ignore
    ["an empty summary", { alert: { summary: "" } }, `'summary' must not be empty, got ""`],
    // prettier-ignore
    ["an empty description", { alert: { description: " " } }, `'description' must not be empty, got " "`],
    // prettier-ignore
    ["a misspelled severity", { alert: { severity: "warnning" as "warning" } }, `'severity' must be critical, warning, info, got "warnning"`],
    // prettier-ignore
    ["a label of Grafana", { alert: { labels: { grafana_folder: "x" } } }, `label "grafana_folder" must not start with __ or grafana_, which Grafana keeps for itself`],
    // prettier-ignore
    ["the value in a label", { alert: { labels: { v: "{{ $value }}" } } }, `label "v" must not hold the value of the alert, got "{{ $value }}": every new value would be a new alert; write it in an annotation`],
    // prettier-ignore
    ["an annotation with an unknown function", { alert: { description: "{{ $value | shout }}" } }, `annotation "description" must be a Go template that Grafana expands: function "shout" is not defined at 1:22`],
    // prettier-ignore
    ["two groups of one name", { groups: { recordingGroups: [{ ...recordings, name: group.name }] } }, `the name must be used once, got it 2 times; rename all but one`],
    // prettier-ignore
    ["a group every 15s", { groups: { alertGroups: [{ ...group, interval: "15s" }] } }, `'interval' must be a multiple of 10s above 0, got "15s"`],
    // prettier-ignore
    ["a group with a slash in its name", { groups: { alertGroups: [{ ...group, name: "a/b" }] } }, `'name' must not contain / or \\, got "a/b"`],
    // prettier-ignore
    ["a recording with a dash", { groups: { recordingGroups: [{ ...recordings, recordings: [{ record: "a-b", expr: "1" }] }] } }, `'record' must be the name of a metric (letters, digits, _ and :), got "a-b"`],
    // prettier-ignore
    ["a home dashboard that is not there", { homeDashboard: "x" }, `'homeDashboard' must be the uid of a dashboard (shop-overview, shop-orders), got "x"`],
    // prettier-ignore
    ["a month with a leading zero", nights({ months: ["06"] }), `'months' must be lower-case names or 1 to 12 without leading zero, or ranges of them, got "06"`],
    // prettier-ignore
    ["days that the shortest month has not", nights({ daysOfMonth: ["29:-1"] }), `'daysOfMonth' must not run backwards, got "29:-1": a range needs an earlier day first, in the shortest month too, and a negative end where it starts negative`],
    // prettier-ignore
    ["a quote at the end of a matcher", { route: { matchers: [is("team", 'a"')] } }, `matcher team="a\\"" must not have quotes around its value: leave them out`],
    // prettier-ignore
    ["active timings below Grafana 12", { ...nights({ weekdays: ["monday"] }, "activeTimings"), grafanaVersion: 11 }, "'activeTimings' must be left out below Grafana 12.1, got them for Grafana 11: mute the other times instead"],
    // prettier-ignore
    ["an inhibition of everything", { root: { inhibitions: [{ ...inhibition, source: [] }] } }, "'source' must have a matcher, got none: every alert would silence others"],
    // prettier-ignore
    ["a trim marker before a definition", { root: { templates: [{ name: "a", template: '{{- define "a" }}{{ end }}' }] } }, `'template' must start with {{ define, without a trim marker, got "{{- define \\"a\\" }}{{ "`],
    // prettier-ignore
    ["a Threema gateway without star", also({ kind: "threema", gatewayId: "ABCDEFGH", recipientId: "ABCDEFGH", apiSecret: secret("threema", "Threema") }), `'gatewayId' must be * and 7 capital letters or digits, got "ABCDEFGH"`],
    // prettier-ignore
    ["a Threema recipient of 7 characters", also({ kind: "threema", gatewayId: "*ABCDEFG", recipientId: "ABCDEFG", apiSecret: secret("threema", "Threema") }), `'recipientId' must be 8 capital letters or digits, got "ABCDEFG"`],
    // prettier-ignore
    ["an avatar that is no address", also({ kind: "discord", url: secret("discord", "Discord"), avatarUrl: "logo.png" }), `'avatarUrl' must be an http or https URL without user and password, got "logo.png"`],
  ])("reject %s with the same words", (_, changes, message) => {
    const deployment = changed(changes);
    expect(saidByCheck(deployment)).toContain(message);
    expect(saidByConstructs(deployment)).toContainEqual(
      expect.stringMatching(new RegExp(`: ${escaped(message)}$`)),
    );
  });

  test("accept the same models, and reject the same in the same words", () => {
    fc.assert(
      fc.property(arbitraryChanges, (changes) => {
        const deployment = changed(changes);
        const errors = stackErrors(deployment);
        expect(isSynthesized(deployment)).toBe(errors.length === 0);
        const said = saidByCheck(deployment);
        for (const line of saidByConstructs(deployment))
          expect(said.some((message) => line.endsWith(message))).toBe(true);
      }),
      { numRuns: process.env.THOROUGH_TESTS === "1" ? 1000 : 100 },
    );
  });
});

/** Mostly `good`, sometimes one of `bad`. */
function mostly<T>(good: T, ...bad: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 40, arbitrary: fc.constant(good) },
    { weight: 1, arbitrary: fc.constantFrom(...bad) },
  );
}

const durations = mostly<Duration>(
  "5m",
  "0s",
  "5 min" as Duration,
  "1y" as Duration,
);

const arbitraryAlert: fc.Arbitrary<Partial<AlertRule>> = fc.record({
  for: durations,
  keepFiringFor: durations,
  lookback: durations,
  severity: mostly("warning", "warnning" as "warning"),
  summary: mostly("Shop is down", "", "{{ $labels.x }", "{{ shout }}"),
  team: mostly("shop", " "),
  labels: mostly<Readonly<Record<string, string>>>(
    {},
    { "a-b": "x" },
    { alertname: "x" },
    { __x: "x" },
    { v: "{{ $value }}" },
    { v: "{{ if }}" },
  ),
  condition: mostly<NonNullable<AlertRule["condition"]>>(
    { is: ">", value: 1 },
    { is: ">", value: Infinity },
  ),
});

const arbitraryGroups: fc.Arbitrary<NonNullable<Changes["groups"]>> = fc
  .tuple(
    mostly("availability", "", "requests", "a\\b"),
    mostly<Duration>("1m", "15s", "0s", "60" as Duration),
    mostly("job:up:sum", "a-b"),
    arbitraryAlert,
  )
  .map(([name, interval, record, alert]) => ({
    alertGroups: [{ name, interval, alerts: [{ ...shopDown, ...alert }] }],
    recordingGroups: [{ ...recordings, recordings: [{ record, expr: "1" }] }],
  }));

const arbitraryTiming: fc.Arbitrary<MuteTiming> = fc.record({
  name: mostly("nights", "", " "),
  intervals: fc.array(
    fc.record({
      weekdays: mostly<TimeInterval["weekdays"]>(
        ["monday:friday"],
        ["monday:monday"],
        ["friday:monday"],
        [],
      ),
      daysOfMonth: mostly(["1:-1"], ["29:-1"], ["-3:1"], ["05"], ["0"]),
      months: mostly(["6:8"], ["06"], ["13"], ["december:january"]),
      years: mostly(["2026"], ["26"], ["2027:2026"]),
      location: mostly("UTC", "europe/berlin", "Mars"),
    }),
    { maxLength: 2 },
  ),
});

const matcherLists = mostly<Route["matchers"]>(
  [is("team", "shop")],
  [],
  [is("", "x")],
  [is("a-b", "x")],
  [is("a", '"x"')],
  [matches("a", "(x")],
  [is("a", "x"), is("a", "x")],
);

const arbitraryRoute: fc.Arbitrary<Partial<Route>> = fc.record({
  matchers: matcherLists,
  groupBy: mostly<readonly string[]>(
    ["alertname"],
    ["...", "a"],
    ["a", "a"],
    ["a b"],
    [""],
  ),
  groupWait: durations,
  groupInterval: durations,
  repeatInterval: durations,
});

const arbitraryInhibition: fc.Arbitrary<InhibitionRule> = fc.record({
  name: mostly("down", "a b", ""),
  source: matcherLists,
  target: mostly<Route["matchers"]>(
    [is("severity", "warning")],
    [],
    [is("a", '"x"')],
  ),
  equal: mostly<readonly string[]>(["service"], ["a", "a"], [""], ["a b"]),
});

const arbitraryTemplates: fc.Arbitrary<readonly MessageTemplate[]> = fc.array(
  fc.record({
    name: mostly("a", "", "b"),
    template: mostly(
      '{{ define "a" }}{{ end }}',
      '{{ define "b" }}{{ template "c" . }}{{ end }}',
      '{{- define "a" }}{{ end }}',
      '{{ define "a" }}{{ shout }}{{ end }}',
      "text",
    ),
  }),
  { maxLength: 2 },
);

const arbitraryReceiver: fc.Arbitrary<Receiver> = fc.record({
  name: mostly("other", " other", "empty", "slack"),
  integrations: fc
    .record({
      title: mostly("title", '{{ template "a" . }}', "{{ shout }}", ""),
      channel: mostly("#shop", ""),
    })
    .map((texts) => [{ ...slack!.integrations[0]!, ...texts }]),
});

const arbitraryChanges: fc.Arbitrary<Changes> = fc
  .record({
    groups: arbitraryGroups,
    timing: arbitraryTiming,
    usesTiming: fc.constantFrom(
      "muteTimings" as const,
      "activeTimings" as const,
    ),
    receiver: arbitraryReceiver,
    route: arbitraryRoute,
    inhibitions: fc.array(arbitraryInhibition, { maxLength: 2 }),
    templates: arbitraryTemplates,
    homeDashboard: mostly("shop-overview", "x"),
    grafanaVersion: mostly(13, 11),
  })
  .map(
    ({
      groups,
      timing,
      usesTiming,
      receiver,
      route,
      inhibitions,
      templates,
      homeDashboard,
      grafanaVersion,
    }) => ({
      groups,
      root: {
        receivers: [...root.receivers, receiver],
        muteTimings: [timing],
        inhibitions,
        templates,
      },
      route: { ...route, receiver, [usesTiming]: [timing] },
      homeDashboard,
      grafanaVersion,
    }),
  );

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
