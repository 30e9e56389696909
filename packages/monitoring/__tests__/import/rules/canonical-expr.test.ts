import { canonicalExpr } from "../../../src/import/rules/canonical-expr";

describe("canonicalExpr", () => {
  test.each([
    ["(a) + ((b))", "a+b"],
    ["sum(a) by (x, y)", "sum by (y,x) (a)"],
    ["a{x='1', y=\"2\"}", 'a{y="2",x=`1`}'],
    ['{__name__="a", x="1"}', 'a{x="1"}'],
    ["rate(a[60s])", "rate(a[1m]) # comment"],
    ["a > 1e3", "a > 1000"],
    ["a[5m:] offset 1h", "a[5m:] offset 60m"],
    ["a AND on (x) b", "a and on(x) b"],
  ])("%s asks for the same as %s", (one, other) => {
    expect(canonicalExpr(one, "promql")).toBe(canonicalExpr(other, "promql"));
  });

  test.each([
    ["a + b", "b + a"],
    ["a - (b - c)", "a - b - c"],
    ["sum by (x) (a)", "sum without (x) (a)"],
    ["sum(a)", "sum by () (a)"],
    ['a{x="1"}', 'a{x=~"1"}'],
    ["rate(a[5m])", "rate(a[1m])"],
    ["a > 1", "a > bool 1"],
    ["a > 1", "a > 2"],
    ["a offset 1h", "a offset -1h"],
    ["a @ 1", "a @ 2"],
    ["a[5m:1m]", "a[5m:2m]"],
    ["a * on (x) b", "a * ignoring (x) b"],
    ["a * on (x) group_left (y) b", "a * on (x) group_left (z) b"],
    ["a * on (x) group_left b", "a * on (x) group_right b"],
    [
      'label_replace(a, "x", "$1", "y", "z")',
      'label_replace(a, "x", "$1", "y", "w")',
    ],
    ["-a", "+a"],
    ["a / +Inf", "a / -Inf"],
  ])("%s asks for something else than %s", (one, other) => {
    expect(canonicalExpr(one, "promql")).not.toBe(
      canonicalExpr(other, "promql"),
    );
  });

  test("of LogQL leaves blanks and comments out, and nothing else", () => {
    const query = 'sum(rate({a="b"} |= "c d"[5m]))>1';
    expect(canonicalExpr(query, "logql")).toBe(
      canonicalExpr('sum( rate({a="b"}  |= "c d" [5m]) ) # x\n > 1', "logql"),
    );
    expect(canonicalExpr(query, "logql")).not.toBe(
      canonicalExpr(query.replace("c d", "c  d"), "logql"),
    );
  });

  test("rejects a query that does not parse", () => {
    expect(() => canonicalExpr("sum(", "promql")).toThrow();
  });
});
