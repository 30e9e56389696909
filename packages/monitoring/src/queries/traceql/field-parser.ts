import type { Span } from "../promql/ast";
import { regexpProblem } from "../promql/regexp";
import { stringValue } from "../promql/strings";
import { TokenCursor } from "../promql/token-cursor";
import type { Token } from "../promql/tokens";
import {
  CONSTANTS,
  INTRINSICS,
  isNumeric,
  named,
  operandProblem,
  PRECEDENCE,
  resultType,
  type FieldType,
} from "./field-types";

/** A field expression: its type, whether it reads the span, and what it is when it is a single thing. */
export interface Field extends Span {
  readonly type: FieldType;
  readonly readsSpan: boolean;
  readonly single?: "string" | "intrinsic" | "service-name" | "nil";
  /** What is wrong with a string as a regular expression. */
  readonly pattern?: string;
}

const SCOPED_INTRINSIC = /^(?:trace|span|event|link|instrumentation):/;
const NOT_PRECEDENCE = 4;

/** Reads what stands between the braces of a span filter, and attributes elsewhere. */
export class FieldParser extends TokenCursor {
  /** Keywords are written in lower case. */
  protected override atWord(word: string): boolean {
    return this.token.kind === "word" && this.token.text === word;
  }

  /** `{ … }`; what is inside must be true or false. */
  protected spanFilter(): void {
    this.expect("{");
    if (!this.at("}")) {
      const field = this.field();
      if (field.type !== "boolean" && field.type !== "attribute") {
        this.problem(
          `a filter needs a condition, got ${named(field.type)}`,
          field,
        );
      }
    }
    this.expect("}");
    this.countOperation();
  }

  protected field(): Field {
    const field = this.expression(0);
    if (field.single === "nil") {
      throw this.unexpected("= or != after nil");
    }
    return field;
  }

  /** A single attribute or intrinsic. */
  protected attribute(): Field {
    const { token } = this;
    const field = token.kind === "word" ? this.readAttribute(token) : undefined;
    if (!field) {
      throw this.unexpected(
        "an attribute such as span.http.route, or an intrinsic such as duration",
      );
    }
    this.next();
    return field;
  }

  private expression(above: number): Field {
    return this.nested(() => {
      let left = this.operand();
      for (;;) {
        const operator = this.token;
        const precedence =
          operator.kind === "symbol"
            ? PRECEDENCE.get(operator.text)
            : undefined;
        if (precedence === undefined || precedence <= above) {
          return left;
        }
        this.countOperation();
        this.next();
        const right = this.expression(
          operator.text === "^" ? precedence - 1 : precedence,
        );
        left = this.combined(left, operator, right);
      }
    });
  }

  private combined(left: Field, operator: Token, right: Field): Field {
    const span = { from: left.from, to: right.to };
    const readsSpan = left.readsSpan || right.readsSpan;
    const text = operator.text;
    const other =
      left.single === "nil" ? right : right.single === "nil" ? left : undefined;
    if (other) {
      if (text !== "=" && text !== "!=") {
        this.problem(
          `nil is only allowed with = and !=, not with ${text}`,
          operator,
        );
      } else if (
        text === "=" &&
        (other.single === "intrinsic" || other.single === "service-name")
      ) {
        this.problem("this field is never nil", other);
      }
      return { type: "boolean", readsSpan, ...span };
    }
    const problem = operandProblem(text, left.type, right.type);
    if (problem !== undefined) {
      this.problem(problem, operator);
    } else if ((text === "=~" || text === "!~") && right.single !== "string") {
      this.problem(`${text} needs a string on its right`, right);
    } else if (
      (text === "=~" || text === "!~") &&
      right.pattern !== undefined
    ) {
      this.problem(right.pattern, right);
    }
    return {
      type: resultType(text, left.type, right.type),
      readsSpan,
      ...span,
    };
  }

  private operand(): Field {
    const { token } = this;
    if (this.at("-") || this.at("!")) {
      return this.signed(this.next());
    }
    if (this.take("(")) {
      const inner = this.expression(0);
      this.expect(")");
      return { ...inner, from: token.from, to: this.previousEnd };
    }
    const single = this.single(token);
    this.next();
    return single;
  }

  private signed(sign: Token): Field {
    const inner = this.expression(sign.text === "-" ? 3 : NOT_PRECEDENCE);
    const isRight =
      inner.type === "attribute" ||
      (sign.text === "-" ? isNumeric(inner.type) : inner.type === "boolean");
    if (!isRight || inner.single === "nil") {
      this.problem(
        `${sign.text} is not allowed for ${inner.single === "nil" ? "nil" : named(inner.type)}`,
        sign,
      );
    }
    return {
      type: inner.type,
      readsSpan: inner.readsSpan,
      from: sign.from,
      to: inner.to,
    };
  }

  private single(token: Token): Field {
    const { kind, text, from, to } = token;
    if (kind === "string") {
      this.checkString(token);
      const read = stringValue(text);
      const pattern = "value" in read ? regexpProblem(read.value) : undefined;
      return {
        type: "string",
        readsSpan: false,
        single: "string",
        ...(pattern === undefined ? {} : { pattern }),
        from,
        to,
      };
    }
    if (kind === "duration" || kind === "number") {
      const type =
        kind === "duration"
          ? "duration"
          : /^\d+$/.test(text)
            ? "integer"
            : "float";
      return { type, readsSpan: false, from, to };
    }
    const constant = kind === "word" ? CONSTANTS.get(text) : undefined;
    if (constant) {
      return { type: constant, readsSpan: false, from, to };
    }
    if (kind === "word" && text === "nil") {
      return { type: "attribute", readsSpan: false, single: "nil", from, to };
    }
    const attribute = kind === "word" ? this.readAttribute(token) : undefined;
    if (!attribute) {
      throw this.unexpected(
        "a field or a value; fields are .name, span.name, resource.name, or intrinsics such as duration",
      );
    }
    return attribute;
  }

  private readAttribute(token: Token): Field | undefined {
    const { text, from, to } = token;
    if (text.startsWith("parent.") || text === "parent") {
      this.problem("parent is not supported by Tempo", token);
      return { type: "attribute", readsSpan: true, from, to };
    }
    if (text.includes(".") && !SCOPED_INTRINSIC.test(text)) {
      const single =
        text === "resource.service.name"
          ? { single: "service-name" as const }
          : {};
      return { type: "attribute", readsSpan: true, ...single, from, to };
    }
    const type = INTRINSICS.get(text.replace(/\s+/g, ""));
    return type && { type, readsSpan: true, single: "intrinsic", from, to };
  }
}
