import type { QueryProblem } from "../promql/position";
import type { Token, Tokens } from "../promql/tokens";

const BLANK = /(?:[ \t\n\r]+|#[^\n]*)+/y;
const WORD = /[\p{L}_][\p{L}\p{Nd}_]*/uy;
const NUMBER = /(?:\d|\.\d)(?:[eE][+-]\d|[\w.µμ])*/y;
const STRING = /"(?:[^"\\\n]|\\[^])*"|`[^`]*`/y;
const RANGE = /\[[^\]]*\]/y;
const FLAG = /--[a-z-]+/y;
const SYMBOL = /\|[=~>]|![=~>]|=[=~]|[<>]=|[{}(),=|<>+\-*/%^.]/y;

const PLAIN_NUMBER =
  /^(?:\d(?:_?\d)*\.?|(?:\d(?:_?\d)*)?\.\d(?:_?\d)*)(?:[eE][+-]?\d+)?$|^0[xX][\dA-Fa-f]+$/;
const DURATION =
  /^(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$|^(?:(?:\d+\.?\d*|\.\d+)(?:ns|[uµμ]s|ms|s|m|h))+$/;
const BYTES = /^(?:\d+\.?\d*|\.\d+)(?:B|[kKMGTP]i?B?)$/;
const RANGE_DURATION =
  /^\[(?=\d)(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?\]$|^\[0\]$/;

/**
 * Splits a LogQL query into tokens. Sizes such as `5MB` are of the kind `number` here, a range with its brackets of
 * the kind `duration`, a parser's flag a `word`.
 */
export function tokenizeLogql(text: string): Tokens {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  for (;;) {
    at += match(BLANK)?.length ?? 0;
    if (at >= text.length) {
      tokens.push({ kind: "end", text: "", from: at, to: at });
      return { tokens };
    }
    const token = tokenAt(match);
    const problem = token ? problemOf(token, at) : unknownCharacter(text, at);
    if (!token || problem) {
      tokens.push({ kind: "end", text: "", from: at, to: at });
      return problem ? { tokens, problem } : { tokens };
    }
    tokens.push({ ...token, from: at, to: at + token.text.length });
    at += token.text.length;
  }
}

type Unplaced = Pick<Token, "kind" | "text">;

function tokenAt(
  match: (pattern: RegExp) => string | undefined,
): Unplaced | undefined {
  const kinds: readonly (readonly [Token["kind"], RegExp])[] = [
    ["string", STRING],
    ["duration", RANGE],
    ["number", NUMBER],
    ["word", WORD],
    ["word", FLAG],
    ["symbol", SYMBOL],
  ];
  for (const [kind, pattern] of kinds) {
    const text = match(pattern);
    if (text !== undefined) {
      return {
        kind: kind === "number" && DURATION.test(text) ? "duration" : kind,
        text,
      };
    }
  }
  return undefined;
}

function problemOf(
  { kind, text }: Unplaced,
  from: number,
): QueryProblem | undefined {
  const to = from + text.length;
  if (text.startsWith("[") && !RANGE_DURATION.test(text)) {
    return {
      message: `${JSON.stringify(text)} is no range such as [5m]`,
      from,
      to,
    };
  }
  if (kind === "number" && !PLAIN_NUMBER.test(text) && !BYTES.test(text)) {
    return {
      message: `${JSON.stringify(text)} is neither a number nor a duration such as 5m nor a size such as 5MB`,
      from,
      to,
    };
  }
  return undefined;
}

function unknownCharacter(text: string, at: number): QueryProblem {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const to = at + character.length;
  if (/["`]/.test(character)) {
    return { message: `the string has no closing ${character}`, from: at, to };
  }
  return character === "["
    ? { message: "the range has no closing ]", from: at, to }
    : { message: `unexpected ${JSON.stringify(character)}`, from: at, to };
}

/** True for a size such as `5MB` or `1.5GiB`. */
export function isBytes({ kind, text }: Token): boolean {
  return kind === "number" && BYTES.test(text) && !PLAIN_NUMBER.test(text);
}

/** True for a range in brackets. */
export function isRange({ kind, text }: Token): boolean {
  return kind === "duration" && text.startsWith("[");
}
