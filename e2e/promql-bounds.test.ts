import fc from "fast-check";
import { runCommand } from "@monitoring-as-code/grafana-stand-in";
import type { Metric } from "monitoring-as-code";
import { checkSemantics } from "monitoring-as-code/queries/promql";
import { programsNamed } from "./programs";
import { withFiles } from "./rendered-environment";

const metric = (
  name: string,
  type: "counter" | "gauge",
  unit: string,
): Metric => ({ name, type, unit, labels: ["i"], help: "of this test" });

const metrics: readonly Metric[] = [
  metric("things_total", "counter", "things"),
  metric("share", "gauge", "ratio"),
  metric("running", "gauge", "bool"),
  metric("used", "gauge", "percent"),
  metric("size", "gauge", "bytes"),
];

/** Values that these metrics can have; a series of `size` may hold what it likes. */
const values: Readonly<Record<string, readonly string[]>> = {
  share: ["0", "0.25", "0.5", "1"],
  running: ["0", "1"],
  used: ["0", "50", "100"],
  size: ["0", "-0", "1", "0.5", "-2", "1000", "NaN", "Inf", "-Inf"],
};

const SAMPLES = 10;

/** One sample a minute for each metric and for three values of the label `i`. */
const series = fc.record(
  Object.fromEntries(
    metrics.flatMap(({ name }) =>
      ["a", "b", "c"].map((i) => [
        `${name}{i="${i}"}`,
        fc
          .array(
            values[name] === undefined
              ? fc.integer({ min: 0, max: 9 }).map(String)
              : fc.constantFrom(...values[name]),
            { minLength: SAMPLES, maxLength: SAMPLES },
          )
          .map((list) => list.join(" ")),
      ]),
    ),
  ),
);

const scalar = fc.constantFrom(
  ...["-2", "-1", "-0.5", "0", "0.5", "1", "2", "50", "100", "1 - 1", "-0"],
);
const comparison = fc.constantFrom("<", "<=", ">", ">=", "==", "!=");
const arithmetic = fc.constantFrom("+", "-", "*", "/", "%", "^");
const name = fc.constantFrom(...metrics.map((one) => one.name));

/** Instant vectors of at most one series for each value of `i`. */
const { vector } = fc.letrec<{ vector: string }>((tie) => {
  const of = (
    ...parts: readonly (string | fc.Arbitrary<string>)[]
  ): fc.Arbitrary<string> =>
    fc
      .tuple(
        ...parts.map((part) =>
          typeof part === "string" ? fc.constant(part) : part,
        ),
      )
      .map((texts) => texts.join(""));
  const inner = tie("vector");
  return {
    vector: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      name,
      of(
        fc.constantFrom(
          ...[
            "rate",
            "irate",
            "increase",
            "changes",
            "resets",
            "sum",
            "avg",
          ].map((one) => (/sum|avg/.test(one) ? `${one}_over_time` : one)),
          ...["min", "max", "last", "count", "stddev", "stdvar", "present"].map(
            (one) => `${one}_over_time`,
          ),
        ),
        "(",
        fc.oneof(
          of(name, "[5m]"),
          inner.map((text) => `(${text})[5m:1m]`),
        ),
        ")",
      ),
      of("quantile_over_time(", scalar, ", ", name, "[5m])"),
      of(
        fc.constantFrom("sum", "avg", "min", "max", "count", "group", "stddev"),
        fc.constantFrom("(", " by (i) ("),
        inner,
        ")",
      ),
      of("quantile(", scalar, ", ", inner, ")"),
      of(fc.constantFrom("abs(", "sqrt(", "exp(", "sgn(", "-("), inner, ")"),
      of("clamp(", inner, ", ", scalar, ", ", scalar, ")"),
      of(fc.constantFrom("clamp_min(", "clamp_max("), inner, ", ", scalar, ")"),
      of("vector(scalar(", inner, "))"),
      of("(", inner, ") ", arithmetic, " (", inner, ")"),
      of("(", inner, ") ", arithmetic, " (", scalar, ")"),
      of("(", scalar, ") ", arithmetic, " (", inner, ")"),
      of("(", inner, ") ", comparison, " (", scalar, ")"),
      of("(", scalar, ") ", comparison, " (", inner, ")"),
      of("(", inner, ") ", comparison, " (", inner, ")"),
      of("(", inner, ") ", comparison, " bool (", scalar, ")"),
      of(
        "(",
        inner,
        ") ",
        fc.constantFrom("and", "or", "unless"),
        " (",
        inner,
        ")",
      ),
      of("timestamp(", inner, ")"),
    ),
  };
});

const compared = fc
  .tuple(vector, comparison, fc.oneof(scalar, vector), fc.boolean())
  .map(([left, operator, right, isMirrored]) =>
    isMirrored
      ? { left: right, operator, right: left }
      : { left, operator, right },
  );

/** What promtool must find empty, unless the finding is wrong. */
function counterexamples({
  left,
  operator,
  right,
}: {
  readonly left: string;
  readonly operator: string;
  readonly right: string;
}): readonly string[] {
  const at = left.length + 3;
  return checkSemantics(`(${left}) ${operator} (${right})`, {
    metrics,
  }).flatMap(({ id, from }) => {
    if (from !== at) return [];
    const outcome = `((${left}) ${operator} bool (${right}))`;
    if (id === "promql/impossible-comparison") return [`${outcome} == 1`];
    return id === "promql/always-true-comparison" ? [`${outcome} == 0`] : [];
  });
}

const isThorough = process.env.THOROUGH_TESTS === "1";

describe.each(programsNamed("promtool"))("$version", ({ path }) => {
  it("never contradicts what is said of a comparison to be always or never true", async () => {
    const found = fc
      .sample(compared, { seed: 14, numRuns: isThorough ? 30_000 : 4_000 })
      .flatMap(counterexamples);
    expect(found.length).toBeGreaterThan(300);
    const tests = fc
      .sample(series, { seed: 14, numRuns: isThorough ? 15 : 5 })
      .map((inputs) => ({
        interval: "1m",
        input_series: Object.entries(inputs).map(([one, samples]) => ({
          series: one,
          values: samples,
        })),
        promql_expr_test: found.map((expr) => ({
          expr,
          eval_time: `${SAMPLES - 1}m`,
          exp_samples: [],
        })),
      }));
    const file = {
      path: "bounds.yml",
      content: JSON.stringify({ rule_files: [], tests }),
    };
    await withFiles([file], async (folder) => {
      const { output } = await runCommand(
        path,
        ["test", "rules", "bounds.yml"],
        { cwd: folder, env: {} },
      );
      expect(output).toMatch(/SUCCESS|expr: /);
      const contradicted = output
        .split(/(?=\n {4}expr: )/)
        .filter((part) => part.includes("got: "));
      expect(contradicted).toEqual([]);
      expect(output.match(/, err: /g)?.length ?? 0).toBeLessThan(
        (found.length * tests.length) / 10,
      );
    });
  });
});
