import { tokenizeTemplate } from "../../rules/go-template-tokens";
import { queryContext } from "../../deployment/query-context";
import { objectOf, objectsOf } from "../../internal/json-tree";
import type { DeployedSystem, Deployment } from "../../model/deployment";
import type { Unit } from "../../model/metric";
import type { MonitoredSystem } from "../../model/monitored-system";
import type {
  SemanticContext,
  SemanticQuery,
} from "../../queries/promql/semantics/context";
import type { LabelSet } from "../../queries/promql/semantics/label-set";
import { labelsOf } from "../../queries/promql/semantics/labels-of";
import { semanticQueryOf } from "../../queries/promql/semantics/semantic-query";
import { textOf } from "../dashboards/panels";
import { queriesOf, type ModelQuery } from "../queries";
import { memoize } from "../../internal/memoize";

/** A PromQL query, and what is known of the series that it reads. Environments with the same recordings share it. */
export interface PromqlQuery extends ModelQuery {
  readonly system: DeployedSystem;
  /** Without the limits of the environment: how often it scrapes, how long it remembers. */
  readonly context: SemanticContext;
}

/** Every PromQL query of an environment. */
export const promqlQueries = memoize(
  (deployment: Deployment): readonly PromqlQuery[] =>
    deployment.systems.flatMap((system) => {
      const placed = placedIn(seriesContext(deployment, system));
      return queriesOf(system)
        .filter(({ language }) => language === "promql")
        .map((query) => placed(query, system));
    }),
);

/** A query placed in a context: the same object for the same query, whichever environment asks. */
const placedIn = memoize((base: SemanticContext) => {
  const known = new WeakMap<ModelQuery, PromqlQuery>();
  return (query: ModelQuery, system: DeployedSystem): PromqlQuery => {
    const placed = known.get(query) ?? place(query, system, base);
    known.set(query, placed);
    return placed;
  };
});

function place(
  query: ModelQuery,
  system: DeployedSystem,
  base: SemanticContext,
): PromqlQuery {
  const usedLabels = usedLabelsOf(query);
  const unit = unitOfPanel(query);
  return {
    ...query,
    system,
    context: {
      ...base,
      ...(usedLabels.length > 0 && { usedLabels }),
      ...(unit !== undefined && { unit }),
    },
  };
}

const contexts = new WeakMap<MonitoredSystem, Map<string, SemanticContext>>();

/** The context of a system's queries without the limits of the environment, made once for equal series. */
function seriesContext(
  deployment: Deployment,
  system: DeployedSystem,
): SemanticContext {
  const { metrics, recordings, targetLabels } = queryContext(
    deployment,
    system,
  );
  const series: SemanticContext = {
    ...(metrics && { metrics }),
    ...(recordings && { recordings }),
    ...(targetLabels && { targetLabels }),
  };
  const key = JSON.stringify([
    series.targetLabels,
    series.metrics?.map(({ name }) => name),
    series.recordings?.map(({ record, expr, labels }) => [
      record,
      expr,
      labels,
    ]),
  ]);
  const known =
    contexts.get(system.source) ?? new Map<string, SemanticContext>();
  contexts.set(system.source, known);
  const context = known.get(key) ?? series;
  known.set(key, context);
  return context;
}

/** The query as its meaning is judged, read once; `undefined` when it does not parse. */
export const semanticQuery = memoize(
  ({ expr, context }: PromqlQuery): SemanticQuery | undefined =>
    semanticQueryOf(expr, context),
);

/** The labels of a query's result; `undefined` when it does not parse. */
export const resultLabels = memoize(
  (query: PromqlQuery): LabelSet | undefined => {
    const semantic = semanticQuery(query);
    return semantic && labelsOf(semantic, semantic.ast);
  },
);

/** The labels that the legend of a panel or the annotations of an alert print. */
export function usedLabelsOf({ owner }: ModelQuery): readonly string[] {
  switch (owner.kind) {
    case "panel":
      return labelsInLegend(textOf(owner.target.legendFormat) ?? "");
    case "alert":
      return [
        ...new Set(Object.values(owner.alert.annotations).flatMap(labelsIn)),
      ];
    case "variable":
    case "annotation":
    case "recording":
      return [];
  }
}

/** `{{service}} {{status}}` names service and status. */
export function labelsInLegend(legend: string): readonly string[] {
  return [...legend.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].flatMap(
    ([, label]) => label ?? [],
  );
}

/** The labels that a template reads: `$labels.instance`, `.Labels.instance`. */
export function labelsIn(template: string): readonly string[] {
  if (!template.includes("{{")) return [];
  return tokenizeTemplate(template).actions.flatMap(({ tokens }) =>
    tokens.flatMap((token, index) => {
      const before = tokens[index - 1];
      const reads =
        token.kind === "field" &&
        token.chained &&
        (before?.text === "$labels" || before?.text === ".Labels");
      return reads ? [token.text.slice(1)] : [];
    }),
  );
}

/** Grafana's units that are units of the catalogue; the others say nothing of a query. */
const units: Readonly<Record<string, Unit>> = {
  s: "seconds",
  ms: "milliseconds",
  µs: "microseconds",
  bytes: "bytes",
  decbytes: "bytes",
  percentunit: "ratio",
  celsius: "celsius",
};

/** The unit in which a panel shows the result, where it is the same for all of its queries. */
function unitOfPanel({ owner }: ModelQuery): Unit | undefined {
  if (owner.kind !== "panel") return undefined;
  const { defaults, overrides } = objectOf(owner.panel.panel.fieldConfig);
  const changesUnit = objectsOf(overrides).some(({ properties }) =>
    objectsOf(properties).some(({ id }) => id === "unit"),
  );
  const { unit } = objectOf(defaults);
  return changesUnit ||
    typeof unit !== "string" ||
    objectsOf(owner.panel.panel.transformations).length > 0 ||
    owner.panel.panel.type === "heatmap"
    ? undefined
    : units[unit];
}
