import { objectsOf } from "../../internal/json-tree";
import type { DeployedAlert, Deployment } from "../../model/deployment";
import { metricNamesOf } from "../../queries/promql/selectors";
import type { Check } from "../check";
import {
  allDashboards,
  textOf,
  type PlacedDashboard,
  type PlacedPanel,
} from "../dashboards/panels";
import type { Violation } from "../finding";
import { placeOfRule } from "../queries";

/** An alert that leads to a panel which is not there. */
export const alertPanel: Check = {
  id: "references/alert-panel",
  severity: "error",
  title: "An alert that links a panel which does not exist",
  run: (deployment) =>
    linkedPanels(deployment).flatMap(({ alert, dashboard, panel, place }) => {
      if (alert.panel === undefined || panel !== undefined) return [];
      const { dashboardUid, panelKey, panelId } = alert.panel;
      const keys = dashboard?.dashboard.panels.map(({ key }) => key) ?? [];
      return [
        {
          ...place,
          message:
            dashboard === undefined
              ? `its panel is on the dashboard "${dashboardUid}", which no system has`
              : `its panel is "${panelKey}" (${panelId}), but dashboard "${dashboardUid}" has ${keys.join(", ") || "none"}`,
          fix: "name a panel with panelOf(dashboard, key), and add the dashboard to its system",
        },
      ];
    }),
};

/** An alert that leads to a panel which shows something else. */
export const panelMetric: Check = {
  id: "references/panel-metric",
  severity: "warning",
  title: "An alert that links a panel without any of its metrics",
  run: (deployment) =>
    linkedPanels(deployment).flatMap(({ alert, panel, place }) => {
      if (
        panel === undefined ||
        (alert.datasource ?? "prometheus") !== "prometheus"
      )
        return [];
      const asked = metricNamesOf(alert.expr);
      const shown = objectsOf(panel.panel.targets).flatMap(({ expr }) =>
        metricNamesOf(textOf(expr) ?? ""),
      );
      return asked.length === 0 ||
        shown.length === 0 ||
        asked.some((name) => shown.includes(name))
        ? []
        : [
            {
              ...place,
              message: `it asks for ${asked.join(", ")}, the panel "${alert.panel?.panelKey ?? ""}" shows ${shown.join(", ")}`,
              fix: "link the panel that shows what the alert measures, or show it there",
            },
          ];
    }),
};

interface LinkedPanel {
  readonly alert: DeployedAlert;
  readonly dashboard: PlacedDashboard | undefined;
  readonly panel: PlacedPanel | undefined;
  readonly place: Pick<Violation, "path" | "suppress">;
}

function linkedPanels(deployment: Deployment): readonly LinkedPanel[] {
  const dashboards = allDashboards(deployment);
  return deployment.systems.flatMap((system) =>
    system.alertGroups.flatMap(({ alerts }) =>
      alerts.flatMap((alert) => {
        const { panel } = alert;
        if (panel === undefined) return [];
        const dashboard = dashboards.find(
          (placed) => placed.dashboard.uid === panel.dashboardUid,
        );
        return [
          {
            alert,
            dashboard,
            panel: dashboard?.panels.find(
              (placed) => placed.panel.id === panel.panelId,
            ),
            place: placeOfRule(system, alert, `alert ${alert.alert}`),
          },
        ];
      }),
    ),
  );
}
