/** Seconds in a year, week, day and so on, as Prometheus counts them. */
const UNIT_SECONDS: Readonly<Record<string, number>> = {
  y: 31_536_000,
  w: 604_800,
  d: 86_400,
  h: 3600,
  m: 60,
  s: 1,
  ms: 0.001,
};

/** Prometheus keeps durations as 64-bit nanoseconds; this many seconds are the last that fit. */
export const MAX_DURATION_SECONDS = 2 ** 63 / 1e9;

/** The largest whole number that a hexadecimal literal may have. */
const MAX_INTEGER = 2n ** 63n - 1n;

/**
 * The value of a number or duration literal, durations in seconds; undefined when it is out of range. Hexadecimal and
 * underscores are read as in Go, a leading zero as octal.
 */
export function numberValue(literal: string): number | undefined {
  const text = literal.replaceAll("_", "");
  if (/^0[xX]/.test(text)) {
    const value = BigInt(text);
    return value > MAX_INTEGER ? undefined : Number(value);
  }
  if (/[a-z]$/.test(text)) {
    const seconds = durationSeconds(text);
    return seconds > MAX_DURATION_SECONDS ? undefined : seconds;
  }
  const value = /^0[0-7]+$/.test(text)
    ? Number.parseInt(text, 8)
    : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** The seconds of a duration such as `1h30m`, made of at most one part per unit. */
export function durationSeconds(text: string): number {
  let seconds = 0;
  for (const [, count, unit] of text.matchAll(/(\d+)(ms|[ywdhms])/g)) {
    seconds += Number(count) * (UNIT_SECONDS[unit ?? ""] ?? 0);
  }
  return seconds;
}
