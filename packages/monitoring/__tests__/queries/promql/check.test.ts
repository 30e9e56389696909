import fc from "fast-check";
import { checkPromql } from "../../../src/queries/promql/check";
import { runs } from "../../property-runs";
import { query } from "./arbitrary-query";
import { invalidQueries } from "./invalid-queries";
import { validQueries } from "./valid-queries";

const rows = (
  table: Readonly<Record<string, readonly string[]>>,
): [string, string][] =>
  Object.entries(table).flatMap(([feature, queries]) =>
    queries.map((expr): [string, string] => [feature, expr]),
  );

describe("checkPromql", () => {
  test.each(rows(validQueries))("accepts %s: %j", (_, expr) => {
    expect(checkPromql(expr)).toEqual({ valid: true, errors: [] });
  });

  test.each(rows(invalidQueries))("rejects %s: %j", (_, expr) => {
    const { valid, errors } = checkPromql(expr);
    expect(valid).toBe(false);
    for (const { message, from, to, line, column } of errors) {
      expect(message).toMatch(/^[^A-Z].*[^.]$/su);
      expect(0 <= from && from <= to && to <= expr.length).toBe(true);
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
    }
  });

  test.each([
    ["sum(up", 'unexpected end of the query, expected ")"', "sum(up", 6],
    [
      "rate(up)",
      "rate needs a range vector here, got an instant vector",
      "up",
      5,
    ],
    [
      "sum by (a) (up) + on(a) 1",
      "on is only allowed between instant vectors",
      "(a)",
      20,
    ],
    ["1 == 1", "a comparison between scalars needs bool: == bool", "==", 2],
    [
      "rate(sum(up)[5m])",
      "a range is only allowed behind a selector; for a range of calculated values write a subquery, as in [5m:]",
      "[5m]",
      12,
    ],
    [
      'up{a=~"["}',
      "not valid RE2: error parsing regexp: missing closing ]: `[`",
      'a=~"["',
      3,
    ],
    [
      "histogram_quantil(0.9, up)",
      'there is no function "histogram_quantil"',
      "histogram_quantil",
      0,
    ],
    ["up[0m]", "a duration must be greater than 0", "0m", 3],
    ["topk(up)", "topk needs 2 arguments, got 1", "topk(up)", 0],
    [
      "round(up, 1, 2)",
      "round takes at most 2 arguments, got 3",
      "round(up, 1, 2)",
      0,
    ],
    [
      "{a=''}",
      "the selector needs a metric name or a matcher that does not match the empty string",
      "{a=''}",
      0,
    ],
    [
      "rate($metric)",
      "rate needs a range vector here, got an instant vector",
      "$metric",
      5,
    ],
    ['"\\q"', "unknown escape", "\\q", 1],
  ])("says of %j what and where: %s", (expr, message, text, from) => {
    const [error] = checkPromql(expr).errors;
    expect(error?.message).toContain(message);
    expect(expr.slice(error?.from, error?.to)).toBe(
      text === "sum(up" ? "" : text,
    );
    expect(error?.from).toBe(from);
  });

  test("gives line, column and a caret under the place", () => {
    const { errors } = checkPromql(
      "sum by (job) (\n  rate(http_requests_total)\n)",
    );
    expect(errors).toEqual([
      {
        message: "rate needs a range vector here, got an instant vector",
        from: 22,
        to: 41,
        line: 2,
        column: 8,
        snippet: "  rate(http_requests_total)\n       ^",
      },
    ]);
  });

  test("reports every type error of a query, in the order of the text", () => {
    const { errors } = checkPromql(
      "rate(up) + abs(1) + nosuch(up) + up{a=~'('}",
    );
    expect(errors.map(({ from }) => from)).toEqual([5, 15, 20, 36]);
  });

  test("shows only the surroundings of a place in a long line", () => {
    const [error] = checkPromql(`${"up + ".repeat(300)}rate(up)`).errors;
    const [line = "", caret = ""] = (error?.snippet ?? "").split("\n");
    expect(line.length).toBeLessThanOrEqual(120);
    expect(line.slice(caret.length - 1)).toMatch(/^up\)/);
  });

  test("agrees with itself whatever surrounds a query", () => {
    fc.assert(
      fc.property(query, (expr) => {
        const { valid } = checkPromql(expr);
        expect(checkPromql(`(${expr}\n)`).valid).toBe(valid);
        expect(checkPromql(` # comment\n${expr}`).valid).toBe(valid);
      }),
      { numRuns: runs(300) },
    );
  });
});
