/** A moment as the clock and calendar of a place show it. */
export interface LocalTime {
  /** Since midnight. */
  readonly minute: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly daysInMonth: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** `at` in an IANA time zone. Throws on an unknown one. */
export function localTime(at: Date, zone: string): LocalTime {
  const parts = new Map(
    formatFor(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    parts.get(type) ?? Number.NaN;
  const [year, month, day] = [part("year"), part("month"), part("day")];
  return {
    minute: part("hour") * 60 + part("minute"),
    weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
    day,
    month,
    year,
    daysInMonth: new Date(Date.UTC(year, month, 0)).getUTCDate(),
  };
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
