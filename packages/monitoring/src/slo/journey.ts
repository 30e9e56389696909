import type { Duration } from "../model/duration";
import { kebabCase } from "../model/uid";
import { windowName } from "./windows";

/** The label that tells the steps of a journey apart. */
export const stepLabel = "step";
/** The label that tells journeys apart. */
export const journeyLabel = "journey";

/** The share of requests of one step that succeeded in time: `journey_step:success:ratio_rate1h`. */
export function stepRecord(window: Duration): string {
  return `journey_step:success:ratio_rate${windowName(window)}`;
}

/** The share of journeys that succeed, as the product of their steps: `journey:success:ratio_rate1h`. */
export function journeyRecord(window: Duration): string {
  return `journey:success:ratio_rate${windowName(window)}`;
}

/** The value of {@link stepLabel} for a step. */
export const stepName = (title: string): string => kebabCase(title);
