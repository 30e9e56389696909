import type { AlertRule, Condition } from "../model/alert-rule";
import { secondsIn, type Duration } from "../model/duration";
import { queryRef } from "./grafana-annotation";

/** One node of a rule of Grafana: a query of a datasource, or an expression on the nodes before it. */
export interface RuleNode {
  readonly refId: string;
  readonly datasourceUid: string;
  /** Where the model says it too: Terraform sees a difference for ever when only one of both does. */
  readonly queryType?: "instant";
  /** How far back the query looks. */
  readonly rangeSeconds: number;
  readonly model: Readonly<Record<string, unknown>>;
}

/** Fixed uids of the datasources that rules read. */
export type RuleDatasources = Readonly<
  Partial<Record<"prometheus" | "loki", string>>
>;

/** The node that says whether an alert fires. */
export const conditionRef = "C";

const comparisonRef = "B";
const expressionUid = "__expr__";
const defaultRangeSeconds = 600;

/** The query of a rule, evaluated at one instant, so that its samples are numbers and no series to be reduced. */
export function queryNode(
  { expr, datasource = "prometheus", lookback = "0s" }: QueriedRule,
  datasources: RuleDatasources,
): RuleNode {
  const rangeSeconds = Math.max(defaultRangeSeconds, secondsIn(lookback));
  if (typeof datasource === "object")
    return sqlNode(expr, datasource.uid, rangeSeconds);
  const uid = datasources[datasource] ?? "";
  const common = {
    datasource: { type: datasource, uid },
    editorMode: "code",
    expr: expr.trim(),
    refId: queryRef,
  };
  // intervalMs and maxDataPoints stay out: the provider drops their defaults, other values never settle.
  return datasource === "loki"
    ? {
        refId: queryRef,
        datasourceUid: uid,
        queryType: "instant",
        rangeSeconds,
        model: { ...common, queryType: "instant" },
      }
    : {
        refId: queryRef,
        datasourceUid: uid,
        rangeSeconds,
        model: { ...common, instant: true, range: false },
      };
}

/** A table of one row with one number is a number to expressions; without rows there is no data. */
function sqlNode(expr: string, uid: string, rangeSeconds: number): RuleNode {
  return {
    refId: queryRef,
    datasourceUid: uid,
    rangeSeconds,
    model: {
      datasource: { type: "grafana-postgresql-datasource", uid },
      editorMode: "code",
      format: "table",
      rawQuery: true,
      rawSql: expr.trim(),
      refId: queryRef,
    },
  };
}

/** What a query is made of. */
export interface QueriedRule {
  readonly expr: string;
  readonly datasource?: AlertRule["datasource"];
  readonly lookback?: Duration;
}

/**
 * The nodes of an alert: its query, and expressions that are 1 for exactly those series for which Prometheus would fire.
 *
 * An alert without condition fires for every series that the query returns. `up == 0` returns series with the value 0,
 * which Grafana takes for "does not fire", so the condition is not the value but that there is one: `is_number` is 0 or 1
 * whatever it gets.
 *
 * Comparisons with NaN are false in PromQL, but NaN in Grafana's math, and anything but 0 fires. A threshold takes NaN
 * for "no"; `>` and `<` are thresholds, the other comparisons pass through one. `!=` with NaN is true in PromQL, so there
 * math's NaN is right. No expression joins two sets of series: Grafana pairs series whose labels include one another's.
 */
export function alertNodes(
  rule: QueriedRule & { readonly condition?: Condition },
  datasources: RuleDatasources,
): readonly RuleNode[] {
  return [queryNode(rule, datasources), ...conditionNodes(rule.condition)];
}

function conditionNodes(condition: Condition | undefined): readonly RuleNode[] {
  const query = `$${queryRef}`;
  if (condition === undefined)
    return [mathNode(conditionRef, `is_number(${query}) >= 0`)];
  const { is, value } = condition;
  switch (is) {
    case ">":
      return [thresholdNode(queryRef, "gt", value)];
    case "<":
      return [thresholdNode(queryRef, "lt", value)];
    case "!=":
      return [mathNode(conditionRef, `${query} != ${value}`)];
    case ">=":
    case "<=":
    case "==":
      return [
        mathNode(comparisonRef, `${query} ${is} ${value}`),
        thresholdNode(comparisonRef, "gt", 0),
      ];
  }
}

function mathNode(refId: string, expression: string): RuleNode {
  return expressionNode(refId, { expression, type: "math" });
}

function thresholdNode(
  expression: string,
  type: "gt" | "lt",
  value: number,
): RuleNode {
  return expressionNode(conditionRef, {
    conditions: [{ evaluator: { params: [value], type } }],
    expression,
    type: "threshold",
  });
}

function expressionNode(
  refId: string,
  model: Readonly<Record<string, unknown>>,
): RuleNode {
  return {
    refId,
    datasourceUid: expressionUid,
    rangeSeconds: 0,
    model: {
      datasource: { type: expressionUid, uid: expressionUid },
      ...model,
      refId,
    },
  };
}
