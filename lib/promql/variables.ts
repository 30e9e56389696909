import {
  callShape,
  isKeyword,
  scalarParameters,
  stringParameters,
} from "./variable-places";

/** The query languages whose variables are understood. */
export type QueryLanguage = "promql" | "logql" | "traceql";

/** What a variable stands for at the place where it is written. */
export type VariablePlace =
  | "duration"
  | "number"
  | "identifier"
  | "function"
  | "operator"
  | "matcher"
  | "string"
  | "string-content";

/** One use of a Grafana variable; `from` and `to` are offsets into the query as written. */
export interface VariableUse {
  readonly name: string;
  /** The part after the colon, as in `${name:regex}`. */
  readonly format?: string;
  readonly place: VariablePlace;
  readonly from: number;
  readonly to: number;
}

/** A query whose variables were replaced by fillers of the same length, so that every offset stays true. */
export interface Substitution {
  readonly text: string;
  readonly variables: readonly VariableUse[];
}

/** The forms that Grafana interpolates: `$x`, `[[x]]`, `[[x:fmt]]`, `${x}`, `${x:fmt}`, `${x.field:fmt}`. */
const VARIABLE =
  /\$([A-Za-z_]\w*)|\[\[([A-Za-z_]\w*)(?::(\w+))?\]\]|\$\{([A-Za-z_]\w*)(?:\.[^:^}]{1,100})?(?::([^}]{1,100}))?\}/y;
