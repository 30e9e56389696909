import { Folder } from "@cdktf/provider-grafana/lib/folder";
import type { TerraformStack } from "cdktf";
import { AlertRuleGroup } from "../src/alert-rule-group";
import { ContactPoint } from "../src/contact-point";
import { ContactPoints } from "../src/contact-points";
import { MessageTemplates } from "../src/message-templates";
import { MuteTimings } from "../src/mute-timings";
import { NotificationPolicy } from "../src/notification-policy";
import { RecordingRuleGroup } from "../src/recording-rule-group";
import { Secrets } from "../src/secrets";
import { importBlocks } from "monitoring-as-code/adopt";
import {
  type DeployedAlert,
  type DeployedRecording,
  type Integration,
  is,
  type Matcher,
  type MuteTiming,
  type TimeInterval,
  type Receiver,
  type RootRoute,
  type Route,
  secret,
} from "monitoring-as-code";
import {
  jsonOf,
  onlyResourceIn,
  resourcesIn,
  synthesizedGrafana,
  testStack,
} from "./test-stack";

const webhook: Integration = { kind: "webhook", url: "https://a.example.com" };
const everybody: Receiver = { name: "everybody", integrations: [webhook] };
const shop: Receiver = { name: "shop", integrations: [webhook] };
const nights: MuteTiming = {
  name: "nights",
  intervals: [{ times: [{ start: "20:00", end: "24:00" }] }],
};

function root(...routes: readonly Route[]): RootRoute {
  return {
    receiver: everybody,
    groupBy: ["alertname", "system"],
    groupWait: "60s",
    groupInterval: "90s",
    repeatInterval: "168h",
    routes,
  };
}

function routing(
  stack: TerraformStack,
  route: RootRoute,
  editable = false,
): NotificationPolicy {
  return new NotificationPolicy(stack, "policy", {
    route,
    contactPoints: new ContactPoints(stack, "contact-points", {
      receivers: [everybody, shop],
      secrets: () => "",
    }),
    muteTimings: new MuteTimings(stack, "mute-timings", {
      muteTimings: [nights],
    }),
    grafanaVersion: 13,
    editable,
  });
}

function alert(changes: Partial<DeployedAlert> = {}): DeployedAlert {
  return {
    alert: "Down",
    uid: "shop-down",
    expr: "up == 0",
    severity: "critical",
    team: "shop",
    summary: "s",
    description: "d",
    labels: { severity: "critical" },
    annotations: { summary: "{{ $value }}" },
    ...changes,
  };
}

function alerts(
  stack: TerraformStack,
  given: readonly DeployedAlert[],
  name = "shop",
): void {
  new AlertRuleGroup(stack, name, {
    group: { name, interval: "1m", alerts: given },
    folderUid: "shop",
    prometheusUid: "prometheus",
    grafanaVersion: 13,
  });
}

const recording: DeployedRecording = {
  record: "shop:up:sum",
  uid: "shop-up-sum",
  expr: "sum(up)",
  labels: {},
};

function recordings(stack: TerraformStack, given: DeployedRecording): void {
  new RecordingRuleGroup(stack, "recordings", {
    group: { name: "recordings", interval: "1m", recordings: [given] },
    folderUid: "shop",
    prometheusUid: "prometheus",
  });
}

function contactPoint(stack: TerraformStack, integration: Integration): void {
  new ContactPoint(stack, "point", {
    receiver: { name: "point", integrations: [integration] },
    secrets: () => "",
  });
}

const timing =
  (interval: TimeInterval) =>
  (stack: TerraformStack): void => {
    new MuteTimings(stack, "timings", {
      muteTimings: [{ name: "t", intervals: [interval] }],
    });
  };

const template =
  (text: string) =>
  (stack: TerraformStack): void => {
    new MessageTemplates(stack, "templates", {
      templates: [{ name: "t", template: text }],
    });
  };

const policyWith =
  (route: Route) =>
  (stack: TerraformStack): void => {
    routing(stack, root(route));
  };

const matcher = (value: Matcher): ((stack: TerraformStack) => void) =>
  policyWith({ matchers: [value] });

const alertWith =
  (changes: Partial<DeployedAlert>) =>
  (stack: TerraformStack): void =>
    alerts(stack, [alert(changes)]);

