import { PipelineParser } from "./pipeline-parser";
import { isRange } from "./tokens";

/** Reads what range aggregations work on, and the label lists of grouping and matching. */
export class RangeParser extends PipelineParser {
  /** The lines of a range; true when a label is unwrapped. */
  protected logRange(): boolean {
    if (this.at("{")) {
      this.streamSelector();
      return this.logRangeRest(false);
    }
    if (!this.at("(")) {
      throw this.unexpected(
        'a stream selector with a range, such as {app="x"}[5m]',
      );
    }
    return this.nested(() => {
      this.expect("(");
      if (this.at("{")) {
        this.streamSelector();
        return this.logRangeRest(true);
      }
      const isUnwrapped = this.logRange();
      this.expect(")");
      return isUnwrapped;
    });
  }

  /** What follows the selector: stages and range in either order; within parentheses the range may stand behind them. */
  private logRangeRest(inParens: boolean): boolean {
    if (isRange(this.token)) {
      this.rangeAndOffset();
      this.pipeline();
      const isUnwrapped = this.unwrap();
      if (inParens) {
        this.expect(")");
      }
      return isUnwrapped;
    }
    const hasStages = this.pipeline();
    const isUnwrapped = this.unwrap();
    const rangeFollows = inParens && this.take(")");
    this.rangeAndOffset();
    if (!rangeFollows) {
      if (inParens) {
        this.expect(")");
      }
      return isUnwrapped;
    }
    return hasStages || isUnwrapped ? isUnwrapped : this.unwrap();
  }

  private rangeAndOffset(): void {
    if (!isRange(this.token)) {
      throw this.unexpected("a range such as [5m]");
    }
    this.next();
    if (this.takeWord("offset")) {
      this.take("-");
      if (this.token.kind !== "duration" || isRange(this.token)) {
        throw this.unexpected("a duration such as 5m");
      }
      this.next();
    }
  }

  /** The number of labels after `by` or `without`; undefined without either. */
  protected grouping(): number | undefined {
    return this.takeWord("by") || this.takeWord("without")
      ? this.labels()
      : undefined;
  }

  protected labels(): number {
    let count = 0;
    this.expect("(");
    if (!this.at(")")) {
      this.list(() => {
        this.label();
        count += 1;
      });
    }
    this.expect(")");
    return count;
  }
}
