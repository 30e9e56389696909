import type { QueryProblem } from "./position";

export type TokenKind =
  "word" | "number" | "duration" | "string" | "symbol" | "end";

/** One token of a PromQL query; `text` is exactly what stands between `from` and `to`. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The tokens up to the first thing that is none, and what that is. The last token is always the end. */
export interface Tokens {
  readonly tokens: readonly Token[];
  readonly problem?: QueryProblem;
}

const BLANK = /(?:[ \t\n\r]+|#[^\n\r]*)+/y;
const WORD = /[A-Za-z_:][\w:]*/y;
const LABEL = /[A-Za-z_]\w*/y;
const LETTERS = /[A-Za-z_]+/y;
const NUMBER =
  /(?:0[xX][\dA-Fa-f_]*|(?:\d[\d_]*\.?|\.(?=\d))[\d_.]*(?:[eE][+-]?[\d_]*)?)\w*/y;
const STRING = /"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|`[^`]*`/y;
const SYMBOL = /[<>=!]=|<\/|>\/|[,*/%+\-^=<>(){}[\]@]/y;
const SYMBOL_IN_BRACES = /=~|!~|!=|[,={}]/y;
const SYMBOL_IN_BRACKETS = /[,*/%+\-^():\]]/y;

/**
 * Numbers by the rules of Go, where underscores stand between digits only, and `5.` and `.5` are numbers. Prometheus
 * takes an e for an exponent in hexadecimal numbers too, so there may be only one.
 */
const DECIMAL =
  /^(?:\d(?:_?\d)*\.?|(?:\d(?:_?\d)*)?\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?$/;
const HEXADECIMAL =
  /^0[xX](?=_?[\dA-DFa-df]*[eE]?[\dA-DF_a-df]*$)(?:_?[\dA-Fa-f])+$/;
const DURATION =
  /^(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$/;

/**
 * Splits a query into tokens. Braces and brackets have words and symbols of their own, as in Prometheus: between
 * brackets a colon is a symbol, elsewhere it belongs to names.
 */
export function tokenize(text: string): Tokens {
  const tokens: Token[] = [];
  let mode: "outside" | "braces" | "brackets" = "outside";
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const push = (kind: TokenKind, token: string): void => {
    tokens.push({ kind, text: token, from: at, to: at + token.length });
    at += token.length;
  };
  for (;;) {
    at += match(BLANK)?.length ?? 0;
    if (at >= text.length) {
      push("end", "");
      return { tokens };
    }
    const string = match(STRING);
    if (string !== undefined) {
      push("string", string);
      continue;
    }
    const number = mode === "braces" ? undefined : match(NUMBER);
    if (number !== undefined) {
      const kind = numberKind(number);
      if (kind === undefined) {
        return failed(tokens, {
          message: `${JSON.stringify(number)} is neither a number nor a duration such as 90, 1.5e3, 5m or 1h30m`,
          from: at,
          to: at + number.length,
        });
      }
      push(kind, number);
      continue;
    }
    const word = match(
      mode === "braces" ? LABEL : mode === "brackets" ? LETTERS : WORD,
    );
    if (word !== undefined) {
      push("word", word);
      continue;
    }
    const symbol = match(
      mode === "braces"
        ? SYMBOL_IN_BRACES
        : mode === "brackets"
          ? SYMBOL_IN_BRACKETS
          : SYMBOL,
    );
    if (symbol === undefined) {
      return failed(tokens, unknownCharacter(text, at));
    }
    push("symbol", symbol);
    if (symbol === "{") {
      mode = "braces";
    } else if (symbol === "[") {
      mode = "brackets";
    } else if (symbol === "}" || symbol === "]") {
      mode = "outside";
    }
  }
}

function failed(tokens: Token[], problem: QueryProblem): Tokens {
  const { from } = problem;
  tokens.push({ kind: "end", text: "", from, to: from });
  return { tokens, problem };
}

function numberKind(text: string): "number" | "duration" | undefined {
  if (DECIMAL.test(text) || HEXADECIMAL.test(text)) {
    return "number";
  }
  return DURATION.test(text) ? "duration" : undefined;
}

function unknownCharacter(text: string, at: number): QueryProblem {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const to = at + character.length;
  return /["'`]/.test(character)
    ? { message: `the string has no closing ${character}`, from: at, to }
    : { message: `unexpected ${JSON.stringify(character)}`, from: at, to };
}