const WORD = /[A-Za-z_:][\w:]*/y;
const NUMBER = /(?:\d|\.\d)[\w.]*/y;
const OPERATOR = /[=!<>~+\-*/%^@|&]/;
/** Blanks and comments; how far to look for what follows a variable. */
const BLANK = /^(?:\s|#[^\n]*(?:\n|$))+/;
const LOOKAHEAD = 200;
const GLUE = /[\w:]/;

interface Frame {
  readonly bracket: "(" | "[" | "{";
  /** What was written before the bracket, lower case: a function, `by`, or nothing. */
  readonly word: string;
  argument: number;
}

interface Token {
  readonly kind: "start" | "word" | "operand" | "operator" | "open" | "comma";
  readonly text: string;
}

/** Replaces every Grafana variable outside comments; never throws, whatever the text is. */
export function substituteVariables(
  expr: string,
  language: QueryLanguage = "promql",
): Substitution {
  if (!expr.includes("$") && !expr.includes("[[")) {
    return { text: expr, variables: [] };
  }
  return new Substituter(expr, language).run();
}

class Substituter {
  private readonly variables: VariableUse[] = [];
  private readonly pieces: string[] = [];
  private readonly frames: Frame[] = [];
  private last: Token = { kind: "start", text: "" };
  private beforeLast: Token = { kind: "start", text: "" };
  /** The aggregation whose `by (…)` clause was just closed, so that its arguments are recognised. */
  private pendingAggregation = "";
  private at = 0;
  private copied = 0;

  constructor(
    private readonly expr: string,
    private readonly language: QueryLanguage,
  ) {}

  run(): Substitution {
    while (this.at < this.expr.length) {
      this.step();
    }
    this.pieces.push(this.expr.slice(this.copied));
    return { text: this.pieces.join(""), variables: this.variables };
  }

  private step(): void {
    const character = this.expr.charAt(this.at);
    if (/\s/.test(character)) {
      this.at += 1;
    } else if (character === "#") {
      const end = this.expr.indexOf("\n", this.at);
      this.at = end < 0 ? this.expr.length : end;
    } else if (character === '"' || character === "'" || character === "`") {
      this.string(character);
    } else if (!this.variable() && !this.word()) {
      this.punctuation(character);
    }
  }

  private string(quote: string): void {
    this.at += 1;
    while (this.at < this.expr.length) {
      const character = this.expr.charAt(this.at);
      if (character === quote) {
        this.at += 1;
        break;
      }
      if (character === "\\" && quote !== "`") {
        this.at += 2;
        continue;
      }
      const match = this.match(VARIABLE);
      if (match) {
        this.replace(match, "string-content", "x".repeat(match[0].length));
      } else {
        this.at += 1;
      }
    }
    this.remember("operand", quote);
  }

  private variable(): boolean {
    const match = this.match(VARIABLE);
    if (!match) {
      return false;
    }
    const { place, filler } = this.placeOf(this.at, match[0].length);
    const previous = this.expr.charAt(this.at - 1);
    const glued = this.at > 0 && GLUE.test(previous);
    this.replace(match, place, filler);
    if (!glued) {
      this.remember(
        place === "operator"
          ? "operator"
          : place === "function"
            ? "word"
            : "operand",
        filler.trim(),
      );
    }
    return true;
  }

  private word(): boolean {
    const word = this.match(WORD)?.[0];
    const token = word ?? this.match(NUMBER)?.[0];
    if (token === undefined) {
      return false;
    }
    this.at += token.length;
    this.remember(word === undefined ? "operand" : "word", token.toLowerCase());
    return true;
  }

  private punctuation(character: string): void {
    this.at += 1;
    if (character === "(" || character === "[" || character === "{") {
      this.open(character);
    } else if (character === ")" || character === "]" || character === "}") {
      const frame = this.frames.pop();
      const modifies =
        frame !== undefined && callShape(frame.word) === "labels";
      this.remember(modifies ? "operator" : "operand", character);
    } else if (character === ",") {
      const frame = this.frames.at(-1);
      if (frame) {
        frame.argument += 1;
      }
      this.remember("comma", character);
    } else if (OPERATOR.test(character)) {
      this.remember("operator", character);
    } else {
      this.remember("open", character);
    }
  }

  private open(bracket: "(" | "[" | "{"): void {
    let word = this.last.kind === "word" ? this.last.text : "";
    if (bracket === "(" && word === "" && this.last.text === ")") {
      word = this.pendingAggregation;
    }
    if (callShape(word) === "labels") {
      this.pendingAggregation =
        this.beforeLast.kind === "word" ? this.beforeLast.text : "";
    } else {
      this.pendingAggregation = "";
    }
    this.frames.push({ bracket, word, argument: 0 });
    this.remember("open", bracket);
  }

  /** Decides from the surroundings what the variable stands for, and a filler that parses there. */
  private placeOf(
    from: number,
    length: number,
  ): { place: VariablePlace; filler: string } {
    const previous = from > 0 ? this.expr.charAt(from - 1) : "";
    const next = this.expr.charAt(from + length);
    const rest = this.expr
      .slice(from + length, from + length + LOOKAHEAD)
      .replace(BLANK, " ");
    if (this.language === "traceql") {
      return this.placeInTraceql(previous, length);
    }
    const frame = this.frames.at(-1);
    const number = "0".repeat(length - 1) + "1";
    const identifier = "x".repeat(length);

    if (frame?.bracket === "[" || this.followsOffset()) {
      if (/[A-Za-z0-9.]/.test(next) || /[0-9.]/.test(previous)) {
        return { place: "number", filler: number };
      }
      return { place: "duration", filler: "0".repeat(length - 2) + "5m" };
    }
    if (GLUE.test(previous)) {
      const digits = this.last.kind === "operand";
      return digits
        ? { place: "number", filler: "1".repeat(length) }
        : { place: "identifier", filler: identifier };
    }
    if (frame?.bracket === "{" || this.last.text === "|") {
      const wholeMatcher =
        !/^\s*[=!]/.test(rest) &&
        this.last.text !== "=" &&
        this.last.text !== "~";
      if (wholeMatcher && !GLUE.test(next)) {
        return { place: "matcher", filler: matcherFiller(length) };
      }
      return { place: "identifier", filler: identifier };
    }
    if (this.last.kind === "operand" || this.followsName()) {
      return { place: "operator", filler: ">".padEnd(length) };
    }
    if (/^\s*(?:\(|(?:by|without)\b)/i.test(rest)) {
      return { place: "function", filler: functionFiller(length, rest) };
    }
    if (frame && callShape(frame.word) === "labels") {
      return { place: "identifier", filler: identifier };
    }
    if (/^(?:[A-Za-z_:]|\s*(?:[{[]|offset\b|@))/i.test(rest)) {
      return { place: "identifier", filler: identifier };
    }
    if (frame && this.last.text !== ")" && this.last.kind !== "operator") {
      if (scalarParameters(frame.word).includes(frame.argument)) {
        return { place: "number", filler: number };
      }
      if (stringParameters(frame.word).includes(frame.argument) && length > 2) {
        return { place: "string", filler: `"${"x".repeat(length - 2)}"` };
      }
    }
    const numeric =
      /^[0-9.]/.test(rest) ||
      this.last.text === "bool" ||
      (this.last.kind === "operator" && this.last.text !== ")");
    return numeric
      ? { place: "number", filler: number }
      : { place: "identifier", filler: identifier };
  }

  /** In TraceQL a variable is an attribute, which compares with anything, except where only a number can stand. */
  private placeInTraceql(
    previous: string,
    length: number,
  ): { place: VariablePlace; filler: string } {
    if (/[\w.]/.test(previous)) {
      return { place: "identifier", filler: "x".repeat(length) };
    }
    if (this.last.text === "~") {
      return { place: "string", filler: `"${"x".repeat(length - 2)}"` };
    }
    const { bracket, word, argument } = this.frames.at(-1) ?? {};
    const isField =
      bracket === "{" ||
      (bracket === "(" &&
        !/^(?:topk|bottomk|with)$/.test(word ?? "") &&
        argument === 0) ||
      /^(?:by|select)$/.test(word ?? "");
    return isField
      ? { place: "identifier", filler: `.${"x".repeat(length - 1)}` }
      : { place: "number", filler: "0".repeat(length - 1) + "1" };
  }

  private followsName(): boolean {
    return this.last.kind === "word" && !isKeyword(this.last.text);
  }

  private followsOffset(): boolean {
    const signed = this.last.text === "-" || this.last.text === "+";
    return (signed ? this.beforeLast : this.last).text === "offset";
  }

  private replace(
    match: RegExpExecArray,
    place: VariablePlace,
    filler: string,
  ): void {
    const from = this.at;
    const to = from + match[0].length;
    const format = match[3] ?? match[5];
    this.variables.push({
      name: match[1] ?? match[2] ?? match[4] ?? "",
      ...(format === undefined ? {} : { format }),
      place,
      from,
      to,
    });
    this.pieces.push(this.expr.slice(this.copied, from), filler);
    this.copied = to;
    this.at = to;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    const character = this.expr.charAt(this.at);
    if (pattern === VARIABLE && character !== "$" && character !== "[") {
      return null;
    }
    pattern.lastIndex = this.at;
    return pattern.exec(this.expr);
  }

  private remember(kind: Token["kind"], text: string): void {
    this.beforeLast = this.last;
    this.last = { kind, text };
  }
}

/** A variable that stands for whole matchers (`{$filters}`); too short for one, it becomes blanks. */
function matcherFiller(length: number): string {
  return length < 4 ? " ".repeat(length) : `x="${"x".repeat(length - 4)}"`;
}

/** A variable in front of an argument list stands for a function; which one depends on the argument. */
function functionFiller(length: number, rest: string): string {
  if (length === 2) {
    return "ln";
  }
  const range = /^\s*\([^()]*\[/.test(rest);
  return (range && length > 3 ? "rate" : "sum").padEnd(length);
}
