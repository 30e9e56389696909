import { Slo as GrafanaSloResource } from "@cdktf/provider-grafana/lib/slo";
import { GrafanaSlo, type GrafanaSloProps } from "../src/grafana-slo";
import type { Slo } from "monitoring-as-code";
import { parsePromql } from "monitoring-as-code/queries/promql";
import { onlyResourceIn, synthesizedGrafana, testStack } from "./test-stack";

const availability: Slo = {
  id: "availability",
  title: "Shop answers",
  description: "999 of 1000 requests to the shop are answered",
  service: "api",
  team: "shop",
  objective: 99.9,
  period: "28d",
  sli: {
    kind: "events",
    total: "sum(rate(requests_total[$window]))",
    errors: 'sum(rate(requests_total{status=~"5.."}[$window]))',
  },
};

function props(changes: Partial<GrafanaSloProps>): GrafanaSloProps {
  return {
    slo: availability,
    systemId: "shop",
    prometheusUid: "grafanacloud-prom",
    ...changes,
  };
}

function synthesize(changes: Partial<GrafanaSloProps> = {}): string {
  return synthesizedGrafana((stack) => {
    new GrafanaSlo(stack, "slo", props(changes));
  });
}

function define(slo: Slo): GrafanaSlo {
  return new GrafanaSlo(testStack(), "slo", props({ slo }));
}

function queryOf(changes: Partial<GrafanaSloProps>): string {
  const { query } = onlyResourceIn(synthesize(changes), "grafana_slo");
  const [{ freeform: [{ query: text } = { query: "" }] } = { freeform: [] }] =
    query as readonly {
      readonly freeform: readonly { readonly query: string }[];
    }[];
  return text;
}

describe("GrafanaSlo", () => {
  it("with defaults defines the objective as a fraction over the period", () => {
    expect(synthesize()).toHaveResourceWithProperties(GrafanaSloResource, {
      uuid: "shop-availability",
      name: "Shop answers",
      description: "999 of 1000 requests to the shop are answered",
      destination_datasource: [{ uid: "grafanacloud-prom" }],
      objectives: [{ value: 0.999, window: "28d" }],
      label: [
        { key: "service", value: "api" },
        { key: "slo", value: "availability" },
        { key: "system", value: "shop" },
        { key: "team", value: "shop" },
      ],
    });
  });

  it("pages for fast burns only", () => {
    expect(synthesize()).toHaveResourceWithProperties(GrafanaSloResource, {
      alerting: [
        {
          label: [
            { key: "system", value: "shop" },
            { key: "team", value: "shop" },
          ],
          annotation: [
            { key: "summary", value: "Shop answers: the error budget burns" },
          ],
          fastburn: [{ label: [{ key: "severity", value: "critical" }] }],
          slowburn: [{ label: [{ key: "severity", value: "warning" }] }],
        },
      ],
    });
  });

  it("counts good events, within its system", () => {
    const query = queryOf({});
    const selectors = query.match(/requests_total\{[^}]*\}/g) ?? [];
    expect(query).toMatch(/^1 - \(/);
    expect(selectors.length).toBeGreaterThan(1);
    for (const selector of selectors)
      expect(selector).toContain('system="shop"');
  });

  it("counts good events of every system where it observes all", () => {
    expect(queryOf({ observes: "all" })).not.toContain("system");
  });

  test.each<Slo["sli"]>([
    availability.sli,
    {
      kind: "events",
      total: "sum(rate(a_total[$window]))",
      good: "sum(rate(b_total[$window]))",
    },
    { kind: "latency", histogram: "request_seconds", le: 0.5 },
    { kind: "raw", errorRatio: "avg_over_time(error_ratio[$window])" },
  ])("asks of $kind in PromQL that parses, with Grafana's own range", (sli) => {
    const query = queryOf({ slo: { ...availability, sli } });
    expect(parsePromql(query).problems).toEqual([]);
    expect(query).toContain("[$__rate_interval]");
    expect(query).not.toContain("$window");
  });

  it("does not depend on the order of labels", () => {
    const labels = { tier: "1", area: "web" };
    const turned = { area: "web", tier: "1" };
    expect(synthesize({ slo: { ...availability, labels } })).toBe(
      synthesize({ slo: { ...availability, labels: turned } }),
    );
  });

  it("says what Grafana Cloud does otherwise", () => {
    const slo = { ...availability, tiers: [], minimumRequests: 100 };
    expect(
      define(slo).node.metadata.map(({ data }) => data as unknown),
    ).toEqual([
      'SLO "availability": it has tiers of its own, which Grafana Cloud replaces by its fixed ones',
      'SLO "availability": it wants 100 requests in the long window before it alerts, which Grafana Cloud cannot',
    ]);
  });

  test.each<[string, Partial<Slo>, string]>([
    // prettier-ignore
    ["100 percent", { objective: 100 }, "'objective' must be a percentage above 0 and below 100, got 100"],
    // prettier-ignore
    ["0 percent", { objective: 0 }, "'objective' must be a percentage above 0 and below 100, got 0"],
    // prettier-ignore
    ["no number", { objective: NaN }, "'objective' must be a percentage above 0 and below 100, got NaN"],
    // prettier-ignore
    ["a period of hours", { period: "36h" }, `'period' must be a whole number of days or weeks, got "36h"`],
    // prettier-ignore
    ["no title", { title: "" }, `'title' must not be empty, got ""`],
    // prettier-ignore
    ["a title of 129 characters", { title: "x".repeat(129) }, "'title' must be at most 128 characters, got 129"],
    // prettier-ignore
    ["no description", { description: " " }, `'description' must not be empty, got " "`],
    // prettier-ignore
    ["a description of 1025 characters", { description: "x".repeat(1025) }, "'description' must be at most 1024 characters, got 1025"],
    // prettier-ignore
    ["an id with a dot", { id: "a.b" }, `'id' must be at most 40 letters, digits, - or _, got "a.b"`],
    // prettier-ignore
    ["a label with a dash", { labels: { "a-b": "x" } }, `label "a-b" must be letters, digits and _, not starting with a digit`],
  ])("rejects %s", (_, changes, problem) => {
    const changed = { ...availability, ...changes };
    expect(() => define(changed)).toThrow(
      new Error(`test/slo: SLO "${changed.id}": ${problem}`),
    );
  });

  it("rejects a second SLO of the same id", () => {
    const stack = testStack();
    new GrafanaSlo(stack, "first", props({}));
    expect(() => new GrafanaSlo(stack, "second", props({}))).toThrow(
      new Error(
        'test/second: SLO "shop-availability" must be defined once, got another at test/first',
      ),
    );
  });
});
