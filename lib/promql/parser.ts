import {
  AGGREGATIONS,
  NAMED_NUMBERS,
  PRECEDENCE,
  RESERVED,
  SIGN_PRECEDENCE,
} from "./keywords";
import type {
  Aggregation,
  BinaryExpr,
  Call,
  Expr,
  LabelList,
  Span,
  VectorMatching,
} from "./ast";
import { DurationParser } from "./duration-parser";
import { SyntaxFault } from "./token-cursor";
import type { Token } from "./tokens";

/** No query may nest deeper or hold more operands and operators than this, so that none exhausts the stack. */
const MAX_DEPTH = 400;
const MAX_OPERATIONS = 2000;
const MAX_MODIFIERS = 16;

/**
 * Reads PromQL into an {@link Expr}: operators by precedence, everything else by its first token. Throws a
 * {@link SyntaxFault} at the first token that cannot stand where it stands.
 */
export class ExpressionParser extends DurationParser {
  private operations = 0;
  private depth = 0;

  /** The whole query as one expression. */
  query(): Expr {
    const expr = this.expression(0);
    if (this.token.kind !== "end") {
      throw this.unexpected("an operator or the end of the query");
    }
    return expr;
  }

  private expression(above: number): Expr {
    this.depth += 1;
    this.countOperation();
    let left = this.operand();
    for (;;) {
      const operator = this.token.text.toLowerCase();
      const precedence =
        this.token.kind === "symbol" || this.token.kind === "word"
          ? PRECEDENCE.get(operator)
          : undefined;
      if (precedence === undefined || precedence <= above) {
        break;
      }
      left = this.binary(left, operator, precedence);
    }
    this.depth -= 1;
    return left;
  }

  private binary(left: Expr, operator: string, precedence: number): BinaryExpr {
    this.countOperation();
    const operatorAt = this.next();
    const bool = this.takeWord("bool");
    const matching = this.matching();
    const fill = this.fill();
    const right = this.expression(
      operator === "^" ? precedence - 1 : precedence,
    );
    return {
      kind: "binary",
      operator,
      operatorAt: span(operatorAt),
      bool,
      ...(matching ? { matching } : {}),
      fill,
      left,
      right,
      from: left.from,
      to: right.to,
    };
  }

  private matching(): VectorMatching | undefined {
    const kind = this.takeWord("on")
      ? "on"
      : this.takeWord("ignoring")
        ? "ignoring"
        : undefined;
    if (kind === undefined) {
      return undefined;
    }
    const list = this.labelList();
    const side = this.takeWord("group_left")
      ? "left"
      : this.takeWord("group_right")
        ? "right"
        : undefined;
    if (side === undefined) {
      return { kind, list };
    }
    return this.at("(")
      ? { kind, list, group: { side, list: this.labelList() } }
      : { kind, list, group: { side } };
  }

  private fill(): boolean {
    const seen = new Set<string>();
    for (;;) {
      const word = this.token.text.toLowerCase();
      const isFill =
        this.token.kind === "word" &&
        /^fill(?:_left|_right)?$/.test(word) &&
        this.peek().text === "(";
      if (
        !isFill ||
        seen.has(word) ||
        seen.has("fill") ||
        (word === "fill" && seen.size > 0)
      ) {
        return seen.size > 0;
      }
      seen.add(word);
      this.next();
      this.expect("(");
      this.signedNumber();
      this.expect(")");
    }
  }

  /** An operand with its sign in front and its modifiers behind. */
  private operand(): Expr {
    if (this.at("-") || this.at("+")) {
      const sign = this.next();
      const expr = this.signed();
      return {
        kind: "unary",
        operator: sign.text === "-" ? "-" : "+",
        expr,
        from: sign.from,
        to: expr.to,
      };
    }
    return this.modified(this.primary());
  }

  private signed(): Expr {
    return this.expression(SIGN_PRECEDENCE - 1);
  }

  private modified(operand: Expr): Expr {
    let expr = operand;
    for (let modifiers = 0; modifiers <= MAX_MODIFIERS; modifiers += 1) {
      const next = this.modifier(expr);
      if (!next) {
        return expr;
      }
      expr = next;
    }
    throw this.unexpected(
      `at most ${MAX_MODIFIERS} modifiers behind one operand`,
    );
  }

