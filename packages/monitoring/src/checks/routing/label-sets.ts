import type {
  DeployedAlert,
  DeployedSystem,
  Deployment,
} from "../../model/deployment";
import type { Labels } from "../../model/labels";
import {
  isVariable,
  selectorsBelow,
} from "../../queries/promql/semantics/selectors-below";
import { matchesValue } from "../../notifications/matching";
import { keptLabels } from "../logql/kept-labels";
import {
  resultLabels,
  semanticQuery,
  type PromqlQuery,
} from "../promql/promql-queries";
import { distinguishedValues } from "./label-values";

/** More combinations than this are not followed; trees that tell so many apart are read by nobody. */
const mostSets = 4096;

/** What is known of one label of an alert: its values, and whether alerts without it occur. */
export interface LabelDomain {
  readonly values: readonly string[];
  readonly mayBeAbsent: boolean;
}

/** The labels of an alert: those that its rule fixes, and what the others can be. */
export interface AlertLabels {
  readonly fixed: Labels;
  /** What a label that is not fixed can be, of the values that matter. */
  readonly domain: (
    label: string,
    distinguished: readonly string[],
  ) => LabelDomain;
}

/** What is known of the labels with which `alert` reaches the routing tree. `query` is its PromQL, where it has any. */
export function alertLabels(
  alert: DeployedAlert,
  query: PromqlQuery | undefined,
  system: DeployedSystem,
  { environment }: Deployment,
): AlertLabels {
  const added: Labels =
    environment.alerting.evaluator === "grafana"
      ? { grafana_folder: system.title }
      : { cluster: environment.cluster, environment: environment.label };
  const written = Object.entries({ ...added, ...alert.labels });
  const isTemplate = (value: string): boolean => value.includes("{{");
  const templated = written
    .filter(([, value]) => isTemplate(value))
    .map(([label]) => label);
  return {
    fixed: Object.fromEntries([
      ...written.filter(([, value]) => !isTemplate(value)),
      ["alertname", alert.alert],
    ]),
    domain: (label, values) =>
      templated.includes(label)
        ? { values, mayBeAbsent: true }
        : domainOf(label, values, alert, query, system),
  };
}

/**
 * Every set of labels with which `alert` can reach the routing tree, as far as the tree tells them apart: the rule's own
 * labels, and those that its query keeps with each value that they can have.
 */
export function labelSetsOf(
  alert: DeployedAlert,
  { fixed, domain }: AlertLabels,
  { environment, notifications }: Deployment,
): readonly Labels[] {
  const domains = new Map<string, LabelDomain>();
  for (const [label, values] of distinguishedValues(notifications.route, fixed))
    if (fixed[label] === undefined) domains.set(label, domain(label, values));
  const sets = combinations(fixed, domains);
  return environment.alerting.evaluator === "grafana"
    ? [...sets, ...ownAlerts(alert, fixed)]
    : sets;
}

/** Grafana tells of a rule that fails, or finds nothing, by alerts of its own, which carry the rule's labels. */
function ownAlerts(
  { alert, noData = "OK", onError = "Error" }: DeployedAlert,
  fixed: Labels,
): readonly Labels[] {
  const labels = { ...fixed, rulename: alert };
  return [
    ...(onError === "Error"
      ? [{ ...labels, alertname: "DatasourceError" }]
      : []),
    ...(noData === "NoData"
      ? [{ ...labels, alertname: "DatasourceNoData" }]
      : []),
  ];
}

function domainOf(
  label: string,
  distinguished: readonly string[],
  alert: DeployedAlert,
  query: PromqlQuery | undefined,
  system: DeployedSystem,
): LabelDomain {
  const nothing: LabelDomain = { values: [], mayBeAbsent: true };
  const anything: LabelDomain = { values: distinguished, mayBeAbsent: true };
  if (alert.datasource === "loki") {
    const kept = keptLabels(alert.expr);
    return kept === undefined || kept.includes(label) ? anything : nothing;
  }
  const semantic = query && semanticQuery(query);
  const result = query && resultLabels(query);
  if (!semantic || !result) return anything;
  const { possible, certain, values } = result;
  const value = values.get(label);
  if (value !== undefined) return { values: [value], mayBeAbsent: false };
  if (possible && !possible.has(label)) return nothing;
  const selectors = selectorsBelow(semantic.ast);
  const candidates = (targetValues(label, system) ?? distinguished).filter(
    (candidate) =>
      selectors.some(({ matchers }) =>
        matchers.every(
          (matcher) =>
            matcher.label !== label ||
            isVariable(matcher.value) ||
            matchesValue(matcher, candidate),
        ),
      ),
  );
  return {
    values: candidates,
    mayBeAbsent: !certain.has(label) || isOptional(label, system),
  };
}

/** The values of a label that targets give: `job`, and what jobs stamp on their series. */
function targetValues(
  label: string,
  { source }: DeployedSystem,
): readonly string[] | undefined {
  if (source.observes === "all") return undefined;
  const isMetricLabel = [
    ...source.metrics,
    ...source.exporters.flatMap(({ metrics }) => metrics),
  ].some(({ labels }) => labels.includes(label));
  if (isMetricLabel || source.jobs.some(({ honorLabels }) => honorLabels))
    return undefined;
  const values = source.jobs.flatMap(({ job, labels = {} }) =>
    label === "job" ? [job] : (labels[label] ?? []),
  );
  return values.length === 0 ? undefined : [...new Set(values)];
}

/** Labels that only some jobs stamp are missing from the series of the others. */
function isOptional(label: string, { source }: DeployedSystem): boolean {
  return (
    !["job", "instance"].includes(label) &&
    source.jobs.some(({ labels = {} }) => labels[label] === undefined) &&
    source.jobs.some(({ labels = {} }) => labels[label] !== undefined)
  );
}

function combinations(
  fixed: Labels,
  domains: ReadonlyMap<string, LabelDomain>,
): readonly Labels[] {
  let sets: readonly Labels[] = [fixed];
  for (const [label, { values, mayBeAbsent }] of domains) {
    const known = values.slice(0, Math.max(1, mostSets / sets.length));
    sets = sets.flatMap((set) => [
      ...(mayBeAbsent || known.length === 0 ? [set] : []),
      ...known.map((value) => ({ ...set, [label]: value })),
    ]);
  }
  return sets;
}
