import { isIP } from "node:net";
import type { Span } from "../promql/ast";
import { regexpProblem, matchesEmpty } from "../promql/regexp";
import { stringValue } from "../promql/strings";
import { shortened, TokenCursor } from "../promql/token-cursor";
import { RESERVED } from "./keywords";
import {
  captureProblem,
  linePatternProblem,
  namedGroupProblem,
  templateProblem,
} from "./stage-patterns";
import { isBytes } from "./tokens";

const LINE_FILTERS = new Set(["|=", "|~", "|>", "!=", "!~", "!>"]);
const CONVERSIONS = new Set(["bytes", "duration", "duration_seconds"]);

/** Reads stream selectors and the stages behind them, up to `| unwrap`, a range, or whatever else follows. */
export class PipelineParser extends TokenCursor {
  /** `{app="shop", level=~"warn|error"}`; needs a matcher that does not match the empty string. */
  protected streamSelector(): void {
    const { from } = this.expect("{");
    let isSelective = false;
    if (!this.at("}")) {
      do {
        isSelective = !this.labelMatcher() || isSelective;
      } while (this.take(","));
    }
    const { to } = this.expect("}");
    if (!isSelective) {
      this.problem(
        "the selector needs a matcher that does not match the empty string",
        { from, to },
      );
    }
  }

  /** All stages; true when there was one. */
  protected pipeline(): boolean {
    let found = false;
    while (this.stage()) {
      found = true;
    }
    return found;
  }

  /** `| unwrap label | filters`; true when there was one. */
  protected unwrap(): boolean {
    if (!this.at("|") || this.peek().text.toLowerCase() !== "unwrap") {
      return false;
    }
    this.next();
    this.next();
    if (
      CONVERSIONS.has(this.token.text.toLowerCase()) &&
      this.peek().text === "("
    ) {
      this.next();
      this.expect("(");
      this.label();
      this.expect(")");
    } else {
      this.label();
    }
    while (this.take("|")) {
      this.labelFilters();
    }
    return true;
  }

  private stage(): boolean {
    if (this.token.kind === "symbol" && LINE_FILTERS.has(this.token.text)) {
      this.lineFilter();
      return true;
    }
    if (!this.at("|") || this.peek().text.toLowerCase() === "unwrap") {
      return false;
    }
    this.next();
    const { token } = this;
    const word = token.kind === "word" ? token.text.toLowerCase() : "";
    switch (word) {
      case "json":
        this.next();
        this.extractions();
        break;
      case "logfmt":
        this.next();
        while (/^--(?:strict|keep-empty)$/.test(this.token.text)) {
          this.next();
        }
        this.extractions();
        break;
      case "regexp":
        this.stageWithText(namedGroupProblem);
        break;
      case "pattern":
        this.stageWithText(captureProblem);
        break;
      case "line_format":
        this.stageWithText(templateProblem);
        break;
      case "unpack":
      case "decolorize":
        this.next();
        break;
      case "label_format":
        this.next();
        this.list(() => this.labelFormat());
        break;
      case "drop":
      case "keep":
        this.next();
        this.list(() => this.labelOrMatcher());
        break;
      default:
        this.labelFilters();
    }
    return true;
  }

  private lineFilter(): void {
    const operator = this.next().text;
    do {
      if (this.isCall("ip")) {
        this.ip();
      } else {
        this.text((value) =>
          operator.endsWith("~")
            ? regexpProblem(value)
            : operator.endsWith(">")
              ? linePatternProblem(value)
              : undefined,
        );
      }
    } while (this.takeWord("or"));
  }

  private stageWithText(check: (value: string) => string | undefined): void {
    this.next();
    this.text(check);
  }

  private extractions(): void {
    if (
      this.token.kind !== "word" ||
      RESERVED.has(this.token.text.toLowerCase())
    ) {
      return;
    }
    this.list(() => {
      this.label();
      if (this.take("=")) {
        this.text();
      }
    });
  }

  private labelFormat(): void {
    this.label();
    this.expect("=");
    if (this.token.kind === "string") {
      this.text(templateProblem);
    } else {
      this.label();
    }
  }

  private labelOrMatcher(): void {
    if (/^(?:=|!=|=~|!~)$/.test(this.peek().text)) {
      this.labelMatcher();
    } else {
      this.label();
    }
  }

  /** Conditions on labels, joined by `and`, `or`, a comma or nothing. */
  private labelFilters(): void {
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
  private labelMatcher(): boolean {
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

  private ip(): void {
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
