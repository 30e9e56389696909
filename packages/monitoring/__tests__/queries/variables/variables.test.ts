import fc from "fast-check";
import { parsePromql } from "../../../src/queries/promql/parse";
import { substituteVariables } from "../../../src/queries/variables/variables";
import { runs } from "../../property-runs";

const textOf = (expr: string): string => substituteVariables(expr).text;

describe("substituteVariables", () => {
  test.each([
    ["a range", "rate(x[$__rate_interval])", "rate(x[000000000000005m])"],
    ["a range and a step", "x[${r}:$s]", "x[005m:5m]"],
    ["a range in double brackets", "rate(x[[[r]]])", "rate(x[0005m])"],
    ["the digits of a range", "rate(x[${n}s])", "rate(x[0001s])"],
    ["an offset", "x offset $o + x offset -$o", "x offset 5m + x offset -5m"],
    ["the parameter of an aggregation", "topk($k, x)", "topk(01, x)"],
    [
      "the parameter after by",
      "quantile by (a) ($q, x)",
      "quantile by (a) (01, x)",
    ],
    [
      "a function's number",
      "clamp_max(x, $m) + vector($v)",
      "clamp_max(x, 01) + vector(01)",
    ],
    ["a threshold", "x > $t", "x > 01"],
    ["a threshold after bool", "x > bool ${t}", "x > bool 0001"],
    ["a factor", "x * $__interval_ms", "x * 00000000000001"],
    ["a label list", "sum by ($g, b) (x)", "sum by (xx, b) (x)"],
    ["a label in braces", 'x{$l="a"}', 'x{xx="a"}'],
    ["a whole matcher", "x{$filters}", 'x{x="xxxx"}'],
    ["a metric", "sum($metric)", "sum(xxxxxxx)"],
    ["a metric with braces", "1 - $m{a='b'}", "1 - xx{a='b'}"],
    ["part of a name", "foo_${x}_total", "foo_xxxx_total"],
    ["the start of a name", "${x}_total / ${y}:rate", "xxxx_total / xxxx:rate"],
    ["a function", "$fun(x)", "sum (x)"],
    ["a range function", "$func(x[5m])", "rate (x[5m])"],
    ["an aggregation", "$agg by (a) (x)", "sum  by (a) (x)"],
    ["an operator", "x $op 5", "x >   5"],
    ["a string", "count_values($lab, x)", 'count_values("xx", x)'],
    [
      "text in quotes",
      `x{a=~"\${b:regex}|$c", d='[[e]]'}`,
      `x{a=~"xxxxxxxxxx|xx", d='xxxxx'}`,
    ],
    [
      "a field with a format",
      "rate(x[${a.text:raw}])",
      "rate(x[000000000005m])",
    ],
  ])("fits the filler to %s", (_, expr, expected) => {
    expect(textOf(expr)).toBe(expected);
    expect(parsePromql(expr).problems).toEqual([]);
  });

  test("reports name, format, place and position of each use", () => {
    expect(
      substituteVariables('rate(x{a="${b:regex}"}[$w]) > [[t]]').variables,
    ).toEqual([
      { name: "b", format: "regex", place: "string-content", from: 10, to: 20 },
      { name: "w", place: "duration", from: 23, to: 25 },
      { name: "t", place: "number", from: 30, to: 35 },
    ]);
  });

  test.each([
    ["group references", 'label_replace(x, "a", "$1", "b", "(.*)")'],
    ["anchors", 'x{a=~"b$|c$"}'],
    ["escaped characters", 'x{a="\\\\$"}'],
    ["comments", "x # $y\n"],
    ["nested brackets without a name", "x[[5m]]"],
  ])("leaves %s alone", (_, expr) => {
    expect(substituteVariables(expr)).toEqual({ text: expr, variables: [] });
  });

  test("keeps the length and everything outside of the variables, whatever the text", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "$a",
        "${b}",
        "${c:csv}",
        "[[d]]",
        "[[e:raw]]",
        "$__range",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        "`",
        "\\",
        "#",
        "\n",
        ",",
        "offset ",
        "by",
        "x",
        "5",
        "-",
        "$",
        "${",
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const expr = pieces.join("");
        const { text, variables } = substituteVariables(expr);
        expect(text).toHaveLength(expr.length);
        let rest = 0;
        for (const { from, to } of variables) {
          expect(text.slice(rest, from)).toBe(expr.slice(rest, from));
          rest = to;
        }
        expect(text.slice(rest)).toBe(expr.slice(rest));
      }),
      { numRuns: runs(1000) },
    );
  });
});
