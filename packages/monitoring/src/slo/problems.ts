import { duplicatesIn } from "../internal/duplicates";
import { catalogueProblems } from "./catalogue-problems";
import { isDuration } from "../model/duration";
import type { Slo } from "../model/slo";
import { absentAlertName, reservedLabels, tierAlertName } from "./names";
import { periodProblems } from "./period-problems";
import { error, type SloConditions, type SloProblem } from "./problem";
import { queryProblems } from "./query-problems";
import { tierProblems } from "./tier-problems";
import { tiersOf } from "./windows";

/** Everything wrong with one SLO, errors first. */
export function sloProblems(
  slo: Slo,
  conditions: SloConditions,
): readonly SloProblem[] {
  const malformed = [
    ...identityProblems(slo),
    ...objectiveProblems(slo),
    ...durationProblems(slo),
  ];
  const readable = durationProblems(slo).length === 0;
  const problems = [
    ...malformed,
    ...queryProblems(slo),
    ...catalogueProblems(slo.sli, conditions.metrics),
    ...(readable ? periodProblems(slo, conditions) : []),
    ...(readable && !isFraction(slo) ? tierProblems(slo, conditions) : []),
    ...(readable ? duplicateAlerts(tiersAlerts(slo)) : []),
  ];
  return [
    ...problems.filter(({ level }) => level === "error"),
    ...problems.filter(({ level }) => level === "warning"),
  ];
}

/** What is wrong between the SLOs of one system; what is wrong within one is in {@link sloProblems}. */
export function sloSetProblems(slos: readonly Slo[]): readonly SloProblem[] {
  const ids = duplicatesIn(slos.map(({ id }) => id)).map((id) =>
    error(
      "duplicate-slo",
      `two SLOs have the id "${id}"; ids must be unique in a system, because recorded series differ in the label slo only`,
    ),
  );
  const unique = slos.filter(
    ({ id }, index) => slos.findIndex((slo) => slo.id === id) === index,
  );
  const within = unique.flatMap((slo) => duplicatesIn(tiersAlerts(slo)));
  const names = unique.flatMap((slo) => [...new Set(tiersAlerts(slo))]);
  return [
    ...ids,
    ...duplicateAlerts(names.filter((name) => !within.includes(name))),
  ];
}

function tiersAlerts(slo: Slo): readonly string[] {
  return [
    ...tiersOf(slo).map((tier) => tierAlertName(slo, tier)),
    absentAlertName(slo),
  ];
}

function duplicateAlerts(names: readonly string[]): readonly SloProblem[] {
  return duplicatesIn(names).map((name) =>
    error(
      "duplicate-alert",
      `two alerts are called ${name}; give one of the tiers a name of its own (alert)`,
    ),
  );
}

function identityProblems(slo: Slo): readonly SloProblem[] {
  const problems: SloProblem[] = [];
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slo.id))
    problems.push(
      error(
        "id",
        `id must be kebab-case, such as "api-availability", got "${slo.id}"`,
      ),
    );
  for (const label of Object.keys(slo.labels ?? {}))
    if (reservedLabels.includes(label))
      problems.push(
        error(
          "labels",
          `labels must not set ${label}, which is set from the SLO; remove it`,
        ),
      );
  return problems;
}

/** Tiers of an objective that is not meant say nothing. */
function isFraction({ objective }: Slo): boolean {
  return objective > 0 && objective <= 1;
}

function objectiveProblems(slo: Slo): readonly SloProblem[] {
  const { objective } = slo;
  if (!(objective > 0 && objective < 100))
    return [
      error(
        "objective",
        `objective must be above 0 and below 100 percent, got ${objective}${objective === 100 ? "; it leaves no error budget, so that the first failure would be a breach" : ""}`,
      ),
    ];
  if (isFraction(slo))
    return [
      error(
        "objective-fraction",
        `objective must be in percent, got ${objective}${objective === 1 ? "" : `; write ${Number((objective * 100).toPrecision(12))}`}`,
      ),
    ];
  return [];
}

function durationProblems(slo: Slo): readonly SloProblem[] {
  const durations: readonly (readonly [name: string, text: string])[] = [
    ["period", slo.period],
    ...(slo.tiers ?? []).flatMap(
      ({ tier, long, short, for: pending = "0s" }) =>
        [
          [`tier "${tier}": long`, long],
          [`tier "${tier}": short`, short],
          [`tier "${tier}": for`, pending],
        ] as const,
    ),
  ];
  return durations
    .filter(
      ([name, text]) =>
        !isDuration(text) || (/^0+\D$/.test(text) && !name.endsWith("for")),
    )
    .map(([name, text]) =>
      error(
        "duration",
        `${name} must be a whole number above 0 and one of s, m, h, d, w, such as "5m", got "${text}"`,
      ),
    );
}
