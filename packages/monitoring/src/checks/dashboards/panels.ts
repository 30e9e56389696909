import { objectOf, objectsOf, type JsonObject } from "../../internal/json-tree";
import { allPanels } from "../../dashboards/panel-layout";
import type { Dashboard } from "../../model/dashboard";
import type { DeployedSystem } from "../../model/deployment";
import type { MonitoredSystem } from "../../model/monitored-system";
import type { Suppression } from "../../model/suppression";
import type { DeploymentCheck } from "../check";
import type { Violation } from "../finding";
import { pathOf } from "../paths";
import { memoize } from "../../internal/memoize";

/** A dashboard where it is deployed, its model as plain JSON. */
export interface PlacedDashboard {
  readonly dashboard: Dashboard;
  readonly model: JsonObject;
  readonly path: string;
  readonly panels: readonly PlacedPanel[];
  readonly variables: readonly JsonObject[];
  readonly annotations: readonly JsonObject[];
}

/** A panel that is no row, with what its author calls it. */
export interface PlacedPanel {
  readonly panel: JsonObject;
  readonly path: string;
  readonly suppress: readonly Suppression[];
}

/** A dashboard lies in the folder of one system; environments share it. */
const placed = memoize((system: MonitoredSystem) =>
  memoize((dashboards: readonly Dashboard[]): readonly PlacedDashboard[] =>
    dashboards.map((dashboard) => {
      const model = objectOf(dashboard.model);
      const path = pathOf(system.id, `dashboard ${dashboard.uid}`);
      return {
        dashboard,
        model,
        path,
        panels: allPanels(model)
          .filter(({ type }) => type !== "row")
          .map((panel) => {
            const key = dashboard.panels.find(({ id }) => id === panel.id);
            return {
              panel,
              path: pathOf(
                path,
                `panel ${key?.key ?? textOf(panel.title) ?? String(panel.id)}`,
              ),
              suppress: key?.suppress ?? [],
            };
          }),
        variables: objectsOf(objectOf(model.templating).list),
        annotations: objectsOf(objectOf(model.annotations).list),
      };
    }),
  ),
);

/** The dashboards of a system. */
export function dashboardsOf({
  source,
  dashboards,
}: DeployedSystem): readonly PlacedDashboard[] {
  return placed(source)(dashboards);
}

/** A check that looks at dashboards one by one, at each once, however many environments have it. */
export function perDashboard(
  run: (dashboard: PlacedDashboard) => readonly Violation[],
): DeploymentCheck["run"] {
  const known = memoize(run);
  return (deployment) => allDashboards(deployment).flatMap(known);
}

/** The dashboards of an environment. */
export function allDashboards({
  systems,
}: {
  readonly systems: readonly DeployedSystem[];
}): readonly PlacedDashboard[] {
  return systems.flatMap(dashboardsOf);
}

/** The suppressions beside any panel of a dashboard, for findings that concern it as a whole. */
export function suppressionsIn({
  dashboard,
}: PlacedDashboard): readonly Suppression[] {
  return dashboard.panels.flatMap(({ suppress = [] }) => suppress);
}

/** `value` when it is text with something in it. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
