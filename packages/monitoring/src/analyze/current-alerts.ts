import type { Labels } from "../model/labels";

/** An alert that Alertmanager has. */
export interface CurrentAlert {
  readonly labels: Labels;
  readonly state: "active" | "suppressed" | "unprocessed";
}

/** A name, and how many alerts have it. */
export type Count = readonly [name: string, count: number];

/** What fires at the moment; alerts without a label are counted as `unknown`. */
export interface CurrentAlerts {
  readonly total: number;
  /** Those that are neither silenced nor inhibited. */
  readonly firing: number;
  /** Of the firing ones, most first, as the next three. */
  readonly bySeverity: readonly Count[];
  readonly byTeam: readonly Count[];
  /** At most five. */
  readonly byAlert: readonly Count[];
}

export function currentAlertsOf(
  alerts: readonly CurrentAlert[],
): CurrentAlerts {
  const firing = alerts.filter(({ state }) => state === "active");
  const by = (label: string): readonly Count[] => {
    const counts = new Map<string, number>();
    for (const { labels } of firing) {
      const name = labels[label] || "unknown";
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return [...counts].sort(
      ([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1),
    );
  };
  return {
    total: alerts.length,
    firing: firing.length,
    bySeverity: by("severity"),
    byTeam: by("team"),
    byAlert: by("alertname").slice(0, 5),
  };
}
