import type { Span } from "../promql/ast";
import { regexpProblem } from "../promql/regexp";
import {
  PRECEDENCE,
  RANGE_AGGREGATIONS,
  VECTOR_AGGREGATIONS,
  type RangeAggregation,
} from "./keywords";
import { RangeParser } from "./range-parser";
import { isBytes } from "./tokens";

/** What a query gives: lines, samples, or a number that is known beforehand. */
type Kind = "log" | "metric" | "literal";

interface Operand extends Span {
  readonly kind: Kind;
  /** In lower case, when it is an operation outside of parentheses. */
  readonly operator?: string;
}

/** Checks LogQL from the first token to the last, by the grammar of Loki 3. */
export class LogqlParser extends RangeParser {
  /** Reads the whole query; the operator of its outermost operation, if it is one. */
  query(): string | undefined {
    const { operator } = this.expression(0);
    if (this.token.kind !== "end") {
      throw this.unexpected("an operator or the end of the query");
    }
    return operator;
  }

  private expression(above: number): Operand {
    return this.nested(() => {
      let left = this.operand();
      for (;;) {
        const operator = this.token.text.toLowerCase();
        const precedence =
          this.token.kind === "string" ? undefined : PRECEDENCE.get(operator);
        if (precedence === undefined || precedence <= above) {
          return left;
        }
        left = this.binary(left, operator, precedence);
      }
    });
  }

  private binary(left: Operand, operator: string, precedence: number): Operand {
    this.countOperation();
    this.next();
    this.takeWord("bool");
    this.matching();
    const right = this.expression(
      operator === "^" ? precedence - 1 : precedence,
    );
    for (const side of [left, right]) {
      if (side.kind === "log") {
        this.problem(
          `an operand of ${operator} must be a metric query, got log lines; wrap it in rate(…[5m])`,
          side,
        );
      } else if (
        side.kind === "literal" &&
        /^(?:and|or|unless)$/.test(operator)
      ) {
        this.problem(
          `${operator} is not allowed with a number; wrap it in vector()`,
          side,
        );
      }
    }
    const kind =
      left.kind === "literal" && right.kind === "literal"
        ? "literal"
        : "metric";
    return { kind, operator, from: left.from, to: right.to };
  }

  private matching(): void {
    if (this.takeWord("on") || this.takeWord("ignoring")) {
      this.labels();
      if (
        (this.takeWord("group_left") || this.takeWord("group_right")) &&
        this.at("(")
      ) {
        this.labels();
      }
    }
  }

  private operand(): Operand {
    const { token } = this;
    const { from } = token;
    const word = token.kind === "word" ? token.text.toLowerCase() : "";
    if (this.at("{")) {
      this.streamSelector();
      this.pipeline();
      return { kind: "log", from, to: this.previousEnd };
    }
    if (this.take("(")) {
      const { kind } = this.expression(0);
      this.expect(")");
      return { kind, from, to: this.previousEnd };
    }
    if (this.at("-") || this.at("+") || token.kind === "number") {
      this.signedLiteral();
      return { kind: "literal", from, to: this.previousEnd };
    }
    const rangeAggregation = RANGE_AGGREGATIONS.get(word);
    if (rangeAggregation && this.peek().text === "(") {
      this.rangeAggregation(word, rangeAggregation);
    } else if (
      VECTOR_AGGREGATIONS.has(word) &&
      /^(?:\(|by|without)$/i.test(this.peek().text)
    ) {
      this.vectorAggregation(word);
    } else if (
      word === "vector" ||
      word === "label_replace" ||
      word === "variants"
    ) {
      this.call(word);
    } else {
      throw this.unexpected(
        'a stream selector such as {app="x"} or a metric query such as rate({app="x"}[5m])',
      );
    }
    return { kind: "metric", from, to: this.previousEnd };
  }

  private call(word: string): void {
    this.next();
    this.expect("(");
    if (word === "vector") {
      this.literal();
    } else if (word === "label_replace") {
      this.metric();
      for (const part of ["label", "replacement", "source", "expression"]) {
        this.expect(",");
        this.text((value) =>
          part === "expression" ? regexpProblem(value) : undefined,
        );
      }
    } else {
      this.list(() => this.metric());
      this.expect(")");
      if (!this.takeWord("of")) {
        throw this.unexpected("of");
      }
      this.expect("(");
      this.logRange();
    }
    this.expect(")");
  }

  private rangeAggregation(
    name: string,
    { unwrap, grouping }: RangeAggregation,
  ): void {
    const start = this.next();
    this.expect("(");
    const hasParameter = this.token.kind === "number";
    if (hasParameter) {
      this.literal();
      this.expect(",");
    }
    const isUnwrapped = this.logRange();
    this.expect(")");
    const place = this.spanFrom(start);
    if (hasParameter !== (name === "quantile_over_time")) {
      this.problem(
        hasParameter
          ? `${name} takes no parameter`
          : `${name} needs a parameter, as in ${name}(0.95, …)`,
        place,
      );
    }
    if (isUnwrapped && unwrap === "forbidden") {
      this.problem(
        `${name} counts lines or bytes and takes no | unwrap`,
        place,
      );
    }
    if (!isUnwrapped && unwrap === "required") {
      this.problem(`${name} needs | unwrap label before the range`, place);
    }
    const groupingAt = this.token;
    if (this.grouping() && !grouping) {
      this.problem(
        `${name} takes no by or without; aggregate around it, as in sum by (…) (${name}(…))`,
        groupingAt,
      );
    }
  }

  private vectorAggregation(name: string): void {
    const start = this.next();
    const groupingBefore = this.grouping();
    this.expect("(");
    const parameter =
      this.token.kind === "number" && this.peek().text === ","
        ? this.next()
        : undefined;
    if (parameter) {
      this.expect(",");
    }
    this.metric();
    this.expect(")");
    const labels = groupingBefore ?? this.grouping();
    const place = this.spanFrom(start);
    const takesCount = /^(?:topk|bottomk|approx_topk)$/.test(name);
    if (takesCount && !parameter) {
      this.problem(`${name} needs a number first, as in ${name}(5, …)`, place);
    } else if (
      takesCount &&
      parameter &&
      !(/^\d+$/.test(parameter.text) && Number(parameter.text) > 0)
    ) {
      this.problem(
        `the number of ${name} must be whole and greater than 0`,
        parameter,
      );
    } else if (!takesCount && parameter) {
      this.problem(`${name} takes no parameter`, parameter);
    }
    const forbidden =
      name === "approx_topk"
        ? labels !== undefined
        : name.startsWith("sort") && (labels ?? 0) > 0;
    if (forbidden) {
      this.problem(`${name} takes no by or without`, place);
    }
  }

  private metric(): void {
    const operand = this.expression(0);
    if (operand.kind === "log") {
      this.problem(
        "this must be a metric query, got log lines; wrap them in rate(…[5m])",
        operand,
      );
    }
  }

  private signedLiteral(): void {
    if (!this.take("-")) {
      this.take("+");
    }
    this.literal();
  }

  private literal(): void {
    if (this.token.kind !== "number" || isBytes(this.token)) {
      throw this.unexpected("a number");
    }
    this.next();
  }
}
