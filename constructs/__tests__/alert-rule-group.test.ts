import { Folder } from "@cdktf/provider-grafana/lib/folder";
import { RuleGroup } from "@cdktf/provider-grafana/lib/rule-group";
import type { TerraformStack } from "cdktf";
import {
  AlertRuleGroup,
  type AlertRuleGroupProps,
} from "../src/alert-rule-group";
import {
  type Condition,
  type DeployedAlert,
  type DeployedAlertGroup,
} from "monitoring-as-code";
import {
  jsonOf,
  onlyResourceIn,
  synthesizedGrafana,
  testStack,
} from "./test-stack";

function alert(changes: Partial<DeployedAlert> = {}): DeployedAlert {
  return {
    alert: "HighErrorRate",
    uid: "shop-high-error-rate",
    expr: 'sum(rate(errors_total{system="shop"}[5m]))',
    condition: { is: ">", value: 0.05 },
    severity: "critical",
    team: "shop",
    summary: "s",
    description: "d",
    labels: { team: "shop", severity: "critical", system: "shop" },
    annotations: { summary: "Orders fail on {{ $labels.instance }}" },
    ...changes,
  };
}

function group(...alerts: readonly DeployedAlert[]): DeployedAlertGroup {
  return { name: "shop", interval: "1m", alerts };
}

function define(
  stack: TerraformStack,
  given: DeployedAlertGroup,
  changes: Partial<AlertRuleGroupProps> = {},
  id = "shop",
): AlertRuleGroup {
  return new AlertRuleGroup(stack, id, {
    group: given,
    folderUid: "shop",
    prometheusUid: "prometheus",
    grafanaVersion: 12,
    ...changes,
  });
}

function synthesize(
  given: DeployedAlertGroup,
  changes: Partial<AlertRuleGroupProps> = {},
): string {
  return synthesizedGrafana((stack) => {
    define(stack, given, changes);
  });
}

interface Rule {
  readonly [field: string]: unknown;
  readonly data: readonly {
    readonly model: string;
    readonly [field: string]: unknown;
  }[];
}

function rulesIn(json: string): readonly Rule[] {
  return onlyResourceIn(json, "grafana_rule_group").rule as readonly Rule[];
}

function ruleOf(
  changes: Partial<DeployedAlert>,
  props: Partial<AlertRuleGroupProps> = {},
): Rule {
  const [rule] = rulesIn(synthesize(group(alert(changes)), props));
  if (rule === undefined) throw new Error("expected a rule");
  return rule;
}

function modelsOf(condition: Condition | undefined): readonly unknown[] {
  return ruleOf({ condition }).data.map(({ model }) => jsonOf(model));
}

const expression = { type: "__expr__", uid: "__expr__" };

