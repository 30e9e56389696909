import { sloProblems, sloSetProblems } from "../../slo/problems";
import type { SloProblem } from "../../slo/problem";
import type { Check } from "../check";
import type { Violation } from "../finding";
import type { Deployment } from "../../model/deployment";
import { queryContext } from "../../deployment/query-context";

interface Family extends Pick<Check, "id" | "title"> {
  readonly fix: string;
  readonly holds: (rule: string) => boolean;
}

const ofQueries = [
  "window-variable",
  "identical-queries",
  "le",
  "histogram",
  "selector",
  "comparison",
  "ratio-labels",
];

const families: readonly Family[] = [
  {
    id: "slo/query",
    title: "An SLO whose queries do not give an error ratio over a window",
    fix: "give queries that count events over $window: bad ones or good ones, and all of them",
    holds: (rule) => ofQueries.includes(rule),
  },
  {
    id: "slo/definition",
    title: "An SLO that cannot be kept, measured or alerted on as written",
    fix: "change the objective, its period or its tiers as the message says",
    holds: (rule) => !ofQueries.includes(rule),
  },
];

/** What is wrong with objectives. */
export const sloDefinition: readonly Check[] = families.map(
  ({ id, title, fix, holds }) => ({
    id,
    severity: "error",
    title,
    run: (deployment) =>
      problemsOf(deployment)
        .filter(({ problem }) => holds(problem.rule))
        .map(({ problem, path, suppress }) => ({
          path,
          message: problem.message,
          severity: problem.level,
          fix,
          suppress,
        })),
  }),
);

function problemsOf(deployment: Deployment): readonly (Pick<
  Violation,
  "path" | "suppress"
> & {
  readonly problem: SloProblem;
})[] {
  const { environment, systems } = deployment;
  const { scrapeInterval, retention } = environment.prometheus;
  return systems.flatMap((system) => {
    const { id, slos } = system;
    const { metrics = [] } =
      slos.length === 0 ? {} : queryContext(deployment, system);
    return [
      ...sloSetProblems(slos).map((problem) => ({
        path: id,
        suppress: [],
        problem,
      })),
      ...slos.flatMap((slo) =>
        sloProblems(slo, { scrapeInterval, retention, metrics }).map(
          (problem) => ({
            path: `${id} > slo ${slo.id}`,
            suppress: slo.suppress ?? [],
            problem,
          }),
        ),
      ),
    ];
  });
}
