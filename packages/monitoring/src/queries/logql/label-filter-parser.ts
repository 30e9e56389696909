import { isIP } from "node:net";
import type { Span } from "../promql/ast";
import { matchesEmpty, regexpProblem } from "../promql/regexp";
import { stringValue } from "../promql/strings";
import { shortened, TokenCursor } from "../promql/token-cursor";
import { RESERVED } from "./keywords";
import { isBytes } from "./tokens";

/** Reads labels, matchers and conditions on labels. */
export class LabelFilterParser extends TokenCursor {
  /** Conditions on labels, joined by `and`, `or`, a comma or nothing. */
  protected labelFilters(): void {
    for (;;) {
      if (this.take("(")) {
        this.nested(() => this.labelFilters());
        this.expect(")");
      } else {
        this.labelFilter();
      }
      const joined =
        this.takeWord("and") || this.takeWord("or") || this.take(",");
      if (!joined && !this.startsFilter()) {
        return;
      }
    }
  }

  private startsFilter(): boolean {
    const { kind, text } = this.token;
    return (
      (kind === "word" && !RESERVED.has(text.toLowerCase())) || this.at("(")
    );
  }

  private labelFilter(): void {
    const value = this.lookAhead(2);
    const operator = this.peek().text;
    if (value.kind === "string") {
      this.labelMatcher();
      return;
    }
    this.label();
    if (!/^(?:==?|!=|[<>]=?)$/.test(operator)) {
      throw this.unexpected("a comparison");
    }
    this.next();
    if (this.isCall("ip") && (operator === "=" || operator === "!=")) {
      this.ip();
    } else {
      this.quantity();
    }
  }

  private quantity(): void {
    const signed = this.take("-") || this.take("+");
    const { token } = this;
    const isQuantity =
      token.kind === "number" ||
      (token.kind === "duration" && !token.text.startsWith("["));
    if (!isQuantity || (signed && isBytes(token))) {
      throw this.unexpected("a string, a number, a duration or a size");
    }
    this.next();
  }

  /** One matcher; true when it matches the empty string. */
  protected labelMatcher(): boolean {
    this.label();
    const operator = this.token;
    if (!/^(?:=|!=|=~|!~)$/.test(operator.text)) {
      throw this.unexpected("one of =, !=, =~, !~");
    }
    this.next();
    const isPattern = operator.text.endsWith("~");
    const value = this.text((pattern) =>
      isPattern ? regexpProblem(pattern) : undefined,
    );
    const matches = isPattern ? matchesEmpty(value) : value === "";
    return operator.text.startsWith("!") ? !matches : matches;
  }

  protected ip(): void {
    this.next();
    this.expect("(");
    const { token } = this;
    const value = this.text();
    if (!this.written(token).includes("$") && !isAddressPattern(value)) {
      this.problem(
        `${shortened(value)} is no IP address, no range a-b and no network a/n`,
        token,
      );
    }
    this.expect(")");
  }

  protected label(): string {
    const { token } = this;
    if (
      token.kind !== "word" ||
      token.text.startsWith("--") ||
      RESERVED.has(token.text.toLowerCase())
    ) {
      throw this.unexpected("a label");
    }
    return this.next().text;
  }

  /** A string; `check` says what is wrong with its value. */
  protected text(
    check: (value: string) => string | undefined = () => undefined,
  ): string {
    const { token } = this;
    if (token.kind !== "string") {
      throw this.unexpected("a string in quotes");
    }
    this.next();
    this.checkString(token);
    const read = stringValue(token.text);
    const value = "value" in read ? read.value : token.text.slice(1, -1);
    const problem = check(value);
    if (problem !== undefined) {
      this.problem(problem, token);
    }
    return value;
  }

  protected list(item: () => void): void {
    do {
      item();
    } while (this.take(","));
  }

  protected isCall(word: string): boolean {
    return this.atWord(word) && this.peek().text === "(";
  }

  protected spanFrom({ from }: Span): Span {
    return { from, to: this.previousEnd };
  }
}

function isAddressPattern(value: string): boolean {
  const range = value.split("-").map((address) => address.trim());
  if (range.length === 2) {
    return range.every((address) => isIP(address) > 0);
  }
  const [address = "", prefix, ...rest] = value.split("/");
  const bits = isIP(address) === 6 ? 128 : 32;
  return (
    rest.length === 0 &&
    isIP(address) > 0 &&
    (prefix === undefined || (/^\d+$/.test(prefix) && Number(prefix) <= bits))
  );
}
