import { duplicatesIn } from "../internal/duplicates";
import { secondsIn } from "../model/duration";
import type { BurnTier, Slo } from "../model/slo";
import { secondsToFire } from "./absent-alert";
import { budgetOf, decimal } from "./decimal";
import { error, warning, type SloConditions, type SloProblem } from "./problem";
import { factorOf, thresholdOf, tiersOf } from "./windows";

/** A page that takes longer than this in a total outage is none. */
const slowPageSeconds = 3600;

/** What is wrong with the tiers that watch an SLO. */
export function tierProblems(
  slo: Slo,
  conditions: SloConditions,
): readonly SloProblem[] {
  const tiers = tiersOf(slo);
  return [
    ...duplicatesIn(tiers.map(({ tier }) => tier)).map((tier) =>
      error(
        "duplicate-tier",
        `two tiers are called "${tier}"; the label burn_tier must tell them apart`,
      ),
    ),
    ...tiers.flatMap((tier) => [
      ...nameProblems(tier),
      ...windowProblems(slo, tier, conditions),
      ...thresholdProblems(slo, tier),
      ...trafficProblems(slo, tier, conditions),
    ]),
  ];
}

function nameProblems({ tier, alert }: BurnTier): readonly SloProblem[] {
  const problems: SloProblem[] = [];
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(tier))
    problems.push(error("tier-name", `tier must be kebab-case, got "${tier}"`));
  if (alert !== undefined && !/^[A-Z][A-Za-z0-9]*$/.test(alert))
    problems.push(
      error(
        "alert-name",
        `tier "${tier}": alert must be CamelCase, got "${alert}"`,
      ),
    );
  return problems;
}

function windowProblems(
  { period }: Slo,
  { tier, long, short }: BurnTier,
  { scrapeInterval, retention }: SloConditions,
): readonly SloProblem[] {
  const problems: SloProblem[] = [];
  if (secondsIn(short) >= secondsIn(long))
    problems.push(
      error(
        "short-window",
        `tier "${tier}": short must be shorter than long (usually a twelfth), got ${short} and ${long}`,
      ),
    );
  if (secondsIn(short) < 2 * secondsIn(scrapeInterval))
    problems.push(
      error(
        "scrape-interval",
        `tier "${tier}": short must be at least two scrape intervals of ${scrapeInterval}, or a rate has no two samples, got ${short}`,
      ),
    );
  if (secondsIn(long) > secondsIn(period))
    problems.push(
      error(
        "long-window",
        `tier "${tier}": long must not be longer than the period of ${period}, got ${long}`,
      ),
    );
  else if (secondsIn(long) > secondsIn(retention))
    problems.push(
      error(
        "retention",
        `tier "${tier}": long must not be longer than the ${retention} for which metrics are kept, got ${long}`,
      ),
    );
  return problems;
}

function thresholdProblems(slo: Slo, tier: BurnTier): readonly SloProblem[] {
  const budget = budgetOf(slo.objective);
  const { budgetPercent } = tier;
  if (!(budgetPercent > 0 && budgetPercent <= 100))
    return [
      error(
        "budget-percent",
        `tier "${tier.tier}": budgetPercent must be above 0 and at most 100, got ${budgetPercent}`,
      ),
    ];
  const factor = factorOf(tier, slo.period);
  if (factor < 1)
    return [
      error(
        "factor",
        `tier "${tier.tier}": ${decimal(budgetPercent)}% of the budget in ${tier.long} of ${slo.period} is a factor of ${decimal(factor)}, which fires while the objective is met; raise budgetPercent to at least ${decimal((100 * secondsIn(tier.long)) / secondsIn(slo.period))}`,
      ),
    ];
  if (!(budget > 0 && budget < 1)) return [];
  const problems: SloProblem[] = [];
  if (thresholdOf(tier, slo) >= 1)
    problems.push(
      error(
        "unfirable",
        `tier "${tier.tier}" can never fire: it wants ${decimal(factor)} × ${decimal(budget)} = ${decimal(thresholdOf(tier, slo) * 100)}% of events to fail; the objective must be above ${(100 * (1 - 1 / factor)).toFixed(2)}% for this factor, or give tiers with smaller ones`,
      ),
    );
  else if (
    tier.severity === "critical" &&
    secondsToFire(slo, tier) > slowPageSeconds &&
    factor > 6
  )
    problems.push(
      warning(
        "detection",
        `tier "${tier.tier}" pages ${Math.round(secondsToFire(slo, tier) / 60)} minutes into a total outage; add an alert on the outage itself, or a tier with a shorter window`,
      ),
    );
  return problems;
}

function trafficProblems(
  slo: Slo,
  tier: BurnTier,
  { requestsPerHour }: SloConditions,
): readonly SloProblem[] {
  const threshold = thresholdOf(tier, slo);
  if (!(threshold > 0)) return [];
  const needed = Math.ceil(1 / threshold);
  const guard = slo.minimumRequests ?? 0;
  if (guard > 0 && guard < needed)
    return [
      warning(
        "minimum-requests",
        `tier "${tier.tier}": minimumRequests of ${guard} still lets one failure fire; ${needed} in ${tier.long} would not`,
      ),
    ];
  if (requestsPerHour === undefined) return [];
  const expected = (requestsPerHour * secondsIn(tier.long)) / 3600;
  if (guard === 0 && expected < needed)
    return [
      warning(
        "low-traffic",
        `tier "${tier.tier}": one failure fires, for ${tier.long} holds about ${Math.round(expected)} events and it takes ${needed}; set minimumRequests to ${needed}, or measure over a longer window`,
      ),
    ];
  return [];
}
