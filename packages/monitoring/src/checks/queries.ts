import { objectOf, objectsOf, type JsonObject } from "../internal/json-tree";
import {
  type DeployedAlert,
  type DeployedRecording,
  type DeployedSystem,
} from "../model/deployment";
import type { Suppression } from "../model/suppression";
import {
  pluginOf,
  queryTextsOf,
  type QueryLanguage,
  type QueryText,
} from "../dashboards/dashboard-queries";
import { queryInVariable } from "../dashboards/variable-query";
import {
  dashboardsOf,
  textOf,
  type PlacedDashboard,
  type PlacedPanel,
} from "./dashboards/panels";
import { pathOf } from "./paths";
import { memoize } from "../internal/memoize";

/** One query of a system, wherever it stands. */
export interface ModelQuery {
  readonly language: QueryLanguage;
  /** As deployed, scoped to its system. */
  readonly expr: string;
  readonly path: string;
  readonly suppress: readonly Suppression[];
  readonly owner: QueryOwner;
}

/** The thing that asks. */
export type QueryOwner =
  | {
      readonly kind: "panel";
      readonly dashboard: PlacedDashboard;
      readonly panel: PlacedPanel;
      readonly target: JsonObject;
    }
  | {
      readonly kind: "variable" | "annotation";
      readonly dashboard: PlacedDashboard;
    }
  | { readonly kind: "alert"; readonly alert: DeployedAlert }
  | { readonly kind: "recording"; readonly recording: DeployedRecording };

const dashboardQueries = memoize(
  (dashboard: PlacedDashboard): readonly ModelQuery[] => [
    ...dashboard.panels.flatMap((panel) => panelQueries(dashboard, panel)),
    ...dashboard.variables.flatMap((variable) =>
      variableQueries(dashboard, variable),
    ),
    ...dashboard.annotations.flatMap((annotation) =>
      annotationQueries(dashboard, annotation),
    ),
  ],
);

/** Every query of a system: of panels, variables, annotations, alerts and recordings, those of SLOs among them. */
export const queriesOf = memoize(
  (system: DeployedSystem): readonly ModelQuery[] => [
    ...dashboardsOf(system).flatMap(dashboardQueries),
    ...ruleQueries(system),
  ],
);

function panelQueries(
  dashboard: PlacedDashboard,
  panel: PlacedPanel,
): readonly ModelQuery[] {
  return objectsOf(panel.panel.targets).flatMap((target) =>
    asked(queryTextsOf(target, pluginOf(target) ?? pluginOf(panel.panel))).map(
      (query) => ({
        ...query,
        path: pathOf(panel.path, textOf(target.refId) ?? ""),
        suppress: panel.suppress,
        owner: { kind: "panel", dashboard, panel, target },
      }),
    ),
  );
}

function variableQueries(
  dashboard: PlacedDashboard,
  variable: JsonObject,
): readonly ModelQuery[] {
  return asked(queryTextsOf(variable)).flatMap(({ language, expr }) => {
    const query = language === "promql" ? queryInVariable(expr) : expr;
    return query === undefined
      ? []
      : [
          {
            language,
            expr: query,
            path: pathOf(dashboard.path, `variable ${String(variable.name)}`),
            suppress: [],
            owner: { kind: "variable", dashboard },
          },
        ];
  });
}

function annotationQueries(
  dashboard: PlacedDashboard,
  annotation: JsonObject,
): readonly ModelQuery[] {
  const plugin = pluginOf(annotation);
  return asked([
    ...queryTextsOf(objectOf(annotation.target), plugin),
    ...queryTextsOf(annotation, plugin),
  ]).map((query) => ({
    ...query,
    path: pathOf(dashboard.path, `annotation ${String(annotation.name)}`),
    suppress: [],
    owner: { kind: "annotation", dashboard },
  }));
}

/** The one query that is asked, others being copies for people. */
function asked(
  texts: readonly QueryText[],
): readonly Pick<ModelQuery, "language" | "expr">[] {
  return texts
    .filter(({ text }) => text !== "")
    .slice(0, 1)
    .map(({ language, text }) => ({ language, expr: text }));
}

function ruleQueries(system: DeployedSystem): readonly ModelQuery[] {
  return [
    ...system.alertGroups.flatMap(({ alerts }) =>
      alerts.map((alert): ModelQuery => ({
        language:
          typeof alert.datasource === "object"
            ? "sql"
            : alert.datasource === "loki"
              ? "logql"
              : "promql",
        expr: alert.expr,
        ...placeOfRule(system, alert, `alert ${alert.alert}`),
        owner: { kind: "alert", alert },
      })),
    ),
    ...system.recordingGroups.flatMap(({ recordings }) =>
      recordings.map((recording): ModelQuery => ({
        language: "promql",
        expr: recording.expr,
        ...placeOfRule(system, recording, `recording ${recording.record}`),
        owner: { kind: "recording", recording },
      })),
    ),
  ];
}

/** Rules that follow from an SLO are found, and suppressed, there. */
export function placeOfRule(
  system: DeployedSystem,
  { labels, suppress = [] }: DeployedAlert | DeployedRecording,
  name: string,
): Pick<ModelQuery, "path" | "suppress"> {
  const slo = system.slos.find(({ id }) => id === labels.slo);
  return {
    path: pathOf(system.id, slo === undefined ? "" : `slo ${slo.id}`, name),
    suppress: [...suppress, ...(slo?.suppress ?? [])],
  };
}
