import type { Matcher } from "../../model/matcher";

/** Where a node stands in the query as written; `to` is exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One label matcher as it stands in a query; its value as written, variables included. */
export interface SelectorMatcher extends Matcher, Span {
  /** The string literal of the value, or of a quoted metric name. */
  readonly literal: Span;
}

/** A duration between brackets or after `offset`. */
export interface DurationExpr extends Span {
  /** As written, for example `5m`, `$__rate_interval`, `step() * 2`. */
  readonly written: string;
  /** The length of a literal, with its sign; absent when it is calculated or a variable. */
  readonly seconds?: number;
}

export interface NumberLiteral extends Span {
  readonly kind: "number";
  readonly value: number;
  /** As written; differs from the value's text when it is a variable. */
  readonly written: string;
}

export interface StringLiteral extends Span {
  readonly kind: "string";
  /** With its quotes, as written. */
  readonly written: string;
}

export interface VectorSelector extends Span {
  readonly kind: "selector";
  /** The metric name, in front of the braces or inside; absent when a pattern or nothing says it. */
  readonly metric?: string;
  /** The name in front of the braces. */
  readonly name?: Span;
  /** All matchers in the order written; a metric name inside the braces is one of `__name__`. */
  readonly matchers: readonly SelectorMatcher[];
  readonly braces?: Span;
}

export interface RangeExpr extends Span {
  readonly kind: "range";
  readonly expr: Expr;
  readonly range: DurationExpr;
}

export interface SubqueryExpr extends Span {
  readonly kind: "subquery";
  readonly expr: Expr;
  readonly range: DurationExpr;
  readonly step?: DurationExpr;
}

export interface OffsetExpr extends Span {
  readonly kind: "offset";
  readonly expr: Expr;
  readonly offset: DurationExpr;
}

export interface AtExpr extends Span {
  readonly kind: "at";
  readonly expr: Expr;
  /** Seconds since 1970, or the start or end of the query's range. */
  readonly at: number | "start" | "end";
}

/** The modifiers `anchored` and `smoothed` of extended range selectors. */
export interface ExtendedExpr extends Span {
  readonly kind: "anchored" | "smoothed";
  readonly expr: Expr;
}

export interface ParenExpr extends Span {
  readonly kind: "paren";
  readonly expr: Expr;
}

export interface UnaryExpr extends Span {
  readonly kind: "unary";
  readonly operator: "+" | "-";
  readonly expr: Expr;
}

/** Labels in parentheses after `by`, `on` and the like. */
export interface LabelList extends Span {
  readonly labels: readonly string[];
}

export interface VectorMatching {
  readonly kind: "on" | "ignoring";
  readonly list: LabelList;
  /** Which side has many series per group, and the labels to take over from the other. */
  readonly group?: {
    readonly side: "left" | "right";
    readonly list?: LabelList;
  };
}

export interface BinaryExpr extends Span {
  readonly kind: "binary";
  /** In lower case, as are `and`, `or`, `unless`, `atan2`. */
  readonly operator: string;
  readonly operatorAt: Span;
  readonly bool: boolean;
  readonly matching?: VectorMatching;
  /** True with one of the modifiers `fill`, `fill_left`, `fill_right`. */
  readonly fill: boolean;
  readonly left: Expr;
  readonly right: Expr;
}

export interface Aggregation extends Span {
  readonly kind: "aggregation";
  /** In lower case, for example `sum`, `topk`. */
  readonly operator: string;
  readonly grouping?: LabelList & { readonly without: boolean };
  readonly args: readonly Expr[];
}

export interface Call extends Span {
  readonly kind: "call";
  readonly name: string;
  readonly nameAt: Span;
  readonly args: readonly Expr[];
}

/** An expression of PromQL, as written: parentheses and signs are nodes of their own. */
export type Expr =
  | NumberLiteral
  | StringLiteral
  | VectorSelector
  | RangeExpr
  | SubqueryExpr
  | OffsetExpr
  | AtExpr
  | ExtendedExpr
  | ParenExpr
  | UnaryExpr
  | BinaryExpr
  | Aggregation
  | Call;

/** The expressions directly inside one, in the order of the text. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "number":
    case "string":
    case "selector":
      return [];
    case "binary":
      return [expr.left, expr.right];
    case "aggregation":
    case "call":
      return expr.args;
    case "range":
    case "subquery":
    case "offset":
    case "at":
    case "anchored":
    case "smoothed":
    case "paren":
    case "unary":
      return [expr.expr];
  }
}

/** An expression and everything inside it, outer before inner, in the order of the text. */
export function descendantsOf(expr: Expr): readonly Expr[] {
  const found: Expr[] = [];
  const pending: Expr[] = [expr];
  for (let next = pending.pop(); next; next = pending.pop()) {
    found.push(next);
    pending.push(...[...childrenOf(next)].reverse());
  }
  return found;
}

/** The expression inside any number of parentheses. */
export function withoutParens(expr: Expr): Expr {
  let inner = expr;
  while (inner.kind === "paren") {
    inner = inner.expr;
  }
  return inner;
}

/** The selector, range or subquery in front of any number of `offset`, `@`, `anchored` and `smoothed`. */
export function withoutModifiers(expr: Expr): Expr {
  let inner = expr;
  while (
    inner.kind === "offset" ||
    inner.kind === "at" ||
    inner.kind === "anchored" ||
    inner.kind === "smoothed"
  ) {
    inner = inner.expr;
  }
  return inner;
}

/** The aggregation's vector: its last argument, after a parameter such as the k of `topk`. */
export function aggregated(expr: Aggregation): Expr | undefined {
  return expr.args.at(-1);
}
