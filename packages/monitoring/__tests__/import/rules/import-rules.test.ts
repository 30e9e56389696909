import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sampleProject as root } from "../../in-sample-project";
import { findProject } from "../../../src/project/load-project";
import { evaluateSource } from "../../../src/import/evaluate-source";
import {
  importRules,
  type RulesImport,
} from "../../../src/import/rules/import-rules";
import type { RuleGroups } from "../../../src/import/rules/imported-groups";
import type { RulesImportOptions } from "../../../src/import/rules/import-options";
import {
  exportedAlerts,
  exportedRecordings,
} from "../../../src/import/rules/rule-source";
import { rulesRoundTrip } from "../../../src/import/rules/rules-round-trip";
import { ruleFiles } from "../../../src/outputs/prometheus/rule-files";
import { oneOfEachKind } from "../../property-runs";
import { environmentWith } from "../../environment-fixture";

const files = join(__dirname, "files");
const file = (name: string): string => readFileSync(join(files, name), "utf8");

const shop: RulesImportOptions = {
  system: "shop",
  name: "imported",
  environment: environmentWith(),
  severities: {
    "": "warning",
    none: "info",
    page: "critical",
    ticket: "warning",
  },
};

/** What the written files export, as the command evaluates them. */
async function written(
  { files: sources }: RulesImport,
  options: RulesImportOptions,
): Promise<RuleGroups> {
  const of = async ({
    path,
    constant,
  }: {
    path: string;
    constant: string;
  }): Promise<unknown> =>
    sources.some((source) => source.path === path)
      ? (await evaluateSource(sources, path, root))[constant]
      : [];
  return {
    alertGroups: await of(exportedAlerts(options)),
    recordingGroups: await of(exportedRecordings(options)),
  } as RuleGroups;
}

/** Every item with the number of its places, `what: why` shortened to what. */
function listedIn({ unexpressed }: RulesImport): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { what } of unexpressed) counts[what] = (counts[what] ?? 0) + 1;
  return counts;
}

describe("rule files of a project", () => {
  const cases = findProject().content.environments.flatMap(({ name }) => {
    const deployment = findProject().deployment(name);
    return ruleFiles(deployment).map(
      ({ path, content }) => [name, path, content, deployment] as const,
    );
  });
  // Every file of the environment that has most in it; the others have nearly the same.
  const tried = oneOfEachKind(cases, ([name, path]) =>
    name === "prod" ? `${name} ${path}` : `${name} ${dirname(path)}`,
  );

  test.each(tried)(
    "%s: %s comes back as it was",
    async (_, path, text, deployment) => {
      const { environment, systems } = deployment;
      const system = /([^/]+)\.yml$/.exec(path)?.[1] ?? "";
      const observes = systems.find(({ id }) => id === system)?.source.observes;
      const options: RulesImportOptions = {
        system,
        name: "imported",
        environment,
        ...(observes === undefined ? {} : { observes }),
      };
      const result = importRules(text, options);
      const groups = await written(result, options);
      expect(groups).toEqual(result.groups);
      expect(rulesRoundTrip(groups, text, options, result.unexpressed)).toEqual(
        [],
      );
      expect(result.toComplete).toEqual([]);
      // Nothing but the source holds an alert that the file only mentions.
      const mentioned = text
        .split("\n")
        .filter((line) => /^\s*# (paused|omitted): /.test(line))
        .map((line) => line.trim())
        .sort();
      expect(
        result.unexpressed.flatMap(({ what }) => what.split("\n")).sort(),
      ).toEqual(mentioned);
    },
  );

  test("are all there is", () => {
    expect(cases.length).toBeGreaterThanOrEqual(6);
  });
});

describe("rule files of other tools", () => {
  test.each(readdirSync(files))(
    "%s comes back but for what is listed",
    async (name) => {
      const text = file(name);
      const result = importRules(text, shop);
      const groups = await written(result, shop);
      expect(groups).toEqual(result.groups);
      expect(
        rulesRoundTrip(groups, text, shop, [
          ...result.unexpressed,
          ...result.toComplete,
        ]),
      ).toEqual([]);
    },
  );

  test.each([
    ["host-collection.yml", 4, 0],
    ["kubernetes-resource.yml", 3, 1],
    ["loki-ruler.yml", 2, 0],
    ["mimir-namespaces.yml", 1, 2],
    ["objective-generator.yml", 2, 5],
    ["prometheus-2017.yml", 3, 0],
    ["prometheus-3.yml", 2, 0],
    ["thanos-rule.yaml", 3, 0],
  ])("%s gives %i alerts and %i recordings", (name, alerts, recordings) => {
    const { groups } = importRules(file(name), shop);
    expect(groups.alertGroups.flatMap((group) => group.alerts)).toHaveLength(
      alerts,
    );
    expect(
      groups.recordingGroups.flatMap((group) => group.recordings),
    ).toHaveLength(recordings);
  });

  test("lists what is wrapped around the groups, and what a group of both kinds becomes", () => {
    const result = importRules(file("kubernetes-resource.yml"), shop);
    expect(result.unexpressed.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "apiVersion",
        "kind",
        "metadata",
        'groups["queue-workers.rules"].name',
      ]),
    );
    expect(result.groups.recordingGroups.map((group) => group.name)).toEqual([
      "queue-workers.rules-recordings",
    ]);
  });

  test("lists fields of a group that the model does not have", () => {
    expect(
      listedIn(importRules(file("mimir-namespaces.yml"), shop)),
    ).toMatchObject({
      'limit: "20"': 1,
      'query_offset: "1m30s"': 1,
      'source_tenants: ["billing","payments"]': 1,
      'align_evaluation_time_on_interval: "true"': 1,
    });
  });

  test("leaves out an alert that reads another system, and says where it belongs", () => {
    const { unexpressed } = importRules(file("prometheus-3.yml"), shop);
    expect(
      unexpressed.find(({ what }) => what === "alert SearchOfOthersSlow")?.why,
    ).toContain('import it into a system with observes: "all"');
  });

  test("invents no team, summary, description or runbook: what is missing is to be completed", () => {
    const { groups, toComplete } = importRules(
      file("host-collection.yml"),
      shop,
    );
    expect(
      groups.alertGroups[0]?.alerts.map((alert) => [
        alert.team,
        alert.summary === "",
        alert.description === "",
      ]),
    ).toEqual([
      ["", false, false],
      ["", false, false],
      ["", false, true],
      ["", true, false],
    ]);
    expect(new Set(toComplete.map(({ what }) => what))).toEqual(
      new Set([
        "alert without runbook",
        "alert without team",
        "alert without description",
        "alert without summary",
        'alert "Host clock skew"',
      ]),
    );
  });

  test("says what synthesis would refuse", () => {
    const { toComplete } = importRules(file("objective-generator.yml"), shop);
    expect(toComplete.map(({ what }) => what)).toContain(
      "two rules with the uid shop-checkout-high-error-rate",
    );
  });
});

