/**
 * Durations as Grafana's server reads and writes them (Prometheus' model).
 * Written apart from lib/, so that a mistake there is not repeated here.
 */
const unitMs: Readonly<Record<string, number>> = {
  y: 365 * 86_400_000,
  w: 7 * 86_400_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
  ms: 1,
};

/** Milliseconds, or undefined if the text is no duration. `0` needs no unit. */
export function parseDuration(duration: string): number | undefined {
  if (duration === "0") return 0;
  const form =
    /^(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$/;
  if (duration === "" || !form.test(duration)) return undefined;
  return [...duration.matchAll(/(\d+)(ms|[ywdhms])/g)].reduce(
    (total, [, count, unit]) => total + Number(count) * (unitMs[unit!] ?? 0),
    0,
  );
}

/** The spelling that the server answers with: years and weeks only where nothing is left over. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds === 0) return "0s";
  let rest = milliseconds;
  let formatted = "";
  for (const unit of ["y", "w", "d", "h", "m", "s", "ms"]) {
    const size = unitMs[unit]!;
    const exactOnly = unit === "y" || unit === "w";
    if (exactOnly && rest % size !== 0) continue;
    const count = Math.floor(rest / size);
    if (count > 0) formatted += `${count}${unit}`;
    rest -= count * size;
  }
  return formatted;
}

/** The server's spelling of a duration; text that is none is left as it is. */
export function canonicalDuration(duration: string): string {
  const milliseconds = parseDuration(duration);
  return milliseconds === undefined ? duration : formatDuration(milliseconds);
}
