import { objectOf, objectsOf, type JsonObject } from "../../internal/json-tree";
import type { Labels } from "../../model/labels";
import type { ResourceChange } from "../resource-change";
import { blocksOf, isObject, textOf } from "../value";

/** What a value must be for a rule to fire, as far as its expressions say it plainly. */
export interface Comparison {
  readonly is: string;
  readonly value: number;
}

/** One rule of one side. */
export interface RuleContent {
  readonly address: string;
  readonly group: string;
  /** Uid of the folder, where it is known. */
  readonly folder: string;
  /** Title of the folder, where the folder is among the resources: the label `grafana_folder`. */
  readonly folderTitle?: string;
  /** Empty where the server chooses one. */
  readonly uid: string;
  readonly name: string;
  /** The metric that it records. @default - it is an alert */
  readonly record?: string;
  /** Queries of datasources, by ref. */
  readonly queries: readonly RuleQuery[];
  /** `> 0.05`, or the expressions behind the queries as they are written. */
  readonly condition: string;
  readonly comparison?: Comparison;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly severity: string;
  readonly pending: string;
  readonly isPaused: boolean;
  readonly noData: string;
  readonly onError: string;
  readonly intervalSeconds: number;
  /** The contact point that it is sent to past the routing tree. @default - the tree decides */
  readonly contactPoint?: string;
  /** Everything that Terraform gives to Grafana. */
  readonly block: JsonObject;
}

export interface RuleQuery {
  readonly ref: string;
  readonly datasource: string;
  readonly expr: string;
}

const expressionUid = "__expr__";

/** The comparison signs of thresholds. */
const signs: Readonly<Record<string, string>> = {
  gt: ">",
  lt: "<",
  gte: ">=",
  lte: "<=",
  eq: "==",
  ne: "!=",
};

/** Every rule of one side, in the order of groups and rules. */
export function rulesOf(
  changes: readonly ResourceChange[],
  side: "before" | "after",
): readonly RuleContent[] {
  const folders = new Map(
    changes.flatMap((change) => {
      const attributes = change[side];
      return change.type === "grafana_folder" && attributes !== undefined
        ? [[textOf(attributes.uid) ?? "", textOf(attributes.title)] as const]
        : [];
    }),
  );
  return changes.flatMap((change) => {
    const group = change[side];
    if (change.type !== "grafana_rule_group" || group === undefined) return [];
    const folder = textOf(group.folder_uid) ?? "";
    const folderTitle = folders.get(folder);
    return blocksOf(group.rule).map((block) =>
      ruleContent(block, {
        address: change.address,
        group: textOf(group.name) ?? "",
        folder,
        ...(folderTitle !== undefined && { folderTitle }),
        intervalSeconds: Number(group.interval_seconds ?? 0),
      }),
    );
  });
}

type Placement = Pick<
  RuleContent,
  "address" | "group" | "folder" | "folderTitle" | "intervalSeconds"
>;

function ruleContent(block: JsonObject, placement: Placement): RuleContent {
  const data = blocksOf(block.data).map((node) => ({
    ref: textOf(node.ref_id) ?? "",
    datasource: textOf(node.datasource_uid) ?? "",
    model: modelOf(node.model),
  }));
  const queries = data
    .filter(({ datasource }) => datasource !== expressionUid)
    .map(({ ref, datasource, model }) => ({
      ref,
      datasource,
      expr:
        textOf(model.expr) ??
        textOf(model.rawSql) ??
        textOf(model.query) ??
        JSON.stringify(model),
    }));
  const expressions = data.filter(
    ({ datasource }) => datasource === expressionUid,
  );
  const comparison = comparisonOf(expressions);
  const labels = labelsIn(block.labels);
  const record = blocksOf(block.record)[0];
  const direct = blocksOf(block.notification_settings)[0];
  const contactPoint = textOf(direct?.contact_point);
  return {
    ...placement,
    uid: textOf(block.uid) ?? "",
    name: textOf(block.name) ?? "",
    ...(record && { record: textOf(record.metric) ?? "" }),
    queries,
    condition: comparison
      ? `${comparison.is} ${comparison.value}`
      : expressions
          .map(({ ref, model }) => `${ref}: ${expressionText(model)}`)
          .join("; "),
    ...(comparison && { comparison }),
    labels,
    annotations: labelsIn(block.annotations),
    severity: labels.severity ?? "",
    pending: textOf(block.for) ?? "0s",
    isPaused: block.is_paused === true,
    noData: textOf(block.no_data_state) ?? "NoData",
    onError: textOf(block.exec_err_state) ?? "Alerting",
    ...(contactPoint !== undefined && { contactPoint }),
    block,
  };
}

function modelOf(model: unknown): JsonObject {
  if (typeof model !== "string") return objectOf(model);
  try {
    return objectOf(JSON.parse(model));
  } catch {
    return {};
  }
}

function labelsIn(value: unknown): Labels {
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([label, text]) => [label, String(text)]),
      )
    : {};
}

interface ExpressionNode {
  readonly ref: string;
  readonly model: JsonObject;
}

/**
 * A threshold on a query, or one that passes on the result of a comparison in math, which is 0 or 1. Anything else is not
 * told in one comparison.
 */
function comparisonOf(
  nodes: readonly ExpressionNode[],
): Comparison | undefined {
  const threshold = nodes.find(
    ({ model }) => model.type === "threshold",
  )?.model;
  const [compared, ...others] = nodes.flatMap(({ ref, model }) =>
    model.type === "math"
      ? [[ref, inMath(textOf(model.expression) ?? "")] as const]
      : [],
  );
  if (others.length > 0) return undefined;
  if (compared !== undefined) {
    const [ref, found] = compared;
    return threshold === undefined || threshold.expression === ref
      ? found
      : undefined;
  }
  if (threshold === undefined) return undefined;
  const evaluator = objectOf(objectsOf(threshold.conditions)[0]?.evaluator);
  const is = signs[String(evaluator.type)];
  const value: unknown = Array.isArray(evaluator.params)
    ? evaluator.params[0]
    : undefined;
  return is !== undefined && typeof value === "number"
    ? { is, value }
    : undefined;
}

function inMath(expression: string): Comparison | undefined {
  const [, is = "", value = ""] =
    /^\s*\$\{?\w+\}?\s*(>=|<=|==|!=|>|<)\s*(-?[\d.]+(?:e[+-]?\d+)?)\s*$/i.exec(
      expression,
    ) ?? [];
  return is === "" ? undefined : { is, value: Number(value) };
}

function expressionText(model: JsonObject): string {
  const { type, expression, conditions, reducer } = model;
  return [
    String(type),
    ...(typeof reducer === "string" ? [reducer] : []),
    ...(typeof expression === "string" ? [expression] : []),
    ...objectsOf(conditions).map(({ evaluator }) => JSON.stringify(evaluator)),
  ].join(" ");
}
