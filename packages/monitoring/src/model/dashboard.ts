import type * as sdk from "@grafana/grafana-foundation-sdk/dashboard";
import type { Suppression } from "./suppression";

/** What checks, alerts and the review need to know of a panel; the rest is in the dashboard's own model. */
export interface PanelKey {
  /** kebab-case, unique in the dashboard, never renamed: the panel's id comes from it. */
  readonly key: string;
  readonly id: number;
  readonly title: string;
  /** Checks that do not apply here. @default [] */
  readonly suppress?: readonly Suppression[];
}

/** A dashboard of Grafana: the Foundation SDK's model, and the keys of its panels. */
export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  /** Classic dashboard model (schema version 42), without `id` and `version`. */
  readonly model: sdk.Dashboard;
  readonly panels: readonly PanelKey[];
}

/** A panel of a dashboard, named so that an alert can link it. */
export interface PanelRef {
  readonly dashboardUid: string;
  readonly panelId: number;
  readonly panelKey: string;
}

/** The panel `key` of `dashboard`. Throws when there is none. */
export function panelOf(dashboard: Dashboard, key: string): PanelRef {
  const panel = dashboard.panels.find((candidate) => candidate.key === key);
  if (panel === undefined) {
    const known = dashboard.panels.map((candidate) => candidate.key).join(", ");
    throw new Error(
      `dashboard "${dashboard.uid}" has no panel "${key}"; its panels are ${known}`,
    );
  }
  return { dashboardUid: dashboard.uid, panelId: panel.id, panelKey: key };
}
