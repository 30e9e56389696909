import { ANYTHING, between, mayBeInfinite, type Bounds } from "./bounds";

/** Bounds of `left operator right` for an operator of arithmetic. */
export function calculated(
  operator: string,
  left: Bounds,
  right: Bounds,
): Bounds {
  switch (operator) {
    case "+":
      return added(left, right);
    case "-":
      return added(left, negated(right));
    case "*":
      return fromEnds(left, right, (a, b) => a * b, holdsZero(left, right));
    case "/":
      return divided(left, right);
    default:
      return ANYTHING;
  }
}

export function negated({ min, max, mayBeNaN }: Bounds): Bounds {
  return between(-max, -min, mayBeNaN);
}

function added(left: Bounds, right: Bounds): Bounds {
  const min = left.min + right.min;
  const max = left.max + right.max;
  return between(
    Number.isNaN(min) ? -Infinity : min,
    Number.isNaN(max) ? Infinity : max,
    left.mayBeNaN ||
      right.mayBeNaN ||
      (left.min === -Infinity && right.max === Infinity) ||
      (left.max === Infinity && right.min === -Infinity),
  );
}

function divided(left: Bounds, right: Bounds): Bounds {
  if (right.min > 0 || right.max < 0)
    return fromEnds(left, right, (a, b) => a / b, false);
  const isPositive = left.min >= 0 && Object.is(right.min, 0);
  return between(isPositive ? 0 : -Infinity, Infinity, true);
}

/** Zero times infinity is no number. */
function holdsZero(left: Bounds, right: Bounds): boolean {
  return [
    [left, right],
    [right, left],
  ].some(
    ([a, b]) =>
      a !== undefined &&
      b !== undefined &&
      a.min <= 0 &&
      a.max >= 0 &&
      mayBeInfinite(b),
  );
}

/** The extremes are reached at the ends, for what grows or falls with both of its operands. */
function fromEnds(
  left: Bounds,
  right: Bounds,
  result: (a: number, b: number) => number,
  mayBeNaN: boolean,
): Bounds {
  const ends = [left.min, left.max].flatMap((a) =>
    [right.min, right.max].map((b) => result(a, b)),
  );
  const numbers = ends.filter((end) => !Number.isNaN(end));
  const isUnclear = numbers.length < ends.length;
  const isPositive = [left.min, right.min].every(
    (min) => min > 0 || Object.is(min, 0),
  );
  // Zero times infinity is no number, but zero times whatever is below it is zero.
  return between(
    Math.min(...numbers, ...(isUnclear ? [isPositive ? 0 : -0] : [])),
    Math.max(...numbers, ...(isUnclear ? [0] : [])),
    mayBeNaN || left.mayBeNaN || right.mayBeNaN || isUnclear,
  );
}
