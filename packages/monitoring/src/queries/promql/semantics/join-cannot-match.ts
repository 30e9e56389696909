import type { BinaryExpr } from "../ast";
import { typeOf } from "../types";
import type { Finding, SemanticQuery } from "./context";
import type { LabelSet } from "./label-set";
import { labelsOf } from "./labels-of";

/** An operation between two vectors whose series can never match, so that the result is always empty. */
export function joinCannotMatch(query: SemanticQuery): readonly Finding[] {
  return query.nodes.flatMap((node): readonly Finding[] => {
    if (node.kind !== "binary" || node.operator === "or" || node.fill) {
      return [];
    }
    if (typeOf(node.left) !== "vector" || typeOf(node.right) !== "vector") {
      return [];
    }
    const reason = mismatch(
      node,
      labelsOf(query, node.left),
      labelsOf(query, node.right),
    );
    return reason === undefined
      ? []
      : [
          {
            id: "promql/join-cannot-match",
            severity: "warning",
            message: `the two sides of ${node.operator} never match: ${reason}`,
            ...node.operatorAt,
          },
        ];
  });
}

function mismatch(
  { matching }: BinaryExpr,
  left: LabelSet,
  right: LabelSet,
): string | undefined {
  const isCompared = (label: string): boolean =>
    matching
      ? matching.list.labels.includes(label) === (matching.kind === "on")
      : true;
  return (
    missing(left, right, isCompared, "left", "right") ??
    missing(right, left, isCompared, "right", "left") ??
    contradiction(left, right, isCompared)
  );
}

function missing(
  has: LabelSet,
  lacks: LabelSet,
  isCompared: (label: string) => boolean,
  here: string,
  there: string,
): string | undefined {
  const { possible } = lacks;
  const label =
    possible &&
    [...has.certain].find((name) => isCompared(name) && !possible.has(name));
  return label === undefined
    ? undefined
    : `the ${here} side has the label ${label}, the ${there} side does not; add ignoring (${label}) or on (…)`;
}

function contradiction(
  left: LabelSet,
  right: LabelSet,
  isCompared: (label: string) => boolean,
): string | undefined {
  for (const [label, value] of left.values) {
    const other = right.values.get(label);
    if (isCompared(label) && other !== undefined && other !== value) {
      return `the label ${label} is ${JSON.stringify(value)} on the left and ${JSON.stringify(other)} on the right`;
    }
  }
  return undefined;
}
