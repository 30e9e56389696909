import { durationOf, type Duration } from "../model/duration";

const form =
  /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;

/** Milliseconds of year, week, day, hour, minute, second and millisecond; years and days have no leap. */
const unitMilliseconds = [
  365 * 86_400_000,
  7 * 86_400_000,
  86_400_000,
  3_600_000,
  60_000,
  1000,
  1,
];

/** What Prometheus and Alertmanager take for a duration, for errors. */
export const durationForm = 'a duration such as "5m" or "1h30m"';

/** The length of a duration as Prometheus and Alertmanager write it (`1h30m`, `0`), `undefined` when it is none. */
export function millisecondsIn(text: string): number | undefined {
  if (text === "0") return 0;
  const parts = form.exec(text);
  if (text === "" || parts === null) return undefined;
  return unitMilliseconds.reduce(
    (sum, unit, index) => sum + unit * Number(parts[index + 1] ?? 0),
    0,
  );
}

/** The same length as the model writes it, `undefined` when it is no whole number of seconds. */
export function modelDuration(milliseconds: number): Duration | undefined {
  return milliseconds % 1000 === 0
    ? durationOf(milliseconds / 1000)
    : undefined;
}
