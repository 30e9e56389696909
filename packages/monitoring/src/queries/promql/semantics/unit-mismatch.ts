import type { BinaryExpr } from "../ast";
import { COMPARISONS } from "../keywords";
import type { Finding, SemanticQuery } from "./context";
import { unitOf } from "./unit-of";

/** A sum, difference or comparison of values in different units, or a result in another unit than it is shown in. */
export function unitMismatch(query: SemanticQuery): readonly Finding[] {
  const { metrics = [], recordings = [] } = query.context;
  if (metrics.length === 0 && recordings.length === 0) {
    return [];
  }
  const within = query.nodes.flatMap((node): readonly Finding[] =>
    node.kind === "binary" && needsOneUnit(node)
      ? mismatchBetween(query, node)
      : [],
  );
  const { unit } = query.context;
  const result =
    unit === undefined || unit === "1" ? undefined : unitOf(query, query.ast);
  if (result === undefined || result === unit) {
    return within;
  }
  const { from, to } = query.ast;
  return [
    ...within,
    finding(`the result is in ${result}, but shown as ${unit ?? ""}`, from, to),
  ];
}

function needsOneUnit({ operator }: BinaryExpr): boolean {
  return operator === "+" || operator === "-" || COMPARISONS.has(operator);
}

function mismatchBetween(
  query: SemanticQuery,
  { operator, operatorAt, left, right }: BinaryExpr,
): readonly Finding[] {
  const units = [unitOf(query, left), unitOf(query, right)] as const;
  if (
    units[0] === undefined ||
    units[1] === undefined ||
    units[0] === units[1]
  ) {
    return [];
  }
  const shiftsTime =
    units[0] === "timestamp" &&
    units[1] === "seconds" &&
    !COMPARISONS.has(operator);
  return shiftsTime
    ? []
    : [
        finding(
          `the left side of ${operator} is in ${units[0]}, the right side in ${units[1]}`,
          operatorAt.from,
          operatorAt.to,
        ),
      ];
}

function finding(message: string, from: number, to: number): Finding {
  return { id: "promql/unit-mismatch", severity: "warning", message, from, to };
}
