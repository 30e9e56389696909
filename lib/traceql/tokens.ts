import type { QueryProblem } from "../promql/position";
import type { Token, Tokens } from "../promql/tokens";

const BLANK = /(?:[ \t\n\r]+|\/\/[^\n]*|\/\*[^]*?\*\/)+/y;
/** Scope, dot and name; the name goes on to the next blank, bracket or comparison, and may have parts in quotes. */
const ATTRIBUTE =
  /(?:(?:parent\.)?(?:span|resource)|parent|event|link|instrumentation)?\.(?:"(?:[^"\\]|\\["\\])*"|[^\s{}()=~!<>&|^,"])+/y;
const INTRINSIC = /(?:trace|span|event|link|instrumentation):\s*[A-Za-z]+/y;
const WORD = /[\p{L}_][\p{L}\p{Nd}_]*/uy;
const NUMBER = /(?:\d|\.\d)(?:[eE][+-]\d|[\w.µμ])*/y;
const STRING = /"(?:[^"\\\n]|\\[^])*"|`[^`]*`/y;
const SYMBOL =
  /!>>|!<<|&>>|&<<|!>|!<|!~|!=|=~|>=|<=|>>|<<|&&|&>|&<|&~|\|\||[{}(),=<>~!|+\-*/%^]/y;

const INTEGER = /^\d+$/;
const FLOAT = /^(?:\d+\.\d*|\.\d+|\d+(?=[eE]))(?:[eE][+-]?\d+)?$/;
const DURATION =
  /^(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$|^(?:(?:\d+\.?\d*|\.\d+)(?:ns|[uµμ]s|ms|s|m|h))+$/;
const MAX_INTEGER = 2n ** 63n - 1n;

/** Splits a TraceQL query into tokens. Attributes and scoped intrinsics are single words, dots and colons included. */
export function tokenizeTraceql(text: string): Tokens {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const end = (problem?: QueryProblem): Tokens => {
    tokens.push({ kind: "end", text: "", from: at, to: at });
    return problem ? { tokens, problem } : { tokens };
  };
  for (;;) {
    at += match(BLANK)?.length ?? 0;
    if (at >= text.length) {
      return end();
    }
    const token = tokenAt(match);
    if (!token) {
      return end(unknownCharacter(text, at));
    }
    const to = at + token.text.length;
    if (token.kind === "number" && !isNumber(token.text)) {
      const message = `${JSON.stringify(token.text)} is neither a number nor a duration such as 500ms`;
      return end({ message, from: at, to });
    }
    tokens.push({ ...token, from: at, to });
    at = to;
  }
}

/** True for whole numbers, which some arguments must be. */
export function isInteger({ kind, text }: Token): boolean {
  return kind === "number" && INTEGER.test(text);
}

function tokenAt(
  match: (pattern: RegExp) => string | undefined,
): Pick<Token, "kind" | "text"> | undefined {
  const kinds: readonly (readonly [Token["kind"], RegExp])[] = [
    ["string", STRING],
    ["number", NUMBER],
    ["word", ATTRIBUTE],
    ["word", INTRINSIC],
    ["word", WORD],
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

function isNumber(text: string): boolean {
  return (
    FLOAT.test(text) || (INTEGER.test(text) && BigInt(text) <= MAX_INTEGER)
  );
}

function unknownCharacter(text: string, at: number): QueryProblem {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const to = at + character.length;
  return /["`]/.test(character)
    ? { message: `the string has no closing ${character}`, from: at, to }
    : { message: `unexpected ${JSON.stringify(character)}`, from: at, to };
}
