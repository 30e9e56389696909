import { isDuration, secondsIn } from "../model/duration";

/** What is wrong with a duration that may be left out. */
export function durationProblems(
  setting: string,
  text: string | undefined,
): readonly string[] {
  return text === undefined || (isDuration(text) && secondsIn(text) > 0)
    ? []
    : [
        `'${setting}' must be a duration above zero such as "15s", got "${text}"`,
      ];
}

/** What is wrong with a number of things that may be left out. */
export function countProblems(
  setting: string,
  count: number | undefined,
): readonly string[] {
  return count === undefined || (Number.isInteger(count) && count > 0)
    ? []
    : [`'${setting}' must be a whole number above 0, got ${count}`];
}
