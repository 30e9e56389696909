import fc from "fast-check";
import { parsePromql } from "../../../src/queries/promql/parse";
import { scopeToSystem } from "../../../src/queries/promql/scope";
import { selectorsOf } from "../../../src/queries/promql/selectors";
import { runs } from "../../property-runs";
import { query } from "./arbitrary-query";

const matcher = { label: "system", value: "shop" };
const scoped = (expr: string): string => scopeToSystem(expr, matcher);

describe("scopeToSystem", () => {
  test.each([
    ["a bare name", "up", 'up{system="shop"}'],
    ["empty braces", "up{}", 'up{system="shop"}'],
    [
      "braces with a comment only",
      "up{ # none\n}",
      'up{system="shop" # none\n}',
    ],
    ["a label list", 'up{job="a"}', 'up{system="shop",job="a"}'],
    ["a trailing comma", 'up{job="a",}', 'up{system="shop",job="a",}'],
    [
      "a name inside the braces",
      '{__name__="up"}',
      '{system="shop",__name__="up"}',
    ],
    ["a quoted name", '{"my.up"}', '{system="shop","my.up"}'],
    ["a range", "rate(up[5m])", 'rate(up{system="shop"}[5m])'],
    [
      "an offset and @",
      "up offset 5m @ end()",
      'up{system="shop"} offset 5m @ end()',
    ],
    [
      "a subquery",
      "max_over_time(rate(a[5m])[1h:])",
      'max_over_time(rate(a{system="shop"}[5m])[1h:])',
    ],
    ["absent", 'absent(up{job="a"})', 'absent(up{system="shop",job="a"})'],
    [
      "both sides of an operator",
      "a / b",
      'a{system="shop"} / b{system="shop"}',
    ],
    [
      "the selector of info()",
      'info(a, {v=~".+"})',
      'info(a{system="shop"}, {system="shop",v=~".+"})',
    ],
    [
      "metrics named like keywords",
      "sum(by) + sum",
      'sum(by{system="shop"}) + sum{system="shop"}',
    ],
    [
      "Grafana variables",
      'rate(${m}_total{a="$b"}[$__rate_interval]) > $t',
      'rate(${m}_total{system="shop",a="$b"}[$__rate_interval]) > $t',
    ],
    [
      "variables that hold matchers",
      "up{$f} + up{$filters}",
      'up{system="shop",$f} + up{system="shop",$filters}',
    ],
    ["numbers with a trailing dot", "up / 5.", 'up{system="shop"} / 5.'],
  ])("scopes %s", (_, expr, expected) => {
    expect(scoped(expr)).toBe(expected);
  });

  test("leaves label lists, functions, strings and numbers alone", () => {
    for (const expr of [
      "time() - 5m",
      "vector(1)",
      '"up"',
      "scalar(vector(1)) > bool 2",
    ]) {
      expect(scoped(expr)).toBe(expr);
    }
  });

  test("leaves a selector alone that already carries the matcher", () => {
    expect(scoped('a{system="shop"} + b{job="x", "system"=\'shop\'}')).toBe(
      'a{system="shop"} + b{job="x", "system"=\'shop\'}',
    );
  });

  test("escapes the value and quotes a label that is not an identifier", () => {
    expect(scopeToSystem("up", { label: "my.system", value: 'a"b\\' })).toBe(
      'up{"my.system"="a\\"b\\\\"}',
    );
  });

  test.each([
    [
      "another value",
      'up{system="bank"}',
      'line 1, column 4: the selector already has the matcher system="bank"',
    ],
    [
      "a pattern",
      'up{system=~"shop"}',
      'the selector already has the matcher system=~"shop"',
    ],
    [
      "a negation, in the third line",
      'sum(\n  a\n  / b{x="y",system!="shop"})',
      "line 3, column 13: the selector already has",
    ],
  ])("rejects %s", (_, expr, message) => {
    expect(() => scoped(expr)).toThrow(message);
  });

  test.each(["sum(up", "a ? b", 'up{job="a}', ""])(
    "leaves what does not parse as it is: %s",
    (expr) => {
      expect(scoped(expr)).toBe(expr);
    },
  );

  test("is idempotent, reaches every selector and changes nothing else", () => {
    fc.assert(
      fc.property(query, (expr) => {
        fc.pre(parsePromql(expr).problems.length === 0);
        const once = scoped(expr);
        expect(scoped(once)).toBe(once);
        const before = selectorsOf(expr);
        const after = selectorsOf(once);
        expect(after).toHaveLength(before.length);
        after.forEach(({ metric, matchers, range }, i) => {
          expect(
            matchers.filter(({ label }) => label === "system"),
          ).toMatchObject([{ match: "=", value: "shop" }]);
          expect({ metric, range }).toEqual({
            metric: before[i]?.metric,
            range: before[i]?.range,
          });
        });
        const removed = once
          .replace(/\{system="shop"\}/g, "")
          .replace(/system="shop",?/g, "");
        expect(removed.replace(/\{\s*\}/g, "")).toBe(
          expr.replace(/\{\s*\}/g, ""),
        );
      }),
      { numRuns: runs(500) },
    );
  });

  test("generates mostly queries that parse, so that the law above is tested", () => {
    const samples = fc.sample(query, 300);
    const parsing = samples.filter(
      (expr) => parsePromql(expr).problems.length === 0,
    );
    expect(parsing.length).toBeGreaterThan(290);
  });
});
