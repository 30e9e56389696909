import type { Dashboard, PanelRef } from "../model/dashboard";
import type { Slo } from "../model/slo";
import { panelIdOf, uidOf } from "../model/uid";

/** The panel of an SLO's dashboard that shows its burn rates and the thresholds of its tiers. */
export const burnPanelKey = "burn-rates";

/** The uid of the generated dashboard of an SLO. */
export function sloDashboardUid(
  systemId: string,
  slo: Pick<Slo, "id">,
): string {
  return uidOf("slo", systemId, slo.id);
}

/** The panel that the alerts of an SLO link, when its dashboard is among `dashboards`. */
export function burnPanelOf(
  systemId: string,
  slo: Pick<Slo, "id">,
  dashboards: readonly Dashboard[],
): PanelRef | undefined {
  const dashboardUid = sloDashboardUid(systemId, slo);
  return dashboards.some(({ uid }) => uid === dashboardUid)
    ? { dashboardUid, panelId: panelIdOf(burnPanelKey), panelKey: burnPanelKey }
    : undefined;
}
