import type { Duration } from "../model/duration";
import type { Sli } from "../model/slo";
import { decimal } from "./decimal";
import { windowName } from "./windows";

/** Stands in queries where the range belongs. */
export const windowVariable = "$window";

/** `query` with its range filled in. */
export function overWindow(query: string, window: Duration): string {
  return query.trim().replaceAll(windowVariable, windowName(window));
}

/** The queries of an SLI as they are written or follow from it, with `$window`. */
export interface SliQueries {
  /** All events; of a raw SLI, whose events nobody counts, the ratio itself. */
  readonly total: string;
  /** The share of bad events, between 0 and 1; no sample while there are no events. */
  readonly errorRatio: string;
}

/**
 * The queries of `sli`.
 *
 * The ratio stays defined where plain division is not: before the first failure (or the first success) has made the
 * series of its kind, that side counts as 0; without traffic there is no sample, where 0/0 would be NaN.
 */
export function sliQueries(sli: Sli): SliQueries {
  const known = queriesOf.get(sli) ?? buildQueries(sli);
  queriesOf.set(sli, known);
  return known;
}

/** Expansion asks for the queries of one SLI for every window. */
const queriesOf = new WeakMap<Sli, SliQueries>();

function buildQueries(sli: Sli): SliQueries {
  switch (sli.kind) {
    case "events":
      return "errors" in sli
        ? {
            total: sli.total.trim(),
            errorRatio: shareOf(sli.errors, sli.total),
          }
        : {
            total: sli.total.trim(),
            errorRatio: `1 - ${shareOf(sli.good, sli.total)}`,
          };
    case "latency": {
      const { total, good } = latencyQueries(sli);
      return { total, errorRatio: `1 - ${shareOf(good, total)}` };
    }
    case "raw":
      return {
        total: sli.errorRatio.trim(),
        errorRatio: sli.errorRatio.trim(),
      };
  }
}

function shareOf(part: string, total: string): string {
  const all = operand(total);
  return `(${operand(part)} or 0 * ${all}) / (${all} > 0)`;
}

/** The bad events as a query with `$window`, in the unit of the total; of a raw SLI the ratio itself. */
export function badQuery(sli: Sli): string {
  switch (sli.kind) {
    case "events":
      return "errors" in sli
        ? sli.errors.trim()
        : `${operand(sli.total)} - ${operand(sli.good)}`;
    case "latency": {
      const { total, good } = latencyQueries(sli);
      return `${total} - ${good}`;
    }
    case "raw":
      return sli.errorRatio.trim();
  }
}

function latencyQueries({
  histogram,
  selector = "",
  le,
}: Extract<Sli, { kind: "latency" }>): {
  readonly total: string;
  readonly good: string;
} {
  const count = `${histogram}_count${braces(selector)}`;
  const fast = `${histogram}_bucket${braces(selector, leMatcher(le))}`;
  return {
    total: `sum(rate(${count}[${windowVariable}]))`,
    good: `sum(rate(${fast}[${windowVariable}]))`,
  };
}

/** `query` as an operand: in parentheses unless it is one call already. */
export function operand(query: string): string {
  const text = query.trim();
  return isCall(text) ? text : `(${text})`;
}

function isCall(query: string): boolean {
  const bare = withoutStrings(query);
  if (!/^\w+\s*\(.*\)$/s.test(bare)) return false;
  let depth = 0;
  for (let index = 0; index < bare.length; index += 1) {
    if (bare[index] === "(") depth += 1;
    if (bare[index] === ")") depth -= 1;
    if (bare[index] === ")" && depth === 0) return index === bare.length - 1;
  }
  return false;
}

function braces(...matchers: readonly string[]): string {
  const text = matchers
    .map((matcher) => matcher.trim().replace(/,$/, ""))
    .filter((matcher) => matcher !== "")
    .join(",");
  return text === "" ? "" : `{${text}}`;
}

/**
 * Matches a bucket however its bound is spelled: client libraries write whole numbers as `1` or `1.0`, from a million
 * on as `1e+06`, below 0.0001 as `1e-05`, and Prometheus 3 rewrites `1` to `1.0`. Other bounds have one spelling.
 */
export function leMatcher(le: number): string {
  const spellings = leSpellings(le);
  return spellings.length === 1
    ? `le="${spellings.join("")}"`
    : `le=~"${spellings.map((text) => text.replace(/[.+]/g, "\\\\$&")).join("|")}"`;
}

/** Every spelling of a bucket's bound that a target may expose. */
export function leSpellings(le: number): readonly string[] {
  if (Number.isInteger(le)) {
    const plain = [String(le), `${le}.0`];
    return le < 1_000_000 ? plain : [...plain, exponential(le)];
  }
  return le < 0.0001 ? [decimal(le), exponential(le)] : [decimal(le)];
}

/** As Go writes it, with two digits of exponent: `1e+06`, `2.5e-05`. */
function exponential(value: number): string {
  const [digits = "", exponent = ""] = value.toExponential().split("e");
  return `${digits}e${exponent.charAt(0)}${exponent.slice(1).padStart(2, "0")}`;
}

/** `query` with its string literals emptied: label values may look like anything. */
export function withoutStrings(query: string): string {
  return query.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`/g, '""');
}
