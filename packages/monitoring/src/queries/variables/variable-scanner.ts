import { callShape } from "./variable-places";
import { placeOfVariable, type Bracket, type Scrap } from "./variable-fillers";
import type {
  QueryLanguage,
  Substitution,
  VariablePlace,
  VariableUse,
} from "./variable-use";

/** The forms that Grafana interpolates: `$x`, `[[x]]`, `[[x:fmt]]`, `${x}`, `${x:fmt}`, `${x.field:fmt}`. */
const VARIABLE =
  /\$([A-Za-z_]\w*)|\[\[([A-Za-z_]\w*)(?::(\w+))?\]\]|\$\{([A-Za-z_]\w*)(?:\.[^:^}]{1,100})?(?::([^}]{1,100}))?\}/y;
const WORD = /[A-Za-z_:][\w:]*/y;
const NUMBER = /(?:\d|\.\d)[\w.]*/y;
const OPERATOR = /[=!<>~+\-*/%^@|&]/;
const GLUE = /[\w:]/;

/**
 * Reads a query only as far as needed to know what stands around a variable, so that text which does not parse is no
 * obstacle.
 */
export class VariableScanner {
  private readonly variables: VariableUse[] = [];
  private readonly pieces: string[] = [];
  private readonly frames: Bracket[] = [];
  private last: Scrap = { kind: "start", text: "" };
  private beforeLast: Scrap = { kind: "start", text: "" };
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
    const { place, filler } = placeOfVariable({
      expr: this.expr,
      from: this.at,
      to: this.at + match[0].length,
      language: this.language,
      frame: this.frames.at(-1),
      last: this.last,
      beforeLast: this.beforeLast,
    });
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

  private remember(kind: Scrap["kind"], text: string): void {
    this.beforeLast = this.last;
    this.last = { kind, text };
  }
}
