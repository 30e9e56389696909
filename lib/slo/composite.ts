import { rounded } from "./decimal";

/**
 * The objective in percent of a journey whose steps all have to succeed: the product of the steps' objectives, as far
 * as they fail independently of each other. Throws on an objective that is not above 0 and below 100.
 */
export function compositeObjective(objectives: readonly number[]): number {
  for (const objective of objectives) requireObjective(objective);
  return rounded(
    100 *
      objectives.reduce((product, objective) => (product * objective) / 100, 1),
  );
}

/**
 * What each of `steps` equal steps must reach in percent so that the journey reaches `target`: the inverse of
 * {@link compositeObjective}, target^(1/steps). Throws on a target outside of 0 to 100, and without steps.
 */
export function requiredStepObjective(target: number, steps: number): number {
  requireObjective(target);
  if (!(Number.isInteger(steps) && steps > 0))
    throw new Error(
      `the number of steps must be a whole number above 0, got ${steps}`,
    );
  return rounded(100 * (target / 100) ** (1 / steps));
}

function requireObjective(objective: number): void {
  if (!(objective > 0 && objective < 100))
    throw new Error(
      `an objective must be above 0 and below 100 percent, got ${objective}`,
    );
}
