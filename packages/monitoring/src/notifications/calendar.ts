/** A moment as the clock and calendar of a place show it. */
export interface LocalTime {
  /** Since midnight. */
  readonly minute: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

const dayMs = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** `at` in an IANA time zone. Throws on an unknown one. */
export function localTime(at: Date, zone: string): LocalTime {
  const wall = new Date(wallClock(at.getTime(), zone));
  return {
    minute: wall.getUTCHours() * 60 + wall.getUTCMinutes(),
    weekday: wall.getUTCDay(),
    day: wall.getUTCDate(),
    month: wall.getUTCMonth() + 1,
    year: wall.getUTCFullYear(),
  };
}

/**
 * The days of a month (1 is January) as Alertmanager and Grafana count them: whole days of 24 hours between the starts of
 * two months. Where clocks go forward within a month, that is one less than the calendar says, so that `-1` is the last
 * day but one.
 */
export function daysInMonth(year: number, month: number, zone: string): number {
  return Math.floor(
    (midnight(year, month, zone) - midnight(year, month - 1, zone)) / dayMs,
  );
}

/** Whether clocks go forward within some month of the year, so that Alertmanager takes it for a day shorter. */
export function losesDays(zone: string, year: number): boolean {
  return Array.from({ length: 12 }, (_, month) => month).some(
    (month) =>
      (midnight(year, month + 1, zone) - midnight(year, month, zone)) % dayMs >
      dayMs / 2,
  );
}

/**
 * What is wrong with the name of a time zone, `undefined` when nothing. Stricter than Intl, as Go is: names are
 * case-sensitive, and offsets such as `+01:00` are no names.
 */
export function zoneProblem(zone: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(zone)) {
    return `must be an IANA time zone such as "Europe/Berlin", got "${zone}"`;
  }
  try {
    const known = formatFor(zone).resolvedOptions().timeZone;
    return known !== zone && known.toLowerCase() === zone.toLowerCase()
      ? `must be written "${known}", got "${zone}"`
      : undefined;
  } catch {
    return `must be an IANA time zone such as "Europe/Berlin", got "${zone}"`;
  }
}

/** What clock and calendar of the zone show, to the minute, as the milliseconds at which UTC shows the same. */
function wallClock(at: number, zone: string): number {
  if (zone === "UTC") return Math.floor(at / 60_000) * 60_000;
  const parts = new Map(
    formatFor(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    parts.get(type) ?? Number.NaN;
  return Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
  );
}

/** When the month begins in the zone; months count from 0 and may be 12. */
function midnight(year: number, month: number, zone: string): number {
  const wanted = Date.UTC(year, month, 1);
  const offset = wallClock(wanted, zone) - wanted;
  return wanted - (wallClock(wanted - offset, zone) - (wanted - offset));
}

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  formats.set(zone, format);
  return format;
}
