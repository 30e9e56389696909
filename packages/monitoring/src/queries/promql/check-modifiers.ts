import type { Expr, OffsetExpr, RangeExpr, Span } from "./ast";
import type { QueryProblem } from "./position";

/** The largest timestamp in seconds that `@` takes: a signed 64-bit number. */
const MAX_TIMESTAMP = 2 ** 63;

/**
 * Ranges and modifiers that stand where Prometheus does not take them: a range behind anything but a selector,
 * `offset` and `@` twice or behind a whole expression.
 */
export function modifierProblems(expr: Expr): readonly QueryProblem[] {
  if (expr.kind === "range") {
    return rangeProblems(expr);
  }
  if (expr.kind === "offset") {
    return offsetProblems(expr);
  }
  if (expr.kind === "at") {
    return atProblems(expr.expr, expr, expr.at);
  }
  return expr.kind === "anchored" || expr.kind === "smoothed"
    ? extensionProblems(expr.kind, expr.expr, expr)
    : [];
}

function rangeProblems({
  expr,
  range,
  from,
  to,
}: RangeExpr): readonly QueryProblem[] {
  const chain = modifiersOf(expr);
  if (chain.base.kind !== "selector") {
    return [
      {
        message: `a range is only allowed behind a selector; for a range of calculated values write a subquery, as in [${range.written}:]`,
        from: expr.to,
        to,
      },
    ];
  }
  const before = chain.modifiers.find(
    (modifier) =>
      modifier.kind === "at" ||
      (modifier.kind === "offset" && modifier.offset.seconds !== 0),
  );
  return before
    ? [
        {
          message: `the range must stand before ${before.kind === "at" ? "@" : "offset"}`,
          from,
          to,
        },
      ]
    : [];
}

function offsetProblems({
  expr,
  from,
  to,
}: OffsetExpr): readonly QueryProblem[] {
  const { base, modifiers } = modifiersOf(expr);
  if (!isModifiable(base)) {
    return [misplaced("offset", { from, to })];
  }
  const isRepeated = modifiers.some(
    (modifier) => modifier.kind === "offset" && modifier.offset.seconds !== 0,
  );
  return isRepeated
    ? [{ message: "offset is set more than once", from, to }]
    : [];
}

function atProblems(
  expr: Expr,
  { from, to }: Span,
  timestamp: number | "start" | "end",
): readonly QueryProblem[] {
  const { base, modifiers } = modifiersOf(expr);
  if (!isModifiable(base)) {
    return [misplaced("@", { from, to })];
  }
  const problems: QueryProblem[] = [];
  if (modifiers.some(({ kind }) => kind === "at")) {
    problems.push({ message: "@ is set more than once", from, to });
  }
  if (typeof timestamp === "number" && !(Math.abs(timestamp) < MAX_TIMESTAMP)) {
    problems.push({
      message: "the timestamp after @ is out of range",
      from,
      to,
    });
  }
  return problems;
}

function extensionProblems(
  kind: "anchored" | "smoothed",
  expr: Expr,
  { from, to }: Span,
): readonly QueryProblem[] {
  const { base, modifiers } = modifiersOf(expr);
  if (base.kind !== "selector" && base.kind !== "range") {
    return [
      {
        message: `${kind} is only allowed behind a selector or its range`,
        from,
        to,
      },
    ];
  }
  const other = kind === "anchored" ? "smoothed" : "anchored";
  return modifiers.some((modifier) => modifier.kind === other)
    ? [{ message: "anchored and smoothed exclude each other", from, to }]
    : [];
}

/** The modifiers behind a selector, a range or a subquery, outermost first, and what they stand behind. */
function modifiersOf(expr: Expr): { base: Expr; modifiers: readonly Expr[] } {
  const modifiers: Expr[] = [];
  let base = expr;
  while (
    base.kind === "offset" ||
    base.kind === "at" ||
    base.kind === "anchored" ||
    base.kind === "smoothed"
  ) {
    modifiers.push(base);
    base = base.expr;
  }
  return base.kind === "range"
    ? { base, modifiers: [...modifiers, ...modifiersOf(base.expr).modifiers] }
    : { base, modifiers };
}

function isModifiable({ kind }: Expr): boolean {
  return kind === "selector" || kind === "range" || kind === "subquery";
}

function misplaced(modifier: string, { from, to }: Span): QueryProblem {
  return {
    message: `${modifier} is only allowed behind a selector, a range or a subquery`,
    from,
    to,
  };
}