function synth(define: (stack: TerraformStack) => void): string {
  return synthesizedGrafana(define);
}

function firstRule(json: string): Record<string, unknown> {
  const { rule } = onlyResourceIn(json, "grafana_rule_group");
  const [first] = rule as readonly Record<string, unknown>[];
  return first ?? {};
}

function modelsIn(json: string): readonly Record<string, unknown>[] {
  const { data } = firstRule(json) as {
    data: readonly { readonly model: string }[];
  };
  return data.map(({ model }) => jsonOf(model) as Record<string, unknown>);
}

const contactPointName = expect.stringMatching(
  /^\$\{grafana_contact_point\.[\w-]+\.name\}$/,
) as string;

interface Prevented {
  /** Number in the list of known pains, 9 with a word for behaviour that was reproduced with the provider. */
  readonly pain: string;
  readonly report: string;
  readonly prove: () => void;
}

const prevented: readonly Prevented[] = [
  {
    pain: "1",
    report:
      "a contact point that a policy uses cannot go: names are references",
    prove: () =>
      expect(
        onlyResourceIn(
          synth(policyWith({ matchers: [], receiver: shop })),
          "grafana_notification_policy",
        ),
      ).toMatchObject({
        contact_point: contactPointName,
        policy: [{ contact_point: contactPointName }],
      }),
  },
  {
    pain: "1",
    report:
      "a contact point that a policy uses cannot go: it goes after the change of the policy",
    prove: () => {
      for (const point of Object.values(
        resourcesIn(
          synth(policyWith({ matchers: [] })),
          "grafana_contact_point",
        ),
      ))
        expect(point.lifecycle).toEqual({ create_before_destroy: true });
    },
  },
  {
    pain: "1",
    report:
      "a renamed contact point needs an address of its own beside the old one",
    prove: () => {
      const [first] = Object.keys(
        resourcesIn(
          synth((stack) => {
            new ContactPoints(stack, "points", {
              receivers: [shop],
              secrets: () => "",
            });
          }),
          "grafana_contact_point",
        ),
      );
      const [renamed] = Object.keys(
        resourcesIn(
          synth((stack) => {
            new ContactPoints(stack, "points", {
              receivers: [{ ...shop, name: "shop-2" }],
              secrets: () => "",
            });
          }),
          "grafana_contact_point",
        ),
      );
      expect(first).not.toBe(renamed);
    },
  },
  {
    pain: "2",
    report:
      "a mute timing that a route uses cannot go: references, and it goes last",
    prove: () => {
      const json = synth(
        policyWith({
          matchers: [],
          muteTimings: [nights],
          activeTimings: [nights],
        }),
      );
      const name = expect.stringMatching(
        /^\$\{grafana_mute_timing\.[\w-]+\.name\}$/,
      ) as string;
      expect(onlyResourceIn(json, "grafana_notification_policy")).toMatchObject(
        { policy: [{ mute_timings: [name], active_timings: [name] }] },
      );
      expect(onlyResourceIn(json, "grafana_mute_timing")).toMatchObject({
        lifecycle: { create_before_destroy: true },
      });
    },
  },
  {
    pain: "2",
    report: "rules name no contact points, the routing tree does",
    prove: () =>
      expect(
        firstRule(synth((stack) => alerts(stack, [alert()]))),
      ).not.toHaveProperty("notification_settings"),
  },
  {
    pain: "3",
    report:
      "disable_provenance is written on every alerting resource, so that it never flips unseen",
    prove: () => {
      const json = synth((stack) => {
        routing(stack, root());
        alerts(stack, [alert()]);
        recordings(stack, recording);
        template('{{ define "t" }}{{ end }}')(stack);
      });
      for (const type of [
        "grafana_contact_point",
        "grafana_message_template",
        "grafana_mute_timing",
        "grafana_notification_policy",
        "grafana_rule_group",
      ])
        for (const resource of Object.values(resourcesIn(json, type)))
          expect(resource.disable_provenance).toBe(false);
    },
  },
  {
    pain: "5",
    report: "group_by is required at the deepest level",
    prove: () => {
      const chain = (depth: number): Route => ({
        matchers: [is("level", String(depth))],
        ...(depth === 1 ? {} : { routes: [chain(depth - 1)] }),
      });
      const json = synth(policyWith(chain(5)));
      const groupBys = json.match(/"group_by": \[[^\]]*\]/g) ?? [];
      expect(groupBys.map((text) => text.replace(/\s/g, ""))).toEqual([
        '"group_by":["alertname","system"]',
        '"group_by":["alertname","system"]',
      ]);
    },
  },
  {
    pain: "5",
    report: "a deeper tree is flattened where that changes nothing",
    prove: () => {
      const routes = [1, 2, 3, 4, 5].reduce<Route>(
        (below) => ({ matchers: [], routes: [below] }),
        { matchers: [is("team", "shop")] },
      );
      expect(() => synth(policyWith(routes))).not.toThrow();
    },
  },
  {
    pain: "6",
    report: "the order of matchers changes nothing",
    prove: () => {
      const [a, b] = [is("a", "1"), is("b", "2")];
      expect(synth(policyWith({ matchers: [a, b] }))).toBe(
        synth(policyWith({ matchers: [b, a] })),
      );
    },
  },
  {
    pain: "7",
    report: "reordering or inserting rules changes no uid",
    prove: () => {
      const other = alert({ alert: "Another", uid: "shop-another" });
      const uids = (...given: readonly DeployedAlert[]): unknown =>
        (
          onlyResourceIn(
            synth((stack) => alerts(stack, given)),
            "grafana_rule_group",
          ).rule as readonly { readonly name: string; readonly uid: string }[]
        ).map(({ name, uid }) => [name, uid]);
      expect(uids(alert(), other)).toEqual(uids(other, alert()));
      expect(uids(alert(), other)).toContainEqual(["Down", "shop-down"]);
    },
  },
  {
    pain: "9",
    report: "models have no defaults that the provider drops",
    prove: () => {
      for (const model of modelsIn(
        synth((stack) => alerts(stack, [alert()])),
      )) {
        expect(model).not.toHaveProperty("intervalMs");
        expect(model).not.toHaveProperty("maxDataPoints");
        expect(model).not.toHaveProperty("queryType");
      }
    },
  },
  {
    pain: "9",
    report: "durations are spelled as Grafana answers",
    prove: () =>
      expect(
        onlyResourceIn(
          synth((stack) => void routing(stack, root())),
          "grafana_notification_policy",
        ),
      ).toMatchObject({
        group_wait: "1m",
        group_interval: "1m30s",
        repeat_interval: "1w",
      }),
  },
  {
    pain: "10",
    report: "a recording rule has nothing that conflicts with record",
    prove: () => {
      const rule = firstRule(synth((stack) => recordings(stack, recording)));
      expect(rule).toHaveProperty("record");
      for (const field of [
        "condition",
        "for",
        "keep_firing_for",
        "no_data_state",
        "exec_err_state",
        "missing_series_evals_to_resolve",
      ])
        expect(rule).not.toHaveProperty(field);
    },
  },
  {
    pain: "12",
    report: "what rules need comes first, where they name it by a fixed uid",
    prove: () => {
      const json = synth((stack) => {
        const folder = new Folder(stack, "folder", { title: "F" });
        const policy = routing(stack, root());
        new AlertRuleGroup(stack, "rules", {
          group: { name: "g", interval: "1m", alerts: [alert()] },
          folderUid: folder.uid,
          prometheusUid: "prometheus",
          grafanaVersion: 13,
          dependsOn: [policy.resource],
        });
      });
      expect(onlyResourceIn(json, "grafana_rule_group").depends_on).toEqual([
        expect.stringMatching(/^grafana_notification_policy\./),
      ]);
    },
  },
  {
    pain: "13",
    report:
      "secrets are sensitive variables in typed attributes, never in the settings map",
    prove: () => {
      const json = synth((stack) => {
        const secrets = new Secrets(stack, "secrets");
        new ContactPoint(stack, "point", {
          receiver: {
            name: "point",
            integrations: [{ kind: "slack", url: secret("hook", "the hook") }],
          },
          secrets: (name) => secrets.for(name),
        });
      });
      expect(onlyResourceIn(json, "grafana_contact_point")).toMatchObject({
        slack: [{ url: "${var.hook}" }],
      });
      expect(json).not.toContain('"settings"');
      expect(JSON.parse(json)).toMatchObject({
        variable: { hook: { sensitive: true } },
      });
    },
  },
  {
    pain: "21",
    report: "templates come before the contact points that use them",
    prove: () => {
      const json = synth((stack) => {
        const templates = new MessageTemplates(stack, "templates", {
          templates: [{ name: "t", template: '{{ define "a" }}{{ end }}' }],
        });
        new ContactPoint(stack, "point", {
          receiver: {
            name: "point",
            integrations: [{ ...webhook, title: templates.ref("a") }],
          },
          secrets: () => "",
          templates,
        });
      });
      expect(onlyResourceIn(json, "grafana_contact_point")).toMatchObject({
        webhook: [{ title: '{{ template "a" . }}' }],
        depends_on: [expect.stringMatching(/^grafana_message_template\./)],
      });
    },
  },
  {
    pain: "22",
    report: "an alert of three lines becomes query, comparison and threshold",
    prove: () =>
      expect(
        modelsIn(
          synth(alertWith({ expr: "x", condition: { is: ">=", value: 1 } })),
        ).map(({ refId, type }) => [refId, type]),
      ).toEqual([
        ["A", undefined],
        ["B", "math"],
        ["C", "threshold"],
      ]),
  },
  {
    pain: "23",
    report:
      "import ids differ by type: blocks for a whole stack are made from its output",
    prove: () => {
      const json = synth((stack) => {
        routing(stack, root());
        alerts(stack, [alert()]);
      });
      expect(
        importBlocks(JSON.parse(json) as Record<string, never>).map(
          ({ id }) => id,
        ),
      ).toEqual(["everybody", "shop", "nights", "policy", "shop:shop"]);
    },
  },
  {
    pain: "9, values that never settle",
    report:
      "the type of a query stands in the block where it stands in the model",
    prove: () => {
      const json = synth((stack) => {
        new AlertRuleGroup(stack, "rules", {
          group: {
            name: "g",
            interval: "1m",
            alerts: [alert({ datasource: "loki" })],
          },
          folderUid: "shop",
          prometheusUid: "prometheus",
          lokiUid: "loki",
          grafanaVersion: 13,
        });
      });
      const { data } = firstRule(json) as {
        data: readonly { readonly query_type?: string }[];
      };
      expect(data.map(({ query_type: type }) => type)).toEqual(
        modelsIn(json).map(({ queryType }) => queryType),
      );
    },
  },
  {
    pain: "9, fails on update",
    report: "booleans are written, because unset ones are sent as false",
    prove: () => {
      const json = synth((stack) =>
        contactPoint(stack, { kind: "opsgenie", apiKey: secret("k", "a key") }),
      );
      expect(onlyResourceIn(json, "grafana_contact_point")).toMatchObject({
        opsgenie: [{ auto_close: true, override_priority: true }],
      });
    },
  },
  {
    pain: "9, fails on update",
    report: "states of an alert are explicit and not the provider's defaults",
    prove: () =>
      expect(firstRule(synth(alertWith({})))).toMatchObject({
        no_data_state: "OK",
        exec_err_state: "Error",
      }),
  },
  {
    pain: "9, fails on update",
    report: "alerts and recordings never share a group",
    prove: () => {
      const json = synth((stack) => {
        alerts(stack, [alert()]);
        recordings(stack, recording);
      });
      for (const { rule } of Object.values(
        resourcesIn(json, "grafana_rule_group"),
      )) {
        const rules = rule as readonly Record<string, unknown>[];
        expect(new Set(rules.map((one) => "record" in one)).size).toBe(1);
      }
    },
  },
];

