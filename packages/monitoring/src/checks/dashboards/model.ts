import { dashboardProblems } from "../../dashboards/model-problems";
import { dataSourceReferenceProblems } from "../../dashboards/dashboard-data-sources";
import { successorOf } from "../../dashboards/legacy-panels";
import { layoutProblems } from "../../dashboards/panel-layout";
import type { Check } from "../check";
import { perDashboard } from "./panels";

/** Panels outside of the grid, or on each other. */
export const layout: Check = {
  id: "dashboards/layout",
  severity: "error",
  title: "A panel outside of the grid, or on another panel",
  run: perDashboard(({ model, path }) =>
    layoutProblems(model).map((message) => ({
      path,
      message,
      fix: "correct gridPos: 24 columns, no overlap",
    })),
  ),
};

/** Panels of a type that Grafana no longer draws. */
export const legacyPanel: Check = {
  id: "dashboards/legacy-panel",
  severity: "error",
  title: "A panel of a type that Grafana has removed",
  run: perDashboard(({ panels }) =>
    panels.flatMap(({ panel, path, suppress }) => {
      const successor = successorOf(
        String(panel.type),
        panel.styles !== undefined,
      );
      return successor === undefined
        ? []
        : [
            {
              path,
              message: `Grafana no longer draws panels of the type "${String(panel.type)}"`,
              fix: `use ${successor}`,
              suppress,
            },
          ];
    }),
  ),
};

/** References to datasources that Grafana never resolves. */
export const dataSourceReference: Check = {
  id: "dashboards/data-source-reference",
  severity: "error",
  title:
    "A datasource that a dashboard names in a way that Grafana never resolves",
  run: perDashboard(({ model, path }) =>
    dataSourceReferenceProblems(model).map((message) => ({
      path,
      message,
      fix: "refer to a variable of type datasource, or to a fixed uid, with type and uid",
    })),
  ),
};

/** Everything else because of which Grafana refuses or rewrites a dashboard. */
export const model: Check = {
  id: "dashboards/model",
  severity: "error",
  title: "A dashboard that Grafana refuses or rewrites",
  run: perDashboard(({ dashboard, model: json, path }) => {
    const elsewhere = [
      ...layoutProblems(json),
      ...dataSourceReferenceProblems(json),
    ];
    return dashboardProblems(dashboard)
      .filter(
        (problem) =>
          !elsewhere.includes(problem) &&
          !problem.includes("must be a panel that Grafana 12 draws"),
      )
      .map((message) => ({
        path,
        message,
        fix: "change the dashboard as the message says",
      }));
  }),
};
