import {
  AGGREGATIONS,
  NAMED_NUMBERS,
  PRECEDENCE,
  RESERVED,
  SIGN_PRECEDENCE,
} from "./keywords";
import type { Aggregation, BinaryExpr, Call, Expr, Span } from "./ast";
import { ClauseParser } from "./clause-parser";
import type { Token } from "./tokens";

const MAX_MODIFIERS = 16;

/**
 * Reads PromQL into an {@link Expr}: operators by precedence, everything else by its first token. Throws a
 * {@link SyntaxFault} at the first token that cannot stand where it stands.
 */
export class ExpressionParser extends ClauseParser {
  /** The whole query as one expression. */
  query(): Expr {
    const expr = this.expression(0);
    if (this.token.kind !== "end") {
      throw this.unexpected("an operator or the end of the query");
    }
    return expr;
  }

  private expression(above: number): Expr {
    return this.nested(() => {
      let left = this.operand();
      for (;;) {
        const { kind, text } = this.token;
        const operator = text.toLowerCase();
        const precedence =
          kind === "symbol" || kind === "word"
            ? PRECEDENCE.get(operator)
            : undefined;
        if (precedence === undefined || precedence <= above) {
          return left;
        }
        left = this.binary(left, operator, precedence);
      }
    });
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
}

const span = ({ from, to }: Span): Span => ({ from, to });
