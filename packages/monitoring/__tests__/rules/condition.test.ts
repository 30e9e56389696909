import fc from "fast-check";
import type { AlertRule } from "../../src/model/alert-rule";
import { conditionExpr } from "../../src/rules/condition";
import { promqlTree } from "../../src/queries/promql/parse";

const above: AlertRule["condition"] = { is: ">", value: 0.05 };

describe("conditionExpr", () => {
  test.each([
    ["a", "a > 0.05"],
    ["-a", "-a > 0.05"],
    ["a + b * c", "a + b * c > 0.05"],
    ["sum by (x) (a) / on (x) b", "sum by (x) (a) / on (x) b > 0.05"],
    ["a offset 5m", "a offset 5m > 0.05"],
    ["(a or b)", "(a or b) > 0.05"],
    ["a or b", "(a or b) > 0.05"],
    ["a and on (x) b", "(a and on (x) b) > 0.05"],
    ["a unless b", "(a unless b) > 0.05"],
    ["a > 1", "(a > 1) > 0.05"],
    ["a == bool 1", "(a == bool 1) > 0.05"],
    ["a # why", "(\na # why\n) > 0.05"],
    ['a{x="#"}', '(\na{x="#"}\n) > 0.05'],
  ])("puts parentheses only where PromQL needs them: %s", (expr, expected) => {
    expect(conditionExpr({ expr, condition: above })).toBe(expected);
  });

  test.each([
    ['sum(rate({a="b"}[5m]))', 'sum(rate({a="b"}[5m])) > 0.05'],
    [
      'sum(rate({a="b"}[5m])) or vector(0)',
      '(sum(rate({a="b"}[5m])) or vector(0)) > 0.05',
    ],
    [
      'sum(rate({a="b"}[5m])) / sum(rate({c="d"}[5m]))',
      'sum(rate({a="b"}[5m])) / sum(rate({c="d"}[5m])) > 0.05',
    ],
  ])("reads LogQL too: %s", (expr, expected) => {
    expect(conditionExpr({ expr, condition: above, datasource: "loki" })).toBe(
      expected,
    );
  });

  test.each([
    [{ is: "<=", value: -1 } as const, "a <= -1"],
    [{ is: "==", value: 1e-7 } as const, "a == 1e-7"],
    [{ is: "!=", value: Infinity } as const, "a != +Inf"],
    [{ is: "<", value: -Infinity } as const, "a < -Inf"],
    [undefined, "a"],
  ])("writes the condition %j", (condition, expected) => {
    expect(conditionExpr({ expr: "a", ...(condition && { condition }) })).toBe(
      expected,
    );
  });

  it("rejects a comparison with NaN", () => {
    expect(() =>
      conditionExpr({ expr: "a", condition: { is: ">", value: NaN } }),
    ).toThrow("a condition must compare with a number, got NaN");
  });

  it("leaves what is wrong with a query to the checks", () => {
    expect(conditionExpr({ expr: "sum(", condition: above })).toMatch(/^sum\(/);
  });

  it("compares the whole query, whatever its operators", () => {
    const operators = fc.constantFrom(
      "+",
      "/",
      "^",
      "%",
      "atan2",
      "==",
      "> bool",
      "and",
      "or",
      "unless",
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(operators, fc.constantFrom("a", "-b", "sum(c)", "2")),
          {
            maxLength: 4,
          },
        ),
        (parts) => {
          const expr = parts.reduce(
            (text, [operator, operand]) => `${text} ${operator} ${operand}`,
            "x",
          );
          const tree = promqlTree(conditionExpr({ expr, condition: above }));
          expect(tree).toMatchObject({
            kind: "binary",
            operator: ">",
            right: { kind: "number", value: 0.05 },
          });
        },
      ),
    );
  });
});
