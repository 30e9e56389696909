import type { DurationExpr } from "./ast";
import { MAX_DURATION_SECONDS } from "./numbers";
import { TokenReader } from "./token-reader";

/** A duration under construction: `value` while it is a literal, possibly in parentheses and with signs. */
interface Operand {
  readonly value?: number;
}

/** Binary operators between durations, and how tightly they bind. */
const PRECEDENCE: ReadonlyMap<string, number> = new Map([
  ["+", 1],
  ["-", 1],
  ["*", 2],
  ["/", 2],
  ["%", 2],
  ["^", 3],
]);

/** Parentheses and signs nested beyond this many are refused. */
const MAX_DEPTH = 100;

/** Reads durations between brackets and after `offset`: literals, `step()`, `range()`, `min_of`, `max_of`, arithmetic. */
export class DurationParser extends TokenReader {
  private durationDepth = 0;

  /** A range or a step: a literal must be positive; calculated ones are known to the server only. */
  protected positiveDuration(): DurationExpr {
    const duration = this.duration(() => this.durationSum(0));
    if (duration.seconds !== undefined && duration.seconds <= 0) {
      this.problem("a duration must be greater than 0", duration);
    }
    return duration;
  }

  /** After `offset`, arithmetic needs parentheses: `x offset 5m + 1` adds to the vector. */
  protected offsetDuration(): DurationExpr {
    return this.duration(() => this.offsetOperand());
  }

  private offsetOperand(): Operand {
    return this.signedDuration(() => this.offsetOperand());
  }

  private duration(read: () => Operand): DurationExpr {
    const { from } = this.token;
    const { value } = read();
    const span = { from, to: this.previousEnd };
    const written = this.written(span);
    const isVariable = written.includes("$") || written.includes("[[");
    return {
      written,
      ...(value === undefined || isVariable ? {} : { seconds: value }),
      ...span,
    };
  }

  private durationSum(above: number): Operand {
    this.durationDepth += 1;
    if (this.durationDepth > MAX_DEPTH) {
      throw this.unexpected(
        `at most ${MAX_DEPTH} nested operations in a duration`,
      );
    }
    let left = this.signedDuration(() => this.durationSum(2));
    for (;;) {
      const operator = this.token;
      const precedence =
        operator.kind === "symbol" ? PRECEDENCE.get(operator.text) : undefined;
      if (precedence === undefined || precedence <= above) {
        break;
      }
      this.next();
      const right = this.durationSum(
        operator.text === "^" ? precedence - 1 : precedence,
      );
      if (
        (operator.text === "/" || operator.text === "%") &&
        right.value === 0
      ) {
        this.problem("division by zero", operator);
      }
      left = {};
    }
    this.durationDepth -= 1;
    return left;
  }

  private signedDuration(operand: () => Operand): Operand {
    if (!this.at("-") && !this.at("+")) {
      return this.durationOperand();
    }
    const minus = this.next().text === "-";
    const { value } = operand();
    return value === undefined ? {} : { value: minus ? -value : value };
  }

  private durationOperand(): Operand {
    const { token } = this;
    const word = token.kind === "word" ? token.text.toLowerCase() : "";
    if (token.kind === "number" || token.kind === "duration") {
      const value = this.number();
      if (value > MAX_DURATION_SECONDS) {
        this.problem("the duration is out of range", token);
      }
      return { value };
    }
    if (this.take("(")) {
      const inner = this.durationSum(0);
      this.expect(")");
      return inner;
    }
    if (word === "step" || word === "range") {
      this.next();
      this.expect("(");
      this.expect(")");
      return {};
    }
    if (word === "min_of" || word === "max_of") {
      this.next();
      this.expect("(");
      this.durationSum(0);
      this.expect(",");
      this.durationSum(0);
      this.expect(")");
      return {};
    }
    throw this.unexpected("a duration such as 5m");
  }
}
