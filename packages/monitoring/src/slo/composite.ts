import { rounded } from "./decimal";

/** One step of a user journey. */
export interface JourneyStep {
  readonly name: string;
  /** In percent. */
  readonly objective: number;
}

/**
 * The share of journeys in percent that succeed when every step just meets its objective: the product. It holds for
 * steps in a row whose failures are independent; failures that come together leave more journeys whole.
 */
export function compositeObjective(steps: readonly JourneyStep[]): number {
  requireObjectives(steps);
  return rounded(
    100 * steps.reduce((share, { objective }) => (share * objective) / 100, 1),
  );
}

/** The objective in percent that each of `steps` equal steps needs for the journey to reach `target` percent: target^(1/n). */
export function requiredStepObjective(target: number, steps: number): number {
  if (!(target > 0 && target < 100))
    throw new Error(
      `the target of a journey must be above 0 and below 100 percent, got ${target}`,
    );
  if (!(Number.isInteger(steps) && steps > 0))
    throw new Error(
      `a journey must have a whole number of steps above 0, got ${steps}`,
    );
  return rounded(100 * (target / 100) ** (1 / steps));
}

/** What is wrong with promising `target` percent for a journey of these steps; nothing when it can be kept. */
export function compositeProblems(
  target: number,
  steps: readonly JourneyStep[],
): readonly string[] {
  const possible = compositeObjective(steps);
  if (target <= possible) return [];
  const required = requiredStepObjective(target, steps.length);
  return [
    `a journey of ${steps.length} steps reaches ${possible.toFixed(3)} % when each just meets its objective, which is below the ${target} % promised; promise less, or raise every step to ${required.toFixed(3)} %`,
  ];
}

function requireObjectives(steps: readonly JourneyStep[]): void {
  if (steps.length === 0) throw new Error("a journey must have steps");
  const wrong = steps.filter(
    ({ objective }) => !(objective > 0 && objective < 100),
  );
  if (wrong.length > 0)
    throw new Error(
      `objectives must be above 0 and below 100 percent, got ${wrong.map(({ name, objective }) => `${objective} for "${name}"`).join(", ")}`,
    );
}
