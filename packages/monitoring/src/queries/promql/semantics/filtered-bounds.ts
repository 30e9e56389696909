import { between, type Bounds } from "./bounds";

const MIRRORED: ReadonlyMap<string, string> = new Map([
  ["<", ">"],
  ["<=", ">="],
  [">", "<"],
  [">=", "<="],
]);

/** The same comparison with its sides exchanged. */
export function mirrored(operator: string): string {
  return MIRRORED.get(operator) ?? operator;
}

/** The values of a vector that a comparison with `other` keeps; the vector's own where it keeps none. */
export function filtered(
  vector: Bounds,
  operator: string,
  other: Bounds,
): Bounds {
  if (operator === "!=") return vector;
  const lower = /^(?:>=?|==)$/.test(operator);
  const upper = /^(?:<=?|==)$/.test(operator);
  const min = lower
    ? Math.max(vector.min, lowest(operator, other.min))
    : vector.min;
  const max = upper
    ? Math.min(vector.max, highest(operator, other.max))
    : vector.max;
  return min <= max ? between(min, max) : vector;
}

/** `-0` is not less than `0` for a comparison. */
function lowest(operator: string, bound: number): number {
  return operator === ">" ? nextAbove(bound) : bound === 0 ? -0 : bound;
}

function highest(operator: string, bound: number): number {
  return operator === "<" ? nextBelow(bound) : bound === 0 ? 0 : bound;
}

/** The next greater number that Prometheus can hold. */
export function nextAbove(value: number): number {
  if (!Number.isFinite(value)) return value;
  if (value === 0) return Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

export function nextBelow(value: number): number {
  return -nextAbove(-value);
}
