import fc from "fast-check";
import { alertNodes, type RuleNode } from "../../src/rules/grafana-query";
import type { Condition } from "../../src/model/alert-rule";
import { runs } from "../property-runs";

/** What Grafana's math makes of one sample: comparisons with NaN are NaN, `is_number` is always 0 or 1. */
function math(expression: string, value: number): number {
  const call = /^is_number\(\$A\) >= (\S+)$/.exec(expression);
  if (call !== null)
    return (Number.isFinite(value) ? 1 : 0) >= Number(call[1]) ? 1 : 0;
  const [, operator, text] = /^\$A (\S+) (\S+)$/.exec(expression) ?? [];
  const other = Number(text);
  if (Number.isNaN(value) || Number.isNaN(other)) return NaN;
  return compare(value, operator as Condition["is"], other) ? 1 : 0;
}

function compare(
  value: number,
  operator: Condition["is"],
  other: number,
): boolean {
  switch (operator) {
    case ">":
      return value > other;
    case ">=":
      return value >= other;
    case "<":
      return value < other;
    case "<=":
      return value <= other;
    case "==":
      return value === other;
    case "!=":
      return value !== other;
  }
}

interface Threshold {
  readonly expression: string;
  readonly conditions: readonly {
    readonly evaluator: {
      readonly type: "gt" | "lt";
      readonly params: readonly [number];
    };
  }[];
}

/** Whether Grafana fires for a series of this value: the condition is anything but 0. */
function firesInGrafana(nodes: readonly RuleNode[], value: number): boolean {
  const values = new Map([["A", value]]);
  for (const { refId, model } of nodes.slice(1)) {
    if (model.type === "math") {
      values.set(refId, math(String(model.expression), value));
      continue;
    }
    const { expression, conditions } = model as unknown as Threshold;
    const input = values.get(expression) ?? NaN;
    const [{ evaluator }] = conditions as [Threshold["conditions"][number]];
    const [limit] = evaluator.params;
    const exceeds = evaluator.type === "gt" ? input > limit : input < limit;
    values.set(refId, exceeds ? 1 : 0);
  }
  return values.get("C") !== 0;
}

const samples = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, NaN, Infinity, -Infinity),
  fc.double(),
);
const limits = fc.oneof(
  fc.constantFrom(0, 1, -1),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const operators = fc.constantFrom<Condition["is"]>(
  ">",
  ">=",
  "<",
  "<=",
  "==",
  "!=",
);

describe(alertNodes, () => {
  it("fires for exactly those samples for which a comparison in PromQL is true", () => {
    fc.assert(
      fc.property(samples, operators, limits, (sample, is, value) => {
        const nodes = alertNodes(
          { expr: "x", condition: { is, value } },
          { prometheus: "p" },
        );
        expect(firesInGrafana(nodes, sample)).toBe(compare(sample, is, value));
      }),
      { numRuns: runs(1000) },
    );
  });

  it("fires for every sample where there is no condition", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const nodes = alertNodes({ expr: "x" }, { prometheus: "p" });
        expect(firesInGrafana(nodes, sample)).toBe(true);
      }),
    );
  });

  it("never joins two sets of series, which Grafana pairs where labels include one another's", () => {
    for (const is of [">", ">=", "<", "<=", "==", "!="] as const)
      for (const { model } of alertNodes(
        { expr: "x", condition: { is, value: 1 } },
        { prometheus: "p" },
      ).slice(1))
        expect(String(model.expression).match(/\$?[AB]/g)).toHaveLength(1);
  });

  it("asks a database in SQL, over the time that the rule looks back", () => {
    const [query, condition, ...more] = alertNodes(
      {
        expr: "SELECT avg(score) FROM ratings\n",
        datasource: { kind: "postgres", uid: "ratings" },
        condition: { is: "<", value: 4 },
        lookback: "1d",
      },
      {},
    );
    expect(query).toEqual({
      refId: "A",
      datasourceUid: "ratings",
      rangeSeconds: 86_400,
      model: {
        datasource: { type: "grafana-postgresql-datasource", uid: "ratings" },
        editorMode: "code",
        format: "table",
        rawQuery: true,
        rawSql: "SELECT avg(score) FROM ratings",
        refId: "A",
      },
    });
    expect(condition?.model).toMatchObject({ type: "threshold" });
    expect(more).toEqual([]);
  });

  it("gives each node a name of its own, and leaves out what the provider drops", () => {
    for (const datasource of ["prometheus", "loki"] as const) {
      const nodes = alertNodes(
        { expr: " x ", datasource, condition: { is: ">=", value: 1 } },
        { prometheus: "p", loki: "l" },
      );
      expect(nodes.map(({ refId }) => refId)).toEqual(["A", "B", "C"]);
      for (const { model, queryType } of nodes) {
        expect(model).not.toHaveProperty("intervalMs");
        expect(model).not.toHaveProperty("maxDataPoints");
        expect(model.queryType).toBe(queryType);
      }
      expect(nodes[0]?.model.expr).toBe("x");
    }
  });
});
