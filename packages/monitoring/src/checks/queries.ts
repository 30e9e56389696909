import { objectOf, objectsOf, type JsonObject } from "../internal/json-tree";
import {
  type DeployedAlert,
  type DeployedRecording,
  type DeployedSystem,
} from "../model/deployment";
import type { Suppression } from "../model/suppression";
import {
  dashboardsOf,
  textOf,
  type PlacedDashboard,
  type PlacedPanel,
} from "./dashboards/panels";
import { pathOf } from "./paths";
import { memoize } from "../internal/memoize";

/** The languages of queries that are checked; the rest of Grafana's is not. */
export type CheckedLanguage = "promql" | "logql" | "traceql" | "sql";

/** One query of a system, wherever it stands. */
export interface ModelQuery {
  readonly language: CheckedLanguage;
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

/** Datasource plugins and what they are asked in. */
const languages: Readonly<Record<string, CheckedLanguage>> = {
  prometheus: "promql",
  loki: "logql",
  tempo: "traceql",
  "grafana-postgresql-datasource": "sql",
};

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
  return objectsOf(panel.panel.targets).flatMap((target) => {
    const asked = askedIn(target, panel.panel);
    return asked === undefined
      ? []
      : [
          {
            ...asked,
            path: pathOf(panel.path, textOf(target.refId) ?? ""),
            suppress: panel.suppress,
            owner: { kind: "panel", dashboard, panel, target } as const,
          },
        ];
  });
}

/** The query of a target, and the language that its datasource speaks. */
function askedIn(
  target: JsonObject,
  panel: JsonObject,
): Pick<ModelQuery, "language" | "expr"> | undefined {
  const type =
    textOf(objectOf(target.datasource).type) ??
    textOf(objectOf(panel.datasource).type);
  const language = type === undefined ? undefined : languages[type];
  if (language === undefined) return undefined;
  // A map of services is narrowed by a PromQL selector, whatever else Tempo is asked in.
  const isMap = language === "traceql" && target.queryType === "serviceMap";
  const text = isMap
    ? textOf(target.serviceMapQuery)
    : language === "traceql"
      ? target.queryType === "traceql"
        ? textOf(target.query)
        : undefined
      : textOf(language === "sql" ? target.rawSql : target.expr);
  return text === undefined
    ? undefined
    : { language: isMap ? "promql" : language, expr: text };
}

/** `label_values(up{job="a"}, instance)`, `query_result(…)`: what stands inside of Grafana's functions is PromQL. */
function variableQueries(
  dashboard: PlacedDashboard,
  variable: JsonObject,
): readonly ModelQuery[] {
  if (variable.type !== "query") return [];
  const language = languages[String(objectOf(variable.datasource).type)];
  const text =
    textOf(variable.query) ?? textOf(objectOf(variable.query).query) ?? "";
  const expr = language === "promql" ? queryInVariable(text) : text;
  // Loki and Tempo are asked for labels in forms of their own.
  if (expr === undefined || (language !== "promql" && language !== "sql"))
    return [];
  return [
    {
      language,
      expr,
      path: pathOf(dashboard.path, `variable ${String(variable.name)}`),
      suppress: [],
      owner: { kind: "variable", dashboard },
    },
  ];
}

/** The PromQL in a variable's query; `undefined` where it asks for names only. */
export function queryInVariable(text: string): string | undefined {
  const [, name, inside = ""] =
    /^\s*(label_values|query_result|label_names|metrics)\(([\s\S]*)\)\s*$/.exec(
      text,
    ) ?? [];
  if (name === undefined) return text.trim() === "" ? undefined : text;
  if (name === "query_result") return inside;
  const comma = inside.lastIndexOf(",");
  return name === "label_values" && comma > 0
    ? inside.slice(0, comma)
    : undefined;
}

function annotationQueries(
  dashboard: PlacedDashboard,
  annotation: JsonObject,
): readonly ModelQuery[] {
  const target = objectOf(annotation.target);
  const language = languages[String(objectOf(annotation.datasource).type)];
  const expr = textOf(target.expr) ?? textOf(annotation.expr);
  if (expr === undefined || language === undefined) return [];
  return [
    {
      language,
      expr,
      path: pathOf(dashboard.path, `annotation ${String(annotation.name)}`),
      suppress: [],
      owner: { kind: "annotation", dashboard },
    },
  ];
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
