/**
 * Twelve significant digits: more than any threshold needs to agree with another tool's to 1e-9, fewer than it takes
 * to show the noise of binary fractions (`1 - 0.999` is `0.0010000000000000009`).
 */
const DIGITS = 12;

/** `value` as PromQL reads it, without float noise and without exponent: `0.001`, `14.4`, `0.0000001`. */
export function decimal(value: number): string {
  if (!Number.isFinite(value))
    throw new Error(`a query needs a finite number, got ${value}`);
  const text = String(rounded(value));
  const [digits, exponent] = text.split("e-");
  if (digits === undefined || exponent === undefined) return text;
  const sign = digits.startsWith("-") ? "-" : "";
  const plain = digits.replace("-", "").replace(".", "");
  return `${sign}0.${"0".repeat(Number(exponent) - 1)}${plain}`;
}

/** `value` without the noise of binary fractions. */
export function rounded(value: number): number {
  return Number.isSafeInteger(value)
    ? value
    : Number(value.toPrecision(DIGITS));
}

/** The error budget as a fraction: 0.001 for an objective of 99.9 percent. */
export function budgetOf(objective: number): number {
  return rounded((100 - objective) / 100);
}
