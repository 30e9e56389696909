/** A span of time as configurations write it: a whole number and one unit, for example `"5m"`. */
export type Duration = `${number}${"s" | "m" | "h" | "d" | "w"}`;

const unitSeconds = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 } as const;

/** True for a whole, non-negative number followed by one of s, m, h, d, w. */
export function isDuration(text: string): text is Duration {
  return /^\d+[smhdw]$/.test(text);
}

/** A model has a few dozen durations, and asks for each thousands of times. */
const seconds = new Map<Duration, number>();

/** The length of `duration` in seconds. Throws on text that is not a {@link Duration}, such as `"5 minutes"` or `"1y"`. */
export function secondsIn(duration: Duration): number {
  const known = seconds.get(duration);
  if (known !== undefined) return known;
  if (!isDuration(duration)) {
    throw new Error(
      `a duration must be a whole number and one of s, m, h, d, w, such as "5m", got "${String(duration)}"`,
    );
  }
  const unit = duration.slice(-1) as keyof typeof unitSeconds;
  const length = Number(duration.slice(0, -1)) * unitSeconds[unit];
  seconds.set(duration, length);
  return length;
}

/**
 * The spelling that Prometheus, Alertmanager and Grafana give back for a duration: weeks only when exact,
 * then days, hours, minutes, seconds (`"90s"` is `"1m30s"`, `"168h"` is `"1w"`, `"0m"` is `"0s"`).
 * Any other spelling shows as a difference after every apply.
 */
export function canonicalDuration(duration: Duration | number): string {
  let rest = typeof duration === "number" ? duration : secondsIn(duration);
  if (rest === 0) return "0s";
  if (rest % unitSeconds.w === 0) return `${rest / unitSeconds.w}w`;
  let text = "";
  for (const unit of ["d", "h", "m", "s"] as const) {
    const count = Math.floor(rest / unitSeconds[unit]);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * unitSeconds[unit];
  }
  return text;
}

/** The one-unit duration of `seconds`, in the largest unit that is exact. */
export function durationOf(seconds: number): Duration {
  for (const unit of ["w", "d", "h", "m"] as const) {
    if (seconds > 0 && seconds % unitSeconds[unit] === 0)
      return `${seconds / unitSeconds[unit]}${unit}`;
  }
  return `${seconds}s`;
}