describe("importRules", () => {
  const alert = (fields: string): string =>
    `groups:\n  - name: a\n    rules:\n      - alert: A\n        labels: { severity: warning, team: t }\n        annotations: { summary: s, description: d }\n${fields}`;

  test.each([
    ["up == 0", "up", { is: "==", value: 0 }],
    ["(a or b) > 0.5", "a or b", { is: ">", value: 0.5 }],
    ["(a / b) > -2", "a / b", { is: ">", value: -2 }],
    ["a > 1e3", "a", { is: ">", value: 1000 }],
    ["a > bool 1", "a > bool 1", undefined],
    ["1 < a", "1 < a", undefined],
    ["a > 5 * 60", "a > 5 * 60", undefined],
    ["a > on () b", "a > on () b", undefined],
    ["a > 1 and b > 2", "a > 1 and b > 2", undefined],
    ["a > +Inf", "a > +Inf", undefined],
    ["absent(a)", "absent(a)", undefined],
    ['a{system="shop"} > 1', "a", { is: ">", value: 1 }],
    ['a{system="shop",b="c"} < 1', 'a{b="c"}', { is: "<", value: 1 }],
    ['a{b="c", system="shop"} < 1', 'a{b="c"}', { is: "<", value: 1 }],
    ['a{b="c", system="shop",} < 1', 'a{b="c",}', { is: "<", value: 1 }],
    ['{system="shop"} > 1', '{system="shop"}', { is: ">", value: 1 }],
    ['a{system="shop"} > b', 'a{system="shop"} > b', undefined],
  ])("%s becomes %s with the condition %j", (expr, query, condition) => {
    const text = alert(`        expr: '${expr}'`);
    const result = importRules(text, shop);
    const [rule] = result.groups.alertGroups[0]?.alerts ?? [];
    expect(rule?.expr).toBe(query);
    expect(rule?.condition).toEqual(condition);
    expect(
      rulesRoundTrip(result.groups, text, shop, [
        ...result.unexpressed,
        ...result.toComplete,
      ]),
    ).toEqual([]);
  });

  test("takes the system's matcher for granted only where it is taken off again", () => {
    const text = alert(`        expr: 'a{system="shop"} > 1'`);
    const all: RulesImportOptions = { ...shop, observes: "all" };
    const result = importRules(text, all);
    expect(result.groups.alertGroups[0]?.alerts[0]?.expr).toBe(
      'a{system="shop"}',
    );
  });

  test("shares the team of all alerts in one constant", () => {
    const { files: sources } = importRules(file("loki-ruler.yml"), shop);
    expect(sources[0]?.content).toContain('const team = "edge";');
  });

  test("writes one file per group where one file would be too long", () => {
    const rule = (index: number): string =>
      `      - { record: "a:b:sum${index}", expr: sum(b) }\n`;
    const group = (name: string): string =>
      `  - name: ${name}\n    rules:\n${Array.from({ length: 40 }, (_, index) => rule(index)).join("")}`;
    const { files: sources } = importRules(
      `groups:\n${group("one-recordings")}${group("two/2")}`,
      shop,
    );
    expect(sources.map(({ path }) => path)).toEqual([
      "systems/shop/imported-one-recordings.ts",
      "systems/shop/imported-two-2-recordings.ts",
      "systems/shop/imported-recordings.ts",
    ]);
  });

  test("gives teams and severities that its user says, and says that they are the user's", () => {
    const text = `groups: [{ name: a, rules: [{ alert: A, expr: a > 1, annotations: { summary: s, description: d } }] }]`;
    const options: RulesImportOptions = { ...shop, team: "sre" };
    const { groups, unexpressed } = importRules(text, options);
    expect(groups.alertGroups[0]?.alerts[0]).toMatchObject({
      team: "sre",
      severity: "warning",
    });
    expect(unexpressed.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'groups["a"].rules[0].labels.team',
        'groups["a"].rules[0].labels.severity',
      ]),
    );
  });

  const rule = (text: string): string =>
    `groups:\n  - name: a\n    rules:\n      - ${text}\n`;

  test.each([
    ["text that is no YAML", "groups: [", "the file must be YAML: "],
    [
      "an empty file",
      "",
      "rule file: file: must be a rule file of Prometheus, Thanos, Mimir or Loki: groups of rules, a map from namespace to groups, or a PrometheusRule, got nothing",
    ],
    ["a list", "- a\n- b", "got a list"],
    ["another file", "scrape_configs: []", "got a map with scrape_configs"],
    [
      "rules of Prometheus 1",
      "ALERT Down IF up == 0 FOR 5m",
      "got rules of Prometheus 1, which Prometheus 2 can turn into YAML",
    ],
    [
      "rules of Grafana",
      "apiVersion: 1\ngroups: [{ orgId: 1, name: a, folder: f, rules: [] }]",
      "groups: these are rules of Grafana",
    ],
    [
      "another resource",
      "kind: ConfigMap\ndata: {}",
      'must be a PrometheusRule, VMRule, AlertingRule with spec.groups, got kind "ConfigMap"',
    ],
    [
      "groups that are no list",
      "groups: 5",
      'groups: must be a list of groups, got "5"',
    ],
    [
      "a group without name",
      "groups: [{ rules: [] }]",
      "groups[0].name: must be the name of the group, got nothing",
    ],
    [
      "two groups of one name",
      "groups: [{ name: a, rules: [] }, { name: a, rules: [] }]",
      'groups["a"]: a name must belong to one group of the file, got two',
    ],
    [
      "a rule that is text",
      rule("up"),
      'groups["a"].rules[0]: must be a rule, got "up"',
    ],
    [
      "an alert that is a recording",
      rule("{ alert: A, record: b, expr: up }"),
      'groups["a"].rules[0]: must be an alert or a recording, got both: alert "A" and record "b"',
    ],
    [
      "a rule that is neither",
      rule("{ expr: up }"),
      'groups["a"].rules[0]: must be an alert or a recording, got neither: expr',
    ],
    [
      "an alert without query",
      rule("{ alert: A, labels: { severity: info } }"),
      'groups["a"].rules[0].expr: must be a query, got nothing',
    ],
    [
      "a query that does not parse",
      rule("{ record: b, expr: sum(up }"),
      'groups["a"].rules[0].expr: must be PromQL: ',
    ],
    [
      "a variable of Grafana",
      rule("{ record: b, expr: 'rate(a[$__rate_interval])' }"),
      'groups["a"].rules[0].expr: must be a query without variables of Grafana, got "rate(a[$__rate_interval])"',
    ],
    [
      "a bad duration",
      rule(
        "{ alert: A, expr: up, for: 5 minutes, labels: { severity: info } }",
      ),
      'groups["a"].rules[0].for: must be a duration such as "5m" or "1h30m", got "5 minutes"',
    ],
    [
      "a bad interval",
      "groups: [{ name: a, interval: often, rules: [] }]",
      'groups["a"].interval: must be a duration such as "5m" or "1h30m", got "often"',
    ],
    [
      "labels that are a list",
      rule("{ record: b, expr: up, labels: [c] }"),
      'groups["a"].rules[0].labels: must be a map of texts, got ["c"]',
    ],
    [
      "a label that is a map",
      rule("{ record: b, expr: up, labels: { c: { d: e } } }"),
      'groups["a"].rules[0].labels.c: must be text, got {"d":"e"}',
    ],
    [
      "a recording with annotations",
      rule("{ record: b, expr: up, annotations: { c: d } }"),
      'groups["a"].rules[0].annotations: only an alert can have it, got a recording rule',
    ],
    [
      "a severity that means nothing here",
      rule("{ alert: A, expr: up, labels: { severity: urgent } }"),
      'groups["a"].rules[0].labels.severity: must be critical, warning, info, got "urgent"; say what it stands for, such as --severity urgent=warning',
    ],
  ])("rejects %s", (_, text, message) => {
    expect(() => importRules(text, shop)).toThrow(message);
  });

  test("rejects everything that is wrong in one message", () => {
    expect(() =>
      importRules(
        rule(
          "{ alert: A, record: b, expr: up }\n      - { record: c, expr: 'sum(' }",
        ),
        shop,
      ),
    ).toThrow(
      /^rule file:\n- groups\["a"\].rules\[0\]: .*\n- groups\["a"\].rules\[1\].expr: /,
    );
  });
});