describe("AlertRuleGroup", () => {
  it("with defaults defines a rule that is quiet without data and says when its query fails", () => {
    expect(synthesize(group(alert()))).toHaveResourceWithProperties(RuleGroup, {
      name: "shop",
      folder_uid: "shop",
      interval_seconds: 60,
      disable_provenance: false,
    });
    const { data, ...rule } = ruleOf({});
    expect(data).toHaveLength(2);
    expect(rule).toEqual({
      name: "HighErrorRate",
      uid: "shop-high-error-rate",
      condition: "C",
      for: "0s",
      no_data_state: "OK",
      exec_err_state: "Error",
      is_paused: false,
      labels: { severity: "critical", system: "shop", team: "shop" },
      annotations: { summary: "Orders fail on {{ $labels.instance }}" },
    });
  });

  it("asks for samples of one instant, without defaults that the provider drops", () => {
    const [query] = ruleOf({}).data;
    expect(query).toMatchObject({
      ref_id: "A",
      datasource_uid: "prometheus",
      relative_time_range: { from: 600, to: 0 },
    });
    expect(query).not.toHaveProperty("query_type");
    expect(jsonOf(query?.model)).toEqual({
      datasource: { type: "prometheus", uid: "prometheus" },
      editorMode: "code",
      expr: 'sum(rate(errors_total{system="shop"}[5m]))',
      instant: true,
      range: false,
      refId: "A",
    });
  });

  it("looks as far back as the rule needs", () => {
    expect(ruleOf({ lookback: "30d" }).data[0]).toMatchObject({
      relative_time_range: { from: 2_592_000, to: 0 },
    });
    expect(ruleOf({ lookback: "5m" }).data[0]).toMatchObject({
      relative_time_range: { from: 600, to: 0 },
    });
  });

  it("asks Loki with the type of the query in both places", () => {
    const [query] = ruleOf(
      { datasource: "loki", expr: 'sum(count_over_time({app="x"}[5m]))' },
      { lokiUid: "loki" },
    ).data;
    expect(query).toMatchObject({
      datasource_uid: "loki",
      query_type: "instant",
    });
    expect(jsonOf(query?.model)).toEqual({
      datasource: { type: "loki", uid: "loki" },
      editorMode: "code",
      expr: 'sum(count_over_time({app="x"}[5m]))',
      queryType: "instant",
      refId: "A",
    });
  });

  test.each([
    [">", "gt"],
    ["<", "lt"],
  ] as const)("compares with %s by a threshold", (is, type) => {
    expect(modelsOf({ is, value: -2 }).slice(1)).toEqual([
      {
        datasource: expression,
        conditions: [{ evaluator: { params: [-2], type } }],
        expression: "A",
        refId: "C",
        type: "threshold",
      },
    ]);
  });

  test.each([">=", "<=", "=="] as const)(
    "compares with %s by math, and takes not-a-number for no",
    (is) => {
      expect(modelsOf({ is, value: 3 }).slice(1)).toEqual([
        {
          datasource: expression,
          expression: `$A ${is} 3`,
          refId: "B",
          type: "math",
        },
        {
          datasource: expression,
          conditions: [{ evaluator: { params: [0], type: "gt" } }],
          expression: "B",
          refId: "C",
          type: "threshold",
        },
      ]);
    },
  );

  it("compares with != by math, which takes not-a-number for yes", () => {
    expect(modelsOf({ is: "!=", value: 1 }).slice(1)).toEqual([
      {
        datasource: expression,
        expression: "$A != 1",
        refId: "C",
        type: "math",
      },
    ]);
  });

  it("fires for every series without a condition, for 0 too", () => {
    expect(modelsOf(undefined).slice(1)).toEqual([
      {
        datasource: expression,
        expression: "is_number($A) >= 0",
        refId: "C",
        type: "math",
      },
    ]);
  });

  it("shows the measured number where Prometheus does", () => {
    const { annotations } = ruleOf({
      annotations: {
        description: "{{ $value | humanizePercentage }} of ${x} in %{y}",
      },
    });
    expect(annotations).toEqual({
      description:
        "{{ $values.A.Value | humanizePercentage }} of $${x} in %%{y}",
    });
  });

  it("links the panel by its dashboard and id", () => {
    expect(
      ruleOf({
        panel: { dashboardUid: "shop-api", panelId: 42, panelKey: "errors" },
      }).annotations,
    ).toMatchObject({ __dashboardUid__: "shop-api", __panelId__: "42" });
  });

  it("writes what a rule says of itself", () => {
    expect(
      ruleOf({
        for: "90s",
        keepFiringFor: "300s",
        noData: "Alerting",
        onError: "KeepLast",
        paused: true,
      }),
    ).toMatchObject({
      for: "1m30s",
      keep_firing_for: "5m",
      no_data_state: "Alerting",
      exec_err_state: "KeepLast",
      is_paused: true,
    });
  });

  it("escapes queries for Terraform", () => {
    const { data } = ruleOf({ expr: 'x{a=~"${b}|%{c}"}' });
    expect(data[0]?.model).toContain("$${b}|%%{c}");
    expect(jsonOf(data[0]?.model)).toMatchObject({ expr: 'x{a=~"${b}|%{c}"}' });
  });

  it("leaves notifications to the routing tree", () => {
    expect(ruleOf({})).not.toHaveProperty("notification_settings");
  });

  it("does not depend on the order of alerts, labels and annotations", () => {
    const first = alert();
    const second = alert({ alert: "Slow", uid: "shop-slow" });
    const turned = {
      ...first,
      labels: Object.fromEntries(Object.entries(first.labels).reverse()),
    };
    expect(synthesize(group(first, second))).toBe(
      synthesize(group(second, turned)),
    );
  });

  it("comes after what it is told, and refers to its folder", () => {
    const json = synthesizedGrafana((stack) => {
      const folder = new Folder(stack, "folder", {
        title: "Shop",
        uid: "shop",
      });
      define(stack, group(alert()), {
        folderUid: folder.uid,
        dependsOn: [folder],
      });
    });
    expect(json).toHaveResourceWithProperties(RuleGroup, {
      folder_uid: "${grafana_folder.folder.uid}",
      depends_on: ["grafana_folder.folder"],
    });
  });

  it("warns of a wait shorter than the interval, and of two alerts of one name", () => {
    const built = define(
      testStack(),
      group(
        alert({ for: "30s" }),
        alert({ uid: "shop-other", condition: { is: ">", value: 1 } }),
      ),
    );
    expect(built.node.metadata.map(({ data }) => data as unknown)).toEqual([
      'group "shop": alert "HighErrorRate" is there twice: notifications group both together',
      'alert "HighErrorRate": it waits for 30s, less than the 1m between two evaluations: it fires at the second one',
    ]);
  });

  test.each<[string, Partial<DeployedAlertGroup>, string]>([
    // prettier-ignore
    ["without name", { name: "" }, `'name' must not be empty, got ""`],
    // prettier-ignore
    ["with a slash in its name", { name: "shop/api" }, `'name' must not contain / or \\, got "shop/api"`],
    // prettier-ignore
    ["with a backslash in its name", { name: "shop\\api" }, `'name' must not contain / or \\, got "shop\\\\api"`],
    // prettier-ignore
    ["with a name of 191 bytes", { name: `${"ü".repeat(95)}x` }, `'name' must be at most 190 bytes, got 191: "${"ü".repeat(30)}"…`],
    // prettier-ignore
    ["every 15s", { interval: "15s" }, `'interval' must be a multiple of 10s above 0, got "15s"`],
    // prettier-ignore
    ["every 0s", { interval: "0s" }, `'interval' must be a multiple of 10s above 0, got "0s"`],
    // prettier-ignore
    ["at an interval without unit", { interval: "60" as "60s" }, `'interval' must be a whole number and one of s, m, h, d, w, got "60"`],
    // prettier-ignore
    ["without alerts", { alerts: [] }, "a group must hold at least one rule, got none"],
    // prettier-ignore
    ["with one uid twice", { alerts: [alert(), alert({ alert: "Slow" })] }, `rules must have different uids, got "shop-high-error-rate" twice`],
  ])("rejects a group %s", (_, changes, problem) => {
    const changed = { ...group(alert()), ...changes };
    expect(() => define(testStack(), changed)).toThrow(
      new Error(`test/shop: group "${changed.name}": ${problem}`),
    );
  });

  const unit = "must be a whole number and one of s, m, h, d, w, got";
  const panel = { dashboardUid: "shop-api", panelId: 1, panelKey: "k" };
  const annotation = (text: string): Partial<DeployedAlert> => ({
    annotations: { text },
  });
  const bad = 'annotation "text" must be a Go template that Grafana expands:';
  test.each<[string, Partial<DeployedAlert>, string]>([
    // prettier-ignore
    ["a uid of 41 characters", { uid: "a".repeat(41) }, `'uid' must be at most 40 letters, digits, - or _, got "${"a".repeat(41)}"`],
    // prettier-ignore
    ["a uid with a dot", { uid: "a.b" }, `'uid' must be at most 40 letters, digits, - or _, got "a.b"`],
    // prettier-ignore
    ["no query", { expr: " " }, `'expr' must not be empty, got " "`],
    ["no team", { team: "" }, `'team' must not be empty, got ""`],
    ["no summary", { summary: "" }, `'summary' must not be empty, got ""`],
    [
      "no description",
      { description: " " },
      `'description' must not be empty, got " "`,
    ],
    // prettier-ignore
    ["logs where there are none", { datasource: "loki" }, `'datasource' must be one that the stack has (prometheus), got "loki"`],
    // prettier-ignore
    ["a database without uid", { datasource: { kind: "postgres", uid: "" } }, `'datasource' must have a uid of at most 40 letters, digits, - or _, got ""`],
    // prettier-ignore
    ["not-a-number to compare with", { condition: { is: ">", value: NaN } }, "'condition' must compare with a finite number, got NaN"],
    // prettier-ignore
    ["infinity to compare with", { condition: { is: "<", value: Infinity } }, "'condition' must compare with a finite number, got Infinity"],
    // prettier-ignore
    ["a wait in years", { for: "1y" as "1d" }, `'for' ${unit} "1y"`],
    // prettier-ignore
    ["a negative wait", { for: "-5m" }, `'for' ${unit} "-5m"`],
    // prettier-ignore
    ["words for a duration", { keepFiringFor: "5 minutes" as "5m" }, `'keepFiringFor' ${unit} "5 minutes"`],
    // prettier-ignore
    ["a lookback with a fraction", { lookback: "0.5d" }, `'lookback' ${unit} "0.5d"`],
    // prettier-ignore
    ["a panel of a dashboard without uid", { panel: { ...panel, dashboardUid: "" } }, `'panel' must be on a dashboard with a uid of at most 40 letters, digits, - or _, got ""`],
    // prettier-ignore
    ["a panel without whole id", { panel: { ...panel, panelId: 1.5 } }, "'panel' must have a whole number above 0 as id, got 1.5"],
    // prettier-ignore
    ["the label alertname", { labels: { alertname: "X" } }, `label "alertname" must be left out, got "X": it comes from the rule's name`],
    // prettier-ignore
    ["a label of Grafana", { labels: { grafana_folder: "X" } }, `label "grafana_folder" must not start with __ or grafana_, which Grafana keeps for itself`],
    // prettier-ignore
    ["a label of the server", { labels: { __alert_rule_uid__: "X" } }, `label "__alert_rule_uid__" must not start with __ or grafana_, which Grafana keeps for itself`],
    // prettier-ignore
    ["a label with a dash", { labels: { "a-b": "X" } }, `label "a-b" must be letters, digits and _, not starting with a digit`],
    // prettier-ignore
    ["the value in a label", { labels: { v: "{{ $value }}" } }, `label "v" must not hold the value of the alert, got "{{ $value }}": every new value would be a new alert; write it in an annotation`],
    // prettier-ignore
    ["a label that is no template", { labels: { v: "{{ if }}" } }, `label "v" must be a Go template: missing value for if at 1:1\n  alert "HighErrorRate": label "v" must be a Go template: {{ if }} without {{ end }} at 1:1`],
    // prettier-ignore
    ["a panel as annotation", { annotations: { __panelId__: "1" } }, `annotation "__panelId__" must be left out, got "1": it comes from 'panel'`],
    // prettier-ignore
    ["a dashboard as annotation", { annotations: { __dashboardUid__: "x" } }, `annotation "__dashboardUid__" must be left out, got "x": it comes from 'panel'`],
    // prettier-ignore
    ["an annotation that is not closed", annotation("{{ $value"), `${bad} unclosed action at 1:1`],
    // prettier-ignore
    ["a query in an annotation", annotation('{{ query "up" | first | value }}'), `${bad} function "query" is not defined at 1:4\n  alert "HighErrorRate": ${bad} function "first" is not defined at 1:17\n  alert "HighErrorRate": ${bad} function "value" is not defined at 1:25`],
    // prettier-ignore
    ["labels of Prometheus itself", annotation("{{ $externalLabels.cluster }}"), `${bad} $externalLabels does not exist in Grafana; write the label or the address out at 1:4`],
    // prettier-ignore
    ["the address of Prometheus", annotation("{{ .ExternalURL }}"), `${bad} .ExternalURL does not exist in Grafana; write the label or the address out at 1:4`],
    // prettier-ignore
    ["the value below a range", annotation("{{ range .Labels }}{{ .Value }}{{ end }}"), `${bad} inside of range and with .Value is not the value of the alert; write $value at 1:23`],
    // prettier-ignore
    ["an unknown variable", annotation("{{ $labls.job }}"), `${bad} undefined variable $labls at 1:4`],
  ])("rejects an alert with %s", (_, changes, problem) => {
    const message = `alert "HighErrorRate": ${problem}`;
    expect(() => define(testStack(), group(alert(changes)))).toThrow(
      new Error(
        message.includes("\n")
          ? `test/shop:\n  ${message}`
          : `test/shop: ${message}`,
      ),
    );
  });

  it("rejects a query with a Terraform template that is not closed", () => {
    const message =
      'test/shop: alert "HighErrorRate": every "${" must be closed by a "}" in the same text, got "${b"';
    expect(() =>
      define(testStack(), group(alert({ expr: "x == ${b" }))),
    ).toThrow(expect.objectContaining({ message }) as Error);
  });

  test.each<
    [string, (stack: TerraformStack) => Partial<AlertRuleGroupProps>, string]
  >([
    // prettier-ignore
    ["a token for a datasource", (stack) => ({ prometheusUid: new Folder(stack, "f", { title: "F" }).uid }), "'prometheusUid' must be a fixed uid of at most 40 letters, digits, - or _, got a token"],
    // prettier-ignore
    ["a name for a datasource", () => ({ lokiUid: "Loki logs" }), `'lokiUid' must be a fixed uid of at most 40 letters, digits, - or _, got "Loki logs"`],
  ])("rejects %s", (_, changes, problem) => {
    const stack = testStack();
    expect(() => define(stack, group(alert()), changes(stack))).toThrow(
      new Error(`test/shop: ${problem}`),
    );
  });

  it("rejects a rule that another group has, which would lose it", () => {
    const stack = testStack();
    define(stack, group(alert()));
    expect(() =>
      define(stack, { ...group(alert()), name: "other" }, {}, "other"),
    ).toThrow(
      new Error(
        'test/other: rule "shop-high-error-rate" must be defined once, got another at test/shop',
      ),
    );
  });

  it("rejects a group that the folder has, and takes it in another folder", () => {
    const stack = testStack();
    const folder = new Folder(stack, "folder", { title: "Shop" });
    define(stack, group(alert()), { folderUid: folder.uid });
    const second = group(alert({ uid: "shop-second", alert: "Second" }));
    expect(() =>
      define(stack, second, { folderUid: folder.uid }, "second"),
    ).toThrow(
      new Error(
        'test/second: rule group of folder ${grafana_folder.folder.uid} "shop" must be defined once, got another at test/shop',
      ),
    );
    const third = group(alert({ uid: "shop-third", alert: "Third" }));
    expect(
      define(stack, third, { folderUid: "elsewhere" }, "third").resource,
    ).toBeInstanceOf(RuleGroup);
  });

  it("rejects two alerts of one name below Grafana 12, in one group and in one folder", () => {
    const stack = testStack();
    const old = { grafanaVersion: 11 };
    const twin = alert({ uid: "shop-twin" });
    expect(() => define(testStack(), group(alert(), twin), old)).toThrow(
      new Error(
        'test/shop: group "shop": alerts must have different names below Grafana 12, got "HighErrorRate" twice',
      ),
    );
    define(stack, group(alert()), old);
    expect(() =>
      define(stack, { ...group(twin), name: "other" }, old, "other"),
    ).toThrow(
      new Error(
        'test/other: title of a rule in folder shop "HighErrorRate" must be defined once, got another at test/shop',
      ),
    );
  });

  it("rejects a group that may be edited beside one that may not", () => {
    const stack = testStack();
    define(stack, group(alert()));
    const other = alert({ uid: "shop-other", alert: "Other" });
    expect(() =>
      define(
        stack,
        { ...group(other), name: "other" },
        { editable: true },
        "other",
      ),
    ).toThrow(
      new Error(
        "test/other: 'editable' must be false as at test/shop, got true: all alerting resources of a stack share it",
      ),
    );
  });
});
