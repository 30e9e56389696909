import { secondsIn, type Duration } from "../model/duration";

/** How the share of bad events behaves from a moment on, before which nothing failed. Traffic is constant. */
export type ErrorPattern =
  | { readonly kind: "constant"; readonly errorRatio: number }
  /** Ends after `length`. */
  | {
      readonly kind: "outage";
      readonly length: Duration;
      /** @default 1 */
      readonly errorRatio?: number;
    }
  /** Rises from 0 to `to` within `length` and stays there. */
  | { readonly kind: "ramp"; readonly to: number; readonly length: Duration }
  /** `cycles` times bad for `on` and good for `off`. */
  | {
      readonly kind: "intermittent";
      readonly errorRatio: number;
      readonly on: Duration;
      readonly off: Duration;
      readonly cycles: number;
    };

/** A stretch of time with a straight line of error ratios. Times in seconds from the start. */
export interface ErrorSegment {
  readonly from: number;
  /** Infinite for the last one. */
  readonly until: number;
  readonly ratioFrom: number;
  /** Change of the ratio per second. */
  readonly slope: number;
}

/** The pattern as stretches without gaps, from 0 to infinity. */
export function segmentsOf(pattern: ErrorPattern): readonly ErrorSegment[] {
  switch (pattern.kind) {
    case "constant":
      return steps([[Infinity, pattern.errorRatio]]);
    case "outage":
      return steps([
        [secondsIn(pattern.length), pattern.errorRatio ?? 1],
        [Infinity, 0],
      ]);
    case "ramp": {
      const length = secondsIn(pattern.length);
      return [
        { from: 0, until: length, ratioFrom: 0, slope: pattern.to / length },
        { from: length, until: Infinity, ratioFrom: pattern.to, slope: 0 },
      ];
    }
    case "intermittent":
      return steps([
        ...Array.from(
          { length: pattern.cycles },
          () =>
            [
              [secondsIn(pattern.on), pattern.errorRatio],
              [secondsIn(pattern.off), 0],
            ] as const,
        )
          .flat()
          .slice(0, -1),
        [Infinity, 0],
      ]);
  }
}

/** When the pattern stops changing, in seconds from its start. */
export function lengthOf(pattern: ErrorPattern): number {
  return segmentsOf(pattern).at(-1)?.from ?? 0;
}

/** The pattern in words: `total outage of 10m`. */
export function patternText(pattern: ErrorPattern): string {
  const percent = (ratio: number): string =>
    `${Number((100 * ratio).toPrecision(6))} %`;
  switch (pattern.kind) {
    case "constant":
      return `${percent(pattern.errorRatio)} errors from now on`;
    case "outage":
      return (pattern.errorRatio ?? 1) === 1
        ? `total outage of ${pattern.length}`
        : `${percent(pattern.errorRatio ?? 1)} errors for ${pattern.length}`;
    case "ramp":
      return `errors rise to ${percent(pattern.to)} within ${pattern.length}`;
    case "intermittent":
      return `${percent(pattern.errorRatio)} errors for ${pattern.on} of every ${pattern.on} + ${pattern.off}, ${pattern.cycles} times`;
  }
}

/** What is wrong with a pattern, for example from a command line. */
export function patternProblems(pattern: ErrorPattern): readonly string[] {
  const ratio =
    pattern.kind === "ramp" ? pattern.to : (pattern.errorRatio ?? 1);
  const problems: string[] = [];
  if (!(ratio >= 0 && ratio <= 1))
    problems.push(`an error ratio must be between 0 and 1, got ${ratio}`);
  if (
    pattern.kind === "intermittent" &&
    !(Number.isInteger(pattern.cycles) && pattern.cycles > 0)
  )
    problems.push(
      `cycles must be a whole number above 0, got ${pattern.cycles}`,
    );
  if (pattern.kind === "ramp" && secondsIn(pattern.length) === 0)
    problems.push("a ramp must take longer than 0s");
  return problems;
}

function steps(
  parts: readonly (readonly [length: number, ratio: number])[],
): readonly ErrorSegment[] {
  let from = 0;
  return parts.map(([length, ratioFrom]) => {
    const segment = { from, until: from + length, ratioFrom, slope: 0 };
    from += length;
    return segment;
  });
}
