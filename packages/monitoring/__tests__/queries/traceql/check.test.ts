import fc from "fast-check";
import { checkTraceql } from "../../../src/queries/traceql/check";
import { anyCharacter } from "../../any-character";
import { runs } from "../../property-runs";
import { invalidQueries, validQueries } from "./queries";

describe("checkTraceql", () => {
  test.each(validQueries)("accepts %j", (expr) => {
    expect(checkTraceql(expr)).toEqual({ valid: true, errors: [] });
  });

  test.each(invalidQueries)("rejects %j", (expr) => {
    const { valid, errors } = checkTraceql(expr);
    expect(valid).toBe(false);
    for (const { message, from, to } of errors) {
      expect(message).toMatch(/^[^A-Z].*[^.]$/su);
      expect(0 <= from && from <= to && to <= expr.length).toBe(true);
    }
  });

  test.each([
    ["{ duration }", "a filter needs a condition, got a duration", "duration"],
    [
      '{ duration > "5s" }',
      "> cannot compare or combine a duration with a string",
      ">",
    ],
    ["{ status > error }", "> is not allowed for a status", ">"],
    ['{ name =~ "[" }', "not valid RE2", '"["'],
    ["{ name =~ .b }", "=~ needs a string on its right", ".b"],
    ["{ duration = nil }", "this field is never nil", "duration"],
    ["{ foo = 1 }", "fields are .name, span.name", "foo"],
    ["{ parent.a = 1 }", "parent is not supported", "parent.a"],
    ["{ .a } | max(1) > 5", "max needs a field of the span", "1"],
    ["{ .a } | count()", "expected a comparison", ""],
    ["({ .a } | count() > 2) && { .b }", "both pipelines in parentheses", "&&"],
    [
      "{ .a } | quantile_over_time(duration, 99)",
      "a quantile must lie between 0 and 1",
      "99",
    ],
    ["{ .a } | rate() | topk(0)", "the limit must be greater than 0", "0"],
    ["{ .a = 5x }", "neither a number nor a duration", "5x"],
    ["{ .a", 'expected "}"', ""],
  ])("says of %j what and where: %s", (expr, message, place) => {
    const [error] = checkTraceql(expr).errors;
    expect(error?.message).toContain(message);
    expect(expr.slice(error?.from, error?.to)).toBe(place);
  });

  test("gives one verdict for whatever text, without throwing", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "{",
        "}",
        "(",
        ")",
        "|",
        "&&",
        ">>",
        "=",
        "=~",
        ".a",
        "span.",
        "span:",
        "nil",
        "5s",
        '"x"',
        "`",
        "count()",
        "by",
        "rate()",
        "!",
        "-",
        "$x",
        "\\",
        "//",
        "/*",
        "\n",
      ),
      fc.string({ unit: anyCharacter, maxLength: 6 }),
      fc.constantFrom(...validQueries),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const expr = pieces.join(" ");
        const first = checkTraceql(expr);
        expect(checkTraceql(expr)).toEqual(first);
        expect(first.valid).toBe(first.errors.length === 0);
      }),
      { numRuns: runs(1000) },
    );
  });
});