interface Refused {
  readonly pain: string;
  readonly report: string;
  readonly define: (stack: TerraformStack) => void;
  readonly message: string;
}

const refused: readonly Refused[] = [
  {
    pain: "3",
    report: "some resources editable, others not",
    define: (stack) => void routing(stack, root(), true),
    message:
      "test/policy: 'editable' must be false as at test/contact-points/everybody, got true: all alerting resources of a stack share it",
  },
  {
    pain: "4",
    report: "two policy trees overwrite each other",
    define: (stack) => {
      const { node } = routing(stack, root());
      const find = (id: string): unknown => node.scope?.node.findChild(id);
      new NotificationPolicy(stack, "second", {
        route: root(),
        contactPoints: find("contact-points") as ContactPoints,
        muteTimings: find("mute-timings") as MuteTimings,
        grafanaVersion: 13,
      });
    },
    message:
      'test/second: notification policy "of the organisation" must be defined once, got another at test/policy',
  },
  {
    pain: "5",
    report: "six levels that do differ",
    define: policyWith(
      [5, 4, 3, 2, 1].reduce<Route>(
        (below, level) => ({
          matchers: [is("l", String(level))],
          routes: [below],
        }),
        { matchers: [is("l", "6")] },
      ),
    ),
    message:
      'test/policy: route > l="1" > l="2" > l="3" > l="4" > l="5" > l="6": a route must be at most 5 levels below the root, got level 6: merge its matchers into its parent\'s',
  },
  {
    pain: "6",
    report: "quotes around a value, which the server strips",
    define: matcher(is("team", '"ops"')),
    message: `test/policy: route > team="\\"ops\\"": matcher team="\\"ops\\"" must not have quotes around its value: leave them out`,
  },
  {
    pain: "7",
    report: "a uid that Grafana cuts off",
    define: alertWith({ uid: "u".repeat(41) }),
    message: `test/shop: alert "Down": 'uid' must be at most 40 letters, digits, - or _, got "${"u".repeat(41)}"`,
  },
  {
    pain: "8",
    report: "a rule in two groups, of which one loses it",
    define: (stack) => {
      alerts(stack, [alert()]);
      alerts(stack, [alert()], "other");
    },
    message:
      'test/other: rule "shop-down" must be defined once, got another at test/shop',
  },
  {
    pain: "9",
    report: "years, which the provider refuses",
    define: alertWith({ for: "10y" as "10d" }),
    message:
      'test/shop: alert "Down": \'for\' must be a whole number and one of s, m, h, d, w, got "10y"',
  },
  {
    pain: "11",
    report: "two minutes for an answer without text: the interval",
    define: (stack) => {
      new AlertRuleGroup(stack, "rules", {
        group: { name: "g", interval: "15s", alerts: [alert()] },
        folderUid: "shop",
        prometheusUid: "prometheus",
        grafanaVersion: 13,
      });
    },
    message:
      'test/rules: group "g": \'interval\' must be a multiple of 10s above 0, got "15s"',
  },
  {
    pain: "11",
    report: "two minutes for an answer without text: a reserved label",
    define: alertWith({ labels: { grafana_folder: "x" } }),
    message:
      'test/shop: alert "Down": label "grafana_folder" must not start with __ or grafana_, which Grafana keeps for itself',
  },
  {
    pain: "11",
    report: "two minutes for an answer without text: half a link to a panel",
    define: alertWith({ annotations: { __dashboardUid__: "x" } }),
    message:
      'test/shop: alert "Down": annotation "__dashboardUid__" must be left out, got "x": it comes from \'panel\'',
  },
  {
    pain: "11",
    report: "two minutes for an answer without text: a metric that is no name",
    define: (stack) => recordings(stack, { ...recording, record: "a b" }),
    message:
      'test/recordings: recording "a b": \'record\' must be the name of a metric (letters, digits, _ and :), got "a b"',
  },
  {
    pain: "12",
    report: "a receiver or a timing that the stack has not",
    define: policyWith({
      matchers: [],
      receiver: { ...shop, name: "gone" },
      muteTimings: [{ ...nights, name: "gone" }],
    }),
    message: [
      "test/policy:",
      'route > {}: receiver "gone" must be one of those that are defined (everybody, shop)',
      'route > {}: mute timing "gone" must be one of those that are defined (nights)',
    ].join("\n  "),
  },
  {
    pain: "21",
    report: "a text with a template that nobody defines",
    define: (stack) =>
      contactPoint(stack, { ...webhook, title: '{{ template "gone" . }}' }),
    message:
      'test/point: receiver "point" > webhook: {{ template "gone" }} must name a template that is defined (none)',
  },
  {
    pain: "section 3, one name",
    report: "a second contact point of a name joins the first",
    define: (stack) => {
      new ContactPoints(stack, "points", {
        receivers: [shop, shop],
        secrets: () => "",
      });
    },
    message:
      'test/points: receiver "shop": the name must be used once, got it 2 times; rename all but one',
  },
  {
    pain: "9, values that never settle",
    report: "a capital day",
    define: timing({ weekdays: ["Monday" as "monday"] }),
    message:
      'test/timings: mute timing "t" > interval 1: \'weekdays\' must be lower-case names of days, or ranges of them, got "Monday"',
  },
  {
    pain: "9, values that never settle",
    report: "a range of one day",
    define: timing({ weekdays: ["monday:monday"] }),
    message:
      'test/timings: mute timing "t" > interval 1: \'weekdays\' must be "monday" instead of a range, got "monday:monday"',
  },
  {
    pain: "9, values that never settle",
    report: "a day with a leading zero",
    define: timing({ daysOfMonth: ["05"] }),
    message:
      'test/timings: mute timing "t" > interval 1: \'daysOfMonth\' must be 1 to 31 or -31 to -1 without leading zero, or ranges of them, got "05"',
  },
  {
    pain: "9, values that never settle",
    report: "a month with a leading zero, or a capital",
    define: timing({ months: ["01", "January"] }),
    message: [
      "test/timings:",
      `mute timing "t" > interval 1: 'months' must be lower-case names or 1 to 12 without leading zero, or ranges of them, got "01"`,
      `mute timing "t" > interval 1: 'months' must be lower-case names or 1 to 12 without leading zero, or ranges of them, got "January"`,
    ].join("\n  "),
  },
  {
    pain: "9, values that never settle",
    report: "a night over midnight",
    define: timing({ times: [{ start: "22:00", end: "06:00" }] }),
    message:
      'test/timings: mute timing "t" > interval 1: \'times\' must start before they end, got "22:00-06:00": split a night at midnight, 22:00-24:00 and 00:00-06:00',
  },
  {
    pain: "9, values that never settle",
    report: "a weekend over the end of the week",
    define: timing({ weekdays: ["saturday:monday"] }),
    message:
      'test/timings: mute timing "t" > interval 1: \'weekdays\' must not run backwards, got "saturday:monday": weeks start on sunday, so split a range that passes saturday in two',
  },
  {
    pain: "9, values that never settle",
    report: "an hour of one digit",
    define: timing({ times: [{ start: "9:00", end: "10:00" }] }),
    message:
      'test/timings: mute timing "t" > interval 1: \'times\' must be HH:MM with two digits each, 24:00 at most, got "9:00-10:00"',
  },
  {
    pain: "9, values that never settle",
    report: "an interval that is always silent",
    define: timing({}),
    message:
      'test/timings: mute timing "t" > interval 1: an interval must have a condition, got {}: it would always be silent',
  },
  {
    pain: "9, inconsistent result",
    report: "a template without define",
    define: template("hello"),
    message:
      'test/templates: template "t": \'template\' must start with {{ define, without a trim marker, got "hello"',
  },
  {
    pain: "9, inconsistent result",
    report: "a template with a trim marker before define",
    define: template('{{- define "t" }}{{ end }}'),
    message:
      'test/templates: template "t": \'template\' must start with {{ define, without a trim marker, got "{{- define \\"t\\" }}{{ "',
  },
];

describe("known pains of the provider, alerting", () => {
  test.each(prevented)("$pain: $report", ({ prove }) => {
    expect.hasAssertions();
    prove();
  });

  test.each(refused)("$pain: rejects $report", ({ define, message }) => {
    expect(() => define(testStack())).toThrow(new Error(message));
  });

  it("are all here: 14 (parallel writers) and 15 to 20 concern dashboards, folders and datasources", () => {
    const numbers = [...prevented, ...refused].map(({ pain }) => pain);
    const expected = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 21, 22, 23];
    expect(expected.filter((pain) => !numbers.includes(String(pain)))).toEqual(
      [],
    );
  });

  it("end with a configuration that is one and the same each time", () => {
    const define = (stack: TerraformStack): void => {
      routing(stack, root({ matchers: [], receiver: shop }));
      alerts(stack, [alert()]);
      recordings(stack, recording);
    };
    expect(synth(define)).toBe(synth(define));
  });
});
