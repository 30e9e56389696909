import "../in-sample-project";
import { findProject } from "../../src/project/load-project";
import { QueryAnswers } from "../../src/checks/query-answer";

const answers = new QueryAnswers(findProject().deployment("prod"));
const answer = (question: unknown): unknown =>
  JSON.parse(answers.answer(JSON.stringify(question)));

describe("QueryAnswers", () => {
  test.each([
    ["promql", "sum(rate(a[5m]))"],
    ["logql", 'rate({app="x"}[$__auto])'],
    ["traceql", "{ status = error } | rate()"],
  ])("accepts a valid %s query", (language, expr) => {
    expect(answer({ language, expr })).toEqual({
      valid: true,
      errors: [],
      findings: [],
    });
  });

  test("says what is wrong with a query, and where", () => {
    expect(answer({ language: "promql", expr: "rate(up)" })).toEqual({
      valid: false,
      errors: [
        {
          message: "rate needs a range vector here, got an instant vector",
          from: 5,
          to: 7,
        },
      ],
      findings: [],
    });
  });

  test("finds by a system's catalogue what a query alone does not show", () => {
    const expr = "no_such_metric > 5";
    expect(answer({ language: "promql", expr })).toMatchObject({
      valid: true,
      findings: [],
    });
    expect(answer({ language: "promql", expr, system: "shop" })).toMatchObject({
      valid: true,
      findings: [
        { id: "promql/unknown-metric", severity: "error", from: 0, to: 14 },
      ],
    });
  });

  test.each([
    [
      "text",
      "not JSON",
      'a line must be a JSON object such as {"language":"promql","expr":"up"}',
    ],
    ["an empty line", "", "a line must be a JSON object"],
    ["a list", "[]", "a line must be a JSON object"],
    [
      "another language",
      '{"language":"sql","expr":"x"}',
      '"language" must be "promql", "logql" or "traceql", got "sql"',
    ],
    ["no language", '{"expr":"x"}', "got nothing"],
    [
      "no query",
      '{"language":"promql"}',
      '"expr" must be a string, got nothing',
    ],
    [
      "a query that is no text",
      '{"language":"promql","expr":5}',
      '"expr" must be a string, got 5',
    ],
    [
      "a system that is no text",
      '{"language":"promql","expr":"x","system":5}',
      '"system" must be the id of a system, got 5',
    ],
    [
      "an unknown system",
      '{"language":"promql","expr":"x","system":"y"}',
      'unknown system "y", known are ',
    ],
  ])("rejects %s", (_, line, message) => {
    const { valid, errors, findings } = JSON.parse(answers.answer(line)) as {
      readonly valid: boolean;
      readonly errors: readonly { readonly message: string }[];
      readonly findings: readonly unknown[];
    };
    expect(valid).toBe(false);
    expect(findings).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toContain(message);
  });

  test("knows no system without a deployment", () => {
    const line = '{"language":"promql","expr":"up","system":"shop"}';
    expect(new QueryAnswers(undefined).answer(line)).toContain(
      "unknown system",
    );
  });
});
