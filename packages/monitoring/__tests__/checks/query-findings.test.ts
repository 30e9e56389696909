import { queriesOf } from "../../src/checks/queries";
import { QueryAnswers } from "../../src/checks/query-answer";
import { deployedExample, findingsOf } from "./example";
import { mistakes } from "./mistakes";

interface Answer {
  readonly findings: readonly { readonly id: string }[];
}

/** What depends on who asks: the rule's condition, its name, its labels, the panel's legend and unit. */
const ofOwners = [
  "promql/alert-counts-itself",
  "promql/alert-without-condition",
  "promql/condition-twice",
  "promql/dropped-label",
  "promql/indistinct-legend",
  "promql/recording-name",
  "promql/rule-variable",
  "promql/unit-mismatch",
  "promql/unknown-job",
  "logql/dropped-label",
];

const ofQueries = mistakes.filter(
  ({ check }) =>
    /^(?:promql|logql)\/(?!syntax$)/.test(check) && !ofOwners.includes(check),
);

describe("the checks of one query", () => {
  test.each(
    ofQueries.map(
      ({ name, check, wrong, right }) =>
        [name, { check, wrong, right }] as const,
    ),
  )(
    "%s: find what the checks of a whole project find",
    (_, { check, wrong, right }) => {
      const found = findingsOf(wrong).some(({ id }) => id === check);
      expect(found).toBe(true);
      expect(answersOf(wrong)).toContain(check);
      expect(answersOf(right)).not.toContain(check);
    },
  );

  test.each([
    [
      "promql",
      "histogram_quantile(0.9, rate(a_seconds_bucket[5m]))",
      "promql/unaggregated-quantile",
    ],
    [
      "promql",
      'rate(a_total{code="500"}[5m]) / rate(a_total[5m])',
      "promql/divided-by-itself",
    ],
    [
      "promql",
      "container_memory_usage_bytes / container_spec_memory_limit_bytes",
      "promql/unguarded-limit",
    ],
    ["logql", 'sum by (user) (rate({app="a"}[5m]))', "logql/unextracted-label"],
    [
      "logql",
      'avg_over_time({app="a"} | json | unwrap ms [5m])',
      "logql/unwrap-per-line",
    ],
    [
      "logql",
      'avg_over_time({app="a"} | json | unwrap ms [5m]) by (app)',
      "logql/unwrap-errors",
    ],
  ])("need no system: %s %s", (language, expr, id) => {
    const line = JSON.stringify({ language, expr });
    const { findings } = JSON.parse(
      new QueryAnswers(undefined).answer(line),
    ) as Answer;
    expect(findings.map((finding) => finding.id)).toContain(id);
  });
});

/** The ids of what each query of an example is answered with. */
function answersOf(
  example: (typeof mistakes)[number]["wrong"],
): readonly string[] {
  const deployment = deployedExample("prod", example);
  const answers = new QueryAnswers(deployment);
  return deployment.systems.flatMap((system) =>
    queriesOf(system).flatMap(({ language, expr }) => {
      const line = JSON.stringify({ language, expr, system: system.id });
      const { findings } = JSON.parse(answers.answer(line)) as Answer;
      return findings.map(({ id }) => id);
    }),
  );
}
