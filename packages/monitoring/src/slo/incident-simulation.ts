import { budgetOf, rounded } from "./decimal";

/** A time in which a share of the requests failed. */
export interface Incident {
  readonly name: string;
  readonly durationMinutes: number;
  /** From 0 to 1. */
  readonly failureRate: number;
}

/** A period with constant traffic, and what happens in it. */
export interface IncidentScenario {
  /** In percent. */
  readonly objective: number;
  readonly requestsPerDay: number;
  /** @default 30 */
  readonly days?: number;
  readonly incidents: readonly Incident[];
}

/** What incidents do to an objective. Percentages are exact up to noise; round them for display. */
export interface IncidentOutcome {
  readonly totalRequests: number;
  readonly allowedFailures: number;
  readonly failures: number;
  readonly actualPercent: number;
  readonly consumedPercent: number;
  readonly met: boolean;
}

/** Counts the requests that fail and compares them with those that may. Throws with all that is wrong with the input. */
export function simulateIncidents(scenario: IncidentScenario): IncidentOutcome {
  const problems = problemsOf(scenario);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const { objective, requestsPerDay, days = 30, incidents } = scenario;
  const totalRequests = requestsPerDay * days;
  const allowedFailures = rounded(totalRequests * budgetOf(objective));
  const failures = rounded(
    incidents.reduce(
      (sum, { durationMinutes, failureRate }) =>
        sum + (durationMinutes / 1440) * requestsPerDay * failureRate,
      0,
    ),
  );
  const actualPercent = rounded(
    ((totalRequests - failures) / totalRequests) * 100,
  );
  return {
    totalRequests,
    allowedFailures,
    failures,
    actualPercent,
    consumedPercent: rounded((failures / allowedFailures) * 100),
    met: actualPercent >= objective,
  };
}

function problemsOf(scenario: IncidentScenario): readonly string[] {
  const { objective, requestsPerDay, days = 30, incidents } = scenario;
  const problems: string[] = [];
  if (!(objective > 0 && objective < 100))
    problems.push(
      `objective must be above 0 and below 100 percent, got ${objective}`,
    );
  if (!(requestsPerDay > 0))
    problems.push(`requestsPerDay must be above 0, got ${requestsPerDay}`);
  if (!(days > 0)) problems.push(`days must be above 0, got ${days}`);
  for (const { name, durationMinutes, failureRate } of incidents) {
    if (!(durationMinutes >= 0))
      problems.push(
        `incident "${name}": durationMinutes must be 0 or more, got ${durationMinutes}`,
      );
    if (!(failureRate >= 0 && failureRate <= 1))
      problems.push(
        `incident "${name}": failureRate must be between 0 and 1, got ${failureRate}`,
      );
  }
  return problems;
}
