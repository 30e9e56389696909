import type { Bounds } from "./bounds";

/** What a comparison of values within these bounds can give; `sometimes` when it depends on the data. */
export function outcomeOf(
  operator: string,
  left: Bounds,
  right: Bounds,
): "always" | "never" | "sometimes" {
  const { always, never } = conditions(operator, left, right);
  // What is no number differs from everything, and is neither less nor greater.
  const mayBeNaN = left.mayBeNaN || right.mayBeNaN;
  const isCertain = !mayBeNaN || operator === "!=";
  if (never && (operator !== "!=" || !mayBeNaN)) return "never";
  return always && isCertain ? "always" : "sometimes";
}

function conditions(
  operator: string,
  left: Bounds,
  right: Bounds,
): { always: boolean; never: boolean } {
  const isSamePoint =
    left.min === left.max && right.min === right.max && left.min === right.min;
  const isDisjoint = left.max < right.min || left.min > right.max;
  switch (operator) {
    case ">":
      return { always: left.min > right.max, never: left.max <= right.min };
    case ">=":
      return { always: left.min >= right.max, never: left.max < right.min };
    case "<":
      return { always: left.max < right.min, never: left.min >= right.max };
    case "<=":
      return { always: left.max <= right.min, never: left.min > right.max };
    case "==":
      return { always: isSamePoint, never: isDisjoint };
    case "!=":
      return { always: isDisjoint, never: isSamePoint };
    default:
      return { always: false, never: false };
  }
}
