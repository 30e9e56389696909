import { AppsNotificationsInhibitionruleV1Beta1 } from "@cdktf/provider-grafana/lib/apps-notifications-inhibitionrule-v1beta1";
import { InhibitionRules } from "../src/inhibition-rules";
import { is, matches, type InhibitionRule } from "monitoring-as-code";
import { resourcesIn, synthesizedGrafana, testStack } from "./test-stack";

const type = "grafana_apps_notifications_inhibitionrule_v1beta1";
const down: InhibitionRule = {
  name: "shop-down",
  source: [is("system", "shop"), is("alertname", "Down")],
  target: [matches("severity", "warning|info"), is("system", "shop")],
  equal: ["service", "cluster"],
};
const page: InhibitionRule = {
  name: "shop-page",
  source: [is("severity", "critical")],
  target: [is("severity", "warning")],
  equal: ["slo"],
};

function define(
  inhibitions: readonly InhibitionRule[],
  grafanaVersion = 13,
): InhibitionRules {
  return new InhibitionRules(testStack(), "inhibitions", {
    inhibitions,
    grafanaVersion,
  });
}

function synthesize(
  inhibitions: readonly InhibitionRule[],
  grafanaVersion = 13,
): string {
  return synthesizedGrafana((stack) => {
    new InhibitionRules(stack, "inhibitions", { inhibitions, grafanaVersion });
  });
}

describe("InhibitionRules", () => {
  it("defines a rule with its name as uid", () => {
    expect(synthesize([down])).toHaveResourceWithProperties(
      AppsNotificationsInhibitionruleV1Beta1,
      {
        metadata: { uid: "shop-down" },
        spec: {
          source_matchers: [
            { type: "=", label: "alertname", value: "Down" },
            { type: "=", label: "system", value: "shop" },
          ],
          target_matchers: [
            { type: "=~", label: "severity", value: "warning|info" },
            { type: "=", label: "system", value: "shop" },
          ],
          equal: ["cluster", "service"],
        },
      },
    );
    expect(define([down]).leftOut).toEqual([]);
  });

  it("does not depend on the order of rules, matchers and labels", () => {
    const turned: InhibitionRule = {
      ...down,
      source: [...down.source].reverse(),
      target: [...down.target].reverse(),
      equal: [...down.equal].reverse(),
    };
    expect(synthesize([down, page])).toBe(synthesize([page, turned]));
  });

  it("defines nothing below Grafana 13, and says so", () => {
    expect(resourcesIn(synthesize([down], 12), type)).toEqual({});
    const rules = define([page, down], 12);
    expect(rules.leftOut).toEqual(["shop-down", "shop-page"]);
    expect(rules.node.metadata).toEqual([
      expect.objectContaining({
        data: "Grafana 12 has no inhibition rules, so these are left out: shop-down, shop-page; take Grafana 13, or let Alertmanager notify",
      }),
    ]);
  });

  it("says nothing where there is nothing to leave out", () => {
    expect(define([], 12).node.metadata).toEqual([]);
  });

  test.each<[string, readonly InhibitionRule[], string]>([
    // prettier-ignore
    ["two rules of one name", [down, down], 'inhibition "shop-down": the name must be used once, got it 2 times; rename all but one'],
    // prettier-ignore
    ["a name with spaces", [{ ...down, name: "shop down" }], `inhibition "shop down": 'name' must be letters, digits, - or _, got "shop down"`],
    // prettier-ignore
    ["no source", [{ ...down, source: [] }], `inhibition "shop-down": 'source' must have a matcher, got none: every alert would silence others`],
    // prettier-ignore
    ["no target", [{ ...down, target: [] }], `inhibition "shop-down": 'target' must have a matcher, got none: every alert would be silenced`],
    // prettier-ignore
    ["a label twice", [{ ...down, equal: ["a", "a"] }], `inhibition "shop-down": 'equal' must name a label once, got "a" twice`],
    // prettier-ignore
    ["an empty label", [{ ...down, equal: [""] }], `inhibition "shop-down": 'equal' must hold names of labels, got [""]`],
    // prettier-ignore
    ["a source that is no RE2", [{ ...down, source: [matches("a", "(?=x)")] }], "inhibition \"shop-down\" > source: matcher a=~\"(?=x)\" must be a regular expression of RE2: invalid or unsupported Perl syntax: `(?=`; RE2 has no look-ahead or look-behind"],
    // prettier-ignore
    ["quotes in a target", [{ ...down, target: [is("a", '"x"')] }], `inhibition "shop-down" > target: matcher a="\\"x\\"" must not have quotes around its value: leave them out`],
    // prettier-ignore
    ["a rule that silences itself", [{ ...page, target: page.source, equal: [] }], `inhibition "shop-page": 'source' and 'target' must be different alerts, got the same, which do not silence each other; change 'target'`],
  ])("rejects %s, whatever the version", (_, inhibitions, problem) => {
    for (const version of [12, 13])
      expect(() => define(inhibitions, version)).toThrow(
        new Error(`test/inhibitions: ${problem}`),
      );
  });
});
