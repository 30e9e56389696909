import fc from "fast-check";
import {
  checkLogql,
  outermostOperator,
} from "../../../src/queries/logql/check";
import { anyCharacter } from "../../any-character";
import { runs } from "../../property-runs";
import { invalidQueries, validQueries } from "./queries";

describe("checkLogql", () => {
  test.each(validQueries)("accepts %j", (expr) => {
    expect(checkLogql(expr)).toEqual({ valid: true, errors: [] });
  });

  test.each(invalidQueries)("rejects %j", (expr) => {
    const { valid, errors } = checkLogql(expr);
    expect(valid).toBe(false);
    for (const { message, from, to } of errors) {
      expect(message).toMatch(/^[^A-Z].*[^.]$/su);
      expect(0 <= from && from <= to && to <= expr.length).toBe(true);
    }
  });

  test.each([
    [
      '{app!="x"}',
      "needs a matcher that does not match the empty string",
      '{app!="x"}',
    ],
    ['{app="x"} |~ "["', "not valid RE2", '"["'],
    ['rate({app="x"})', 'unexpected ")", expected a range such as [5m]', ")"],
    [
      'sum_over_time({app="x"}[5m])',
      "needs | unwrap label before the range",
      'sum_over_time({app="x"}[5m])',
    ],
    [
      'count_over_time({app="x"} | unwrap y [5m])',
      "takes no | unwrap",
      'count_over_time({app="x"} | unwrap y [5m])',
    ],
    ['rate({app="x"}[5m]) by (y)', "takes no by or without", "by"],
    [
      'sum({app="x"})',
      "this must be a metric query, got log lines",
      '{app="x"}',
    ],
    ['{app="x"} > 5', "an operand of > must be a metric query", '{app="x"}'],
    ['rate({app="x"}[5m]) or 0', "or is not allowed with a number", "0"],
    ['topk(0, rate({app="x"}[5m]))', "whole and greater than 0", "0"],
    ['{app="x"} | regexp "(\\\\d+)"', "needs a named group", '"(\\\\d+)"'],
    [
      '{app="x"} | pattern "<a><b>"',
      "two captures need text between them",
      '"<a><b>"',
    ],
    ['{app="x"} | line_format "{{.y"', "{{ without }}", '"{{.y"'],
    ['{app="x"} | y = ip("1.2.3")', "no IP address", '"1.2.3"'],
    ['rate({app="x"}[5 m])', "no range such as [5m]", "[5 m]"],
    ['{app="x"} |= "y', 'the string has no closing "', '"'],
    ['{json="x"}', "expected a label", "json"],
  ])("says of %j what and where: %s", (expr, message, place) => {
    const [error] = checkLogql(expr).errors;
    expect(error?.message).toContain(message);
    expect(expr.slice(error?.from, error?.to)).toBe(place);
  });

  test("gives line, column and a caret under the place", () => {
    expect(checkLogql('sum(\n  rate({app="x"})\n)').errors).toMatchObject([
      { line: 2, column: 17, snippet: '  rate({app="x"})\n                ^' },
    ]);
  });

  test("gives one verdict for whatever text, without throwing", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "{",
        "}",
        "(",
        ")",
        "|",
        "|=",
        "|~",
        "!=",
        "[5m]",
        '"x"',
        "`",
        "app",
        "=",
        "rate",
        "sum",
        "by",
        "unwrap",
        "json",
        "5",
        "5KB",
        "and",
        ",",
        "$x",
        "\\",
        "#",
        "\n",
      ),
      fc.string({ unit: anyCharacter, maxLength: 6 }),
      fc.constantFrom(...validQueries),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const expr = pieces.join(" ");
        const first = checkLogql(expr);
        expect(checkLogql(expr)).toEqual(first);
        expect(first.valid).toBe(first.errors.length === 0);
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe("outermostOperator", () => {
  test.each([
    ['rate({a="b"}[5m])', undefined],
    ['rate({a="b"}[5m]) > 5', ">"],
    ['rate({a="b"}[5m]) * 2 > bool 5', ">"],
    ['rate({a="b"}[5m]) > 5 OR rate({a="c"}[5m])', "or"],
    ['(rate({a="b"}[5m]) > 5)', undefined],
    ['sum(rate({a="b"}[5m]) > 5)', undefined],
    ['sum_over_time({a="b"} | unwrap c [5m] offset 1h) / 2', "/"],
    ['{a="b"} | c > 5 or d = "e"', undefined],
  ])("gives of %j the operator %j", (expr, operator) => {
    expect(outermostOperator(expr)).toBe(operator);
  });

  test("rejects what does not parse", () => {
    expect(() => outermostOperator('rate({a="b"}')).toThrow(
      "line 1, column 13",
    );
  });
});
