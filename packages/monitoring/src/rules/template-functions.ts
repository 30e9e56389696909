/** Where functions of Go templates can be called. */
interface Availability {
  /** Minor version of Alertmanager that brought them; 0 for all supported ones. @default - Alertmanager has none of them */
  readonly alertmanager?: number;
  /** Whether Grafana's messages have them. @default false */
  readonly grafana?: boolean;
  /**
   * Whether annotations and labels of alert rules have them in Grafana. `query` and what works on its result (`first`,
   * `label`, `value`, `strvalue`, `sortByLabel`) count as missing: in Grafana `query` returns nothing. @default false
   */
  readonly alerts?: boolean;
}

/** Every function that a template may call, with where it can be. */
const functions: readonly (readonly [Availability, names: string])[] = [
  [
    // text/template of Go
    { alertmanager: 0, grafana: true, alerts: true },
    "and call eq ge gt html index js le len lt ne not or print printf println slice urlquery",
  ],
  [
    { alertmanager: 0, grafana: true, alerts: true },
    "match reReplaceAll safeHtml title toLower toUpper",
  ],
  [{ alertmanager: 0, grafana: true }, "join stringSlice"],
  [{ alertmanager: 26, grafana: true }, "trimSpace"],
  [{ alertmanager: 28, grafana: true, alerts: true }, "humanizeDuration"],
  [{ alertmanager: 28, grafana: true }, "date since tz"],
  [{ alertmanager: 30, grafana: true }, "safeUrl toJson urlUnescape"],
  [{ alertmanager: 32, grafana: true }, "append dict list"],
  [{ alertmanager: 33 }, "now"],
  [{ alertmanager: 34 }, "mustToDate routeLabels toDate"],
  // Name spaces of Grafana
  [{ grafana: true }, "coll data time tmpl"],
  [
    { alerts: true },
    "args externalURL filterLabels filterLabelsRe graphLink humanize humanize1024 humanizePercentage humanizeTimestamp mergeLabelValues parseDuration pathPrefix removeLabels removeLabelsRe stripDomain stripPort tableLink toTime",
  ],
];

const availability: ReadonlyMap<string, Availability> = new Map(
  functions.flatMap(([where, names]) =>
    names.split(" ").map((name) => [name, where] as const),
  ),
);

/** What notification templates may call in Grafana: Go's own functions, Alertmanager's, and Grafana's name spaces. */
export const notificationFunctions = namesWhere(({ grafana }) => grafana);

/** What annotations and labels of alert rules may call in Grafana: Go's own functions, Prometheus's and Grafana's. */
export const alertFunctions = namesWhere(({ alerts }) => alerts);

/** The minor version of Alertmanager that brought a function, 0 for all supported ones; undefined where it has none. */
export function alertmanagerSince(name: string): number | undefined {
  return availability.get(name)?.alertmanager;
}

function namesWhere(
  holds: (where: Availability) => boolean | undefined,
): ReadonlySet<string> {
  return new Set(
    [...availability]
      .filter(([, where]) => holds(where) === true)
      .map(([name]) => name),
  );
}
