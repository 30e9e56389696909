import { octalProblem, scanTokens, type Lexicon } from "../promql/scan-tokens";
import { shortened } from "../promql/token-cursor";
import type { Token, Tokens } from "../promql/tokens";

const INTEGER = /^\d+$/;
const FLOAT = /^(?:\d+\.\d*|\.\d+|\d+(?=[eE]))(?:[eE][+-]?\d+)?$/;
/** The digits of the largest 64-bit number. */
const MAX_DIGITS = 19;
const MAX_INTEGER = 2n ** 63n - 1n;

const LEXICON: Lexicon = {
  blank: /(?:[ \t\n\r]+|\/\/[^\n]*|\/\*[^]*?\*\/)+/y,
  kinds: [
    ["symbol", /[(){},]/y],
    ["string", /"(?:[^"\\\n]|\\[^])*"|`[^`]*`/y],
    ["number", /(?:\d|\.\d)(?:[eE][+-]\d|[\w.µμ])*/y],
    // An attribute is scope, dot and name; the name goes on to a blank, bracket or comparison, parts may be quoted.
    [
      "word",
      /(?:(?:parent\.)?(?:span|resource)|parent|event|link|instrumentation)?\.(?:"(?:[^"\\]|\\["\\])*"|[^\s{}()=~!<>&|^,"])+/y,
    ],
    ["word", /(?:trace|span|event|link|instrumentation):\s*[A-Za-z]+/y],
    ["word", /[\p{L}_][\p{L}\p{Nd}_]*/uy],
    [
      "symbol",
      /!>>|!<<|&>>|&<<|!>|!<|!~|!=|=~|>=|<=|>>|<<|&&|&>|&<|&~|\|\||[=<>~!|+\-*/%^]/y,
    ],
  ],
  duration:
    /^(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$|^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|[uµμ]s|ms|s|m|h))+$/,
  problemOf: ({ kind, text }) =>
    octalProblem(text) ??
    (kind === "number" && !isNumber(text)
      ? `${shortened(text)} is neither a number nor a duration such as 500ms`
      : undefined),
  unknown: (character) =>
    /["`]/.test(character)
      ? `the string has no closing ${character}`
      : `unexpected ${JSON.stringify(character)}`,
};

/** Splits a TraceQL query into tokens. Attributes and scoped intrinsics are single words, dots and colons included. */
export function tokenizeTraceql(text: string): Tokens {
  return scanTokens(text, LEXICON);
}

/** True for whole numbers, which some arguments must be. */
export function isInteger({ kind, text }: Token): boolean {
  return kind === "number" && INTEGER.test(text);
}

function isNumber(text: string): boolean {
  if (!INTEGER.test(text)) {
    return FLOAT.test(text) && Number.isFinite(Number(text));
  }
  const digits = text.replace(/^0+(?=\d)/, "");
  return digits.length <= MAX_DIGITS && BigInt(digits) <= MAX_INTEGER;
}
