import type { Sli, Slo } from "../../src/model/slo";
import { scopeToSystem } from "../../src/queries/promql/scope";
import { expandSlo, type SloContext } from "../../src/slo/expand";

const scope = { label: "system", value: "shop" };
const context: SloContext = {
  systemId: "shop",
  scrapeInterval: "30s",
  retention: "60d",
};

const slo = (sli: Sli): Slo => ({
  id: "api",
  title: "API",
  description: "The API answers",
  service: "api",
  team: "backend",
  objective: 99.9,
  period: "30d",
  minimumRequests: sli.kind === "raw" ? 0 : 100,
  sli,
});

const total = 'sum(rate(requests_total{job="api"}[$window]))';

test.each<readonly [string, Sli]>([
  [
    "events and errors",
    {
      kind: "events",
      total,
      errors: 'sum(rate(requests_total{job="api",code=~"5.."}[$window]))',
    },
  ],
  [
    "events and successes",
    {
      kind: "events",
      total,
      good: 'sum(rate(requests_total{code!~"5.."}[$window]) * 1)',
    },
  ],
  ["a histogram", { kind: "latency", histogram: "latency_seconds", le: 1 }],
  [
    "a histogram with a selector",
    {
      kind: "latency",
      histogram: "latency_seconds",
      le: 0.25,
      selector: 'job="api",',
    },
  ],
  [
    "a ratio",
    {
      kind: "raw",
      errorRatio: "1 - avg(avg_over_time(probe_success[$window]))",
    },
  ],
])(
  "rules of %s are the same whether the SLO is scoped before or each rule after",
  (_, sli) => {
    const after = expandSlo(slo(sli), context);
    const before = expandSlo(slo(sli), { ...context, scope });
    const scoped = <Rule extends { readonly expr: string }>(
      rule: Rule,
    ): Rule => ({
      ...rule,
      expr: scopeToSystem(rule.expr, scope),
    });
    expect(before).toEqual({
      ...after,
      recordings: after.recordings.map((group) => ({
        ...group,
        recordings: group.recordings.map(scoped),
      })),
      alerts: after.alerts.map((group) => ({
        ...group,
        alerts: group.alerts.map(scoped),
      })),
    });
  },
);

test("rejects an SLO whose query names another system, and says which", () => {
  const other: Sli = {
    kind: "raw",
    errorRatio: 'avg(avg_over_time(x{system="bank"}[$window]))',
  };
  expect(() => expandSlo(slo(other), { ...context, scope })).toThrow(
    'system "shop", SLO "api": line 1, column 21: the selector already has the matcher system="bank"',
  );
});