  private modifier(expr: Expr): Expr | undefined {
    const { from } = expr;
    if (this.at("[")) {
      return this.rangeOrSubquery(expr);
    }
    if (this.takeWord("offset")) {
      const offset = this.offsetDuration();
      return { kind: "offset", expr, offset, from, to: offset.to };
    }
    if (this.take("@")) {
      const at = this.timestamp();
      return { kind: "at", expr, at, from, to: this.previousEnd };
    }
    for (const kind of ["anchored", "smoothed"] as const) {
      if (this.takeWord(kind)) {
        return { kind, expr, from, to: this.previousEnd };
      }
    }
    return undefined;
  }

  private rangeOrSubquery(expr: Expr): Expr {
    this.expect("[");
    const range = this.positiveDuration();
    if (this.take(":")) {
      const step = this.at("]") ? undefined : this.positiveDuration();
      const to = this.expect("]").to;
      return {
        kind: "subquery",
        expr,
        range,
        ...(step ? { step } : {}),
        from: expr.from,
        to,
      };
    }
    const to = this.expect("]").to;
    return { kind: "range", expr, range, from: expr.from, to };
  }

  private timestamp(): number | "start" | "end" {
    for (const word of ["start", "end"] as const) {
      if (this.takeWord(word)) {
        this.expect("(");
        this.expect(")");
        return word;
      }
    }
    return this.signedNumber();
  }

  private primary(): Expr {
    const { token } = this;
    if (token.kind === "number" || token.kind === "duration") {
      return {
        kind: "number",
        value: this.number(),
        written: this.written(token),
        ...span(token),
      };
    }
    if (token.kind === "string") {
      this.next();
      this.checkString(token);
      return { kind: "string", written: this.written(token), ...span(token) };
    }
    if (this.at("(")) {
      return this.parenthesised();
    }
    if (this.at("{")) {
      return this.selector();
    }
    if (token.kind === "word") {
      return this.named(token);
    }
    throw this.unexpected("an expression");
  }

  private parenthesised(): Expr {
    const { from } = this.next();
    const expr = this.expression(0);
    const { to } = this.expect(")");
    return { kind: "paren", expr, from, to };
  }

  private named(token: Token): Expr {
    const word = token.text.toLowerCase();
    const after = this.peek();
    const named = NAMED_NUMBERS.get(word);
    if (named !== undefined) {
      this.next();
      return {
        kind: "number",
        value: named,
        written: this.written(token),
        ...span(token),
      };
    }
    if (
      AGGREGATIONS.has(word) &&
      (after.text === "(" || /^(?:by|without)$/i.test(after.text))
    ) {
      return this.aggregation(word);
    }
    if (RESERVED.has(word)) {
      throw this.unexpected("an expression");
    }
    return after.text === "(" ? this.call(token) : this.selector();
  }

  private aggregation(operator: string): Aggregation {
    const { from } = this.next();
    const before = this.grouping();
    const { args, to } = this.args();
    const after = before ?? this.grouping();
    return {
      kind: "aggregation",
      operator,
      ...(after ? { grouping: after } : {}),
      args,
      from,
      to: Math.max(to, after?.to ?? 0),
    };
  }

  private grouping(): (LabelList & { without: boolean }) | undefined {
    const without = this.takeWord("without");
    return without || this.takeWord("by")
      ? { without, ...this.labelList() }
      : undefined;
  }

  private call(token: Token): Call {
    this.next();
    const { args, to } = this.args();
    return {
      kind: "call",
      name: token.text,
      nameAt: span(token),
      args,
      from: token.from,
      to,
    };
  }

  private args(): { args: readonly Expr[]; to: number } {
    this.expect("(");
    const args: Expr[] = [];
    if (!this.at(")")) {
      do {
        args.push(this.expression(0));
      } while (this.take(","));
    }
    return { args, to: this.expect(")").to };
  }

  private countOperation(): void {
    this.operations += 1;
    if (this.depth > MAX_DEPTH || this.operations > MAX_OPERATIONS) {
      const { from, to } = this.token;
      throw new SyntaxFault({
        message: `the query is too large; at most ${MAX_DEPTH} operations may be nested in one another and ${MAX_OPERATIONS} written in all`,
        from,
        to,
      });
    }
  }
}

const span = ({ from, to }: Span): Span => ({ from, to });
