import { FieldParser } from "./field-parser";
import { CONSTANTS } from "./field-types";
import { isInteger } from "./tokens";
import type { Token } from "../promql/tokens";

export const COMPARISONS: ReadonlySet<string> = new Set([
  "=",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
]);

/** How many fields a metric may be grouped by: quantiles, histograms and averages need one label for themselves. */
export const METRICS: ReadonlyMap<string, number> = new Map([
  ["rate", 5],
  ["count_over_time", 5],
  ["min_over_time", 5],
  ["max_over_time", 5],
  ["sum_over_time", 5],
  ["avg_over_time", 4],
  ["quantile_over_time", 4],
  ["histogram_over_time", 4],
  ["compare", 0],
]);

/** Reads what makes metrics of spans, what limits and compares them, and the hints in the end. */
export class MetricsParser extends FieldParser {
  /** A metric such as `rate() by (span.x)`, and `| topk(5)` and `> 5` behind it. */
  protected metrics(): void {
    const metric = this.next();
    const groups = METRICS.get(metric.text) ?? 0;
    this.expect("(");
    switch (metric.text) {
      case "rate":
      case "count_over_time":
        break;
      case "compare":
        this.comparison(metric);
        break;
      case "quantile_over_time":
        this.attribute();
        this.expect(",");
        do {
          this.quantile();
        } while (this.take(","));
        break;
      default:
        this.attribute();
    }
    this.expect(")");
    if (groups > 0 && this.takeWord("by")) {
      const count = this.attributes();
      if (count > groups) {
        this.problem(
          `${metric.text} groups by at most ${groups} fields, got ${count}`,
          metric,
        );
      }
    }
    if (this.limits() && metric.text === "compare") {
      this.problem("nothing can follow compare", metric);
    }
  }

  /** Attributes in parentheses; how many there are. */
  protected attributes(): number {
    let count = 0;
    this.expect("(");
    do {
      this.attribute();
      count += 1;
    } while (this.take(","));
    this.expect(")");
    return count;
  }

  /** A number or a duration, with a sign or without. */
  protected quantity(): void {
    this.take("-");
    if (this.token.kind !== "number" && this.token.kind !== "duration") {
      throw this.unexpected("a number or a duration");
    }
    this.next();
  }

  /** `with (most_recent=true)`. */
  protected hints(): void {
    while (this.takeWord("with")) {
      this.expect("(");
      do {
        if (this.token.kind !== "word" || /[.:]/.test(this.token.text)) {
          throw this.unexpected("a hint such as most_recent=true");
        }
        this.next();
        this.expect("=");
        const { kind, text } = this.token;
        const isValue =
          kind === "word"
            ? CONSTANTS.has(text)
            : kind !== "symbol" && kind !== "end";
        if (!isValue) {
          throw this.unexpected("a value");
        }
        this.next();
      } while (this.take(","));
      this.expect(")");
    }
  }

  private comparison(metric: Token): void {
    this.spanFilter();
    const numbers: bigint[] = [];
    while (this.take(",")) {
      numbers.push(BigInt(this.integer().text));
    }
    const [top = 10n, start, end] = numbers;
    const hasRange =
      start !== undefined && end !== undefined && numbers.length === 3;
    const isRight =
      top > 0n &&
      (numbers.length < 2 ||
        (hasRange &&
          ((start === 0n && end === 0n) || (start > 0n && end > start))));
    if (!isRight) {
      this.problem(
        "compare takes a filter, a number greater than 0, and a start before an end",
        metric,
      );
    }
  }

  private quantile(): void {
    const { token } = this;
    if (token.kind !== "number") {
      throw this.unexpected("a quantile such as 0.99");
    }
    if (Number(token.text) > 1) {
      this.problem("a quantile must lie between 0 and 1", token);
    }
    this.next();
  }

  private limits(): boolean {
    for (let found = false; ; found = true) {
      if (this.token.kind === "symbol" && COMPARISONS.has(this.token.text)) {
        this.next();
        this.quantity();
      } else if (this.take("|")) {
        this.limit();
      } else {
        return found;
      }
    }
  }

  private limit(): void {
    if (!this.takeWord("topk") && !this.takeWord("bottomk")) {
      throw this.unexpected("topk or bottomk");
    }
    this.expect("(");
    const limit = this.integer();
    if (BigInt(limit.text) === 0n) {
      this.problem("the limit must be greater than 0", limit);
    }
    this.expect(")");
  }

  private integer(): Token {
    if (!isInteger(this.token)) {
      throw this.unexpected("a whole number");
    }
    return this.next();
  }
}
