import type { LabelList, SelectorMatcher, Span, VectorSelector } from "./ast";
import { NAMED_NUMBERS } from "./keywords";
import { numberValue } from "./numbers";
import { shortened, TokenCursor } from "./token-cursor";
import { stringValue } from "./strings";
import type { Token } from "./tokens";

/** Reads what has no expressions in it: names, label lists, matchers, numbers. */
export class TokenReader extends TokenCursor {
  /** A number or duration, without a sign; durations in seconds. */
  protected number(): number {
    const { token } = this;
    const named =
      token.kind === "word"
        ? NAMED_NUMBERS.get(token.text.toLowerCase())
        : undefined;
    if (
      named === undefined &&
      token.kind !== "number" &&
      token.kind !== "duration"
    ) {
      throw this.unexpected("a number or a duration");
    }
    this.next();
    const value = named ?? numberValue(token.text);
    if (value === undefined) {
      this.problem(`${shortened(token.text)} is out of range`, token);
      return 0;
    }
    return value;
  }

  protected signedNumber(): number {
    const minus = this.take("-");
    if (!minus) {
      this.take("+");
    }
    return minus ? -this.number() : this.number();
  }

  protected labelList(): LabelList {
    const { from } = this.expect("(");
    const labels: string[] = [];
    while (!this.at(")")) {
      labels.push(this.labelName());
      if (!this.take(",")) {
        break;
      }
    }
    return { labels, from, to: this.expect(")").to };
  }

  /** A vector selector, from its name or its opening brace on. */
  protected selector(): VectorSelector {
    const name = this.token.kind === "word" ? this.next() : undefined;
    const braces = this.at("{") ? this.braces() : undefined;
    const matchers = braces?.matchers ?? [];
    const named = matchers.find(
      ({ label, match }) => label === "__name__" && match === "=",
    );
    const metric = name ? this.written(name) : named?.value;
    return {
      kind: "selector",
      ...(metric === undefined ? {} : { metric }),
      ...(name ? { name: { from: name.from, to: name.to } } : {}),
      matchers,
      ...(braces ? { braces: { from: braces.from, to: braces.to } } : {}),
      from: name?.from ?? braces?.from ?? 0,
      to: this.previousEnd,
    };
  }

  private braces(): Span & { matchers: readonly SelectorMatcher[] } {
    const { from } = this.expect("{");
    const matchers: SelectorMatcher[] = [];
    while (!this.at("}")) {
      matchers.push(this.matcher());
      if (!this.take(",")) {
        break;
      }
    }
    return { matchers, from, to: this.expect("}").to };
  }

  private matcher(): SelectorMatcher {
    const first = this.token;
    if (first.kind !== "word" && first.kind !== "string") {
      throw this.unexpected('a label or "}"');
    }
    this.next();
    const name =
      first.kind === "string" ? this.stringText(first) : this.written(first);
    const match = matchOperator(this.token.text);
    if (match === undefined) {
      if (first.kind === "string") {
        return {
          label: "__name__",
          match: "=",
          value: name,
          literal: first,
          from: first.from,
          to: first.to,
        };
      }
      throw this.unexpected("one of =, !=, =~, !~");
    }
    this.next();
    const literal = this.token;
    if (literal.kind !== "string") {
      throw this.unexpected("a string in quotes");
    }
    this.next();
    const value = this.stringText(literal);
    return {
      label: name,
      match,
      value,
      literal,
      from: first.from,
      to: literal.to,
    };
  }

  private labelName(): string {
    const { token } = this;
    if (token.kind === "string") {
      this.next();
      const label = this.stringText(token);
      if (label === "" || label.includes("\uFFFD")) {
        this.problem(
          "a label name must not be empty and must be valid UTF-8",
          token,
        );
      }
      return label;
    }
    const word = token.text.toLowerCase();
    if (
      token.kind !== "word" ||
      NAMED_NUMBERS.has(word) ||
      word === "without"
    ) {
      throw this.unexpected("a label name");
    }
    this.next();
    return this.written(token);
  }

  private stringText(token: Token): string {
    this.checkString(token);
    const written = this.written(token);
    const read = stringValue(written);
    return "value" in read ? read.value : written.slice(1, -1);
  }
}

function matchOperator(text: string): SelectorMatcher["match"] | undefined {
  return text === "=" || text === "!=" || text === "=~" || text === "!~"
    ? text
    : undefined;
}
