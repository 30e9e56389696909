import { secondsIn } from "../model/duration";
import type { Slo } from "../model/slo";
import { error, type SloConditions, type SloProblem } from "./problem";
import { builtInPeriods, builtInTiers } from "./windows";

/** What is wrong with the period of an SLO, as far as tiers and retention depend on it. */
export function periodProblems(
  slo: Slo,
  { retention }: SloConditions,
): readonly SloProblem[] {
  const problems: SloProblem[] = [];
  if (slo.tiers === undefined && builtInTiers(slo.period) === undefined)
    problems.push(
      error(
        "period-without-tiers",
        `a period of ${slo.period} has no built-in tiers; use one of ${builtInPeriods.join(", ")}, or give tiers`,
      ),
    );
  if (slo.tiers?.length === 0)
    problems.push(
      error(
        "no-tiers",
        "tiers is empty, so that nobody would be told; give at least one tier, or leave tiers out",
      ),
    );
  if (secondsIn(slo.period) > secondsIn(retention))
    problems.push(
      error(
        "retention",
        `the period of ${slo.period} is longer than the ${retention} for which metrics are kept; queries would cover less than they say. Shorten the period or keep more`,
      ),
    );
  return problems;
}
