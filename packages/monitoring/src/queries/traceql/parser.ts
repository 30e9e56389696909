import { isNumeric } from "./field-types";
import { COMPARISONS, METRICS, MetricsParser } from "./metrics-parser";

/** What may be made of a spanset. */
interface Spanset {
  /** Filters only: it may be combined with other filters, and stages may follow. */
  readonly isFilter: boolean;
  /** In parentheses: it may be combined with other pipelines in parentheses, and nothing follows. */
  readonly isWrapped: boolean;
}

const PIPELINE: Spanset = { isFilter: false, isWrapped: false };

const SPANSET_OPERATORS = new Set([
  "&&",
  "||",
  ">",
  ">>",
  "<",
  "<<",
  "~",
  "!>",
  "!>>",
  "!<",
  "!<<",
  "!~",
  "&>",
  "&>>",
  "&<",
  "&<<",
  "&~",
]);
/** How many parentheses may stand around an aggregate. */
const MAX_PARENS = 10;
const AGGREGATES = new Set(["count", "avg", "max", "min", "sum"]);

/** Checks TraceQL from the first token to the last, by the grammar and the types of Tempo 2. */
export class TraceqlParser extends MetricsParser {
  query(): void {
    this.pipeline();
    this.hints();
    if (this.token.kind !== "end") {
      throw this.unexpected("an operator, a stage or the end of the query");
    }
  }

  /** A spanset with its stages; a metric may only stand in the end of the whole query. */
  private pipeline(isNested = false): Spanset {
    let spanset = this.stage();
    let takesStages = spanset.isFilter || !spanset.isWrapped;
    while (takesStages && this.at("|")) {
      this.next();
      if (METRICS.has(this.token.text) && !isNested) {
        this.metrics();
        return PIPELINE;
      }
      takesStages = this.furtherStage();
      spanset = PIPELINE;
    }
    return spanset;
  }

  private furtherStage(): boolean {
    if (this.takeWord("coalesce")) {
      this.expect("(");
      this.expect(")");
      return true;
    }
    const { isFilter, isWrapped } = this.stage();
    return isFilter || !isWrapped;
  }

  private stage(): Spanset {
    if (this.takeWord("by")) {
      this.expect("(");
      const field = this.field();
      if (!field.readsSpan) {
        this.problem("by needs a field of the span", field);
      }
      this.expect(")");
      return PIPELINE;
    }
    if (this.takeWord("select")) {
      this.attributes();
      return PIPELINE;
    }
    return this.startsAggregate() ? this.aggregateFilter() : this.spansets();
  }

  private spansets(): Spanset {
    let left = this.spanset();
    while (
      this.token.kind === "symbol" &&
      SPANSET_OPERATORS.has(this.token.text)
    ) {
      const operator = this.next();
      this.countOperation();
      const right = this.spanset();
      left = {
        isFilter: left.isFilter && right.isFilter,
        isWrapped: left.isWrapped && right.isWrapped,
      };
      if (!left.isFilter && !left.isWrapped) {
        this.problem(
          `both sides of ${operator.text} must be filters, or both pipelines in parentheses`,
          operator,
        );
        return { isFilter: true, isWrapped: true };
      }
    }
    return left;
  }

  private spanset(): Spanset {
    if (this.at("{")) {
      this.spanFilter();
      return { isFilter: true, isWrapped: false };
    }
    if (!this.at("(")) {
      throw this.unexpected("a filter such as { status = error }");
    }
    return this.nested(() => {
      this.expect("(");
      const { isFilter } = this.pipeline(true);
      this.expect(")");
      return { isFilter, isWrapped: true };
    });
  }

  /** True before `count() > 2` and `(count()) > 2`, false before `(count() > 2)`, which is a pipeline. */
  private startsAggregate(): boolean {
    let parens = 0;
    while (
      parens < MAX_PARENS &&
      this.lookAhead(parens).kind === "symbol" &&
      this.lookAhead(parens).text === "("
    ) {
      parens += 1;
    }
    if (
      this.lookAhead(parens).kind !== "word" ||
      !AGGREGATES.has(this.lookAhead(parens).text)
    ) {
      return false;
    }
    let open = parens;
    for (let i = parens; open > 0; i += 1) {
      const { kind, text } = this.lookAhead(i);
      if (
        kind === "end" ||
        (open === parens && kind === "symbol" && COMPARISONS.has(text))
      ) {
        return false;
      }
      open += kind !== "symbol" ? 0 : text === "(" ? 1 : text === ")" ? -1 : 0;
    }
    return true;
  }

  private aggregateFilter(): Spanset {
    let parens = 0;
    while (this.take("(")) {
      parens += 1;
    }
    this.aggregate();
    for (; parens > 0; parens -= 1) {
      this.expect(")");
    }
    if (this.token.kind !== "symbol" || !COMPARISONS.has(this.token.text)) {
      throw this.unexpected("a comparison");
    }
    this.next();
    this.quantity();
    return PIPELINE;
  }

  private aggregate(): void {
    const name = this.next().text;
    this.expect("(");
    if (name !== "count") {
      const field = this.field();
      if (field.type !== "attribute" && !isNumeric(field.type)) {
        this.problem(`${name} needs a number`, field);
      } else if (!field.readsSpan) {
        this.problem(`${name} needs a field of the span`, field);
      }
    }
    this.expect(")");
  }
}
