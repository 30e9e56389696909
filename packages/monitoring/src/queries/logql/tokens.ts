import { octalProblem, scanTokens, type Lexicon } from "../promql/scan-tokens";
import { shortened } from "../promql/token-cursor";
import type { Token, Tokens } from "../promql/tokens";

const PLAIN_NUMBER =
  /^(?:\d(?:_?\d)*\.?|(?:\d(?:_?\d)*)?\.\d(?:_?\d)*)(?:[eE][+-]?\d+)?$/;
const BYTES = /^(?:\d+(?:\.\d*)?|\.\d+)(?:B|[kKMGTP]i?B?)$/;
const RANGE_DURATION =
  /^\[(?=\d)(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?\]$|^\[0\]$/;

const LEXICON: Lexicon = {
  blank: /(?:[ \t\n\r]+|#[^\n]*)+/y,
  kinds: [
    ["symbol", /[(){},]/y],
    ["string", /"(?:[^"\\\n]|\\[^])*"|`[^`]*`/y],
    ["duration", /\[[^\]]*\]/y],
    ["number", /(?:\d|\.\d)(?:[eE][+-]\d|[\w.µμ])*/y],
    ["word", /[\p{L}_][\p{L}\p{Nd}_]*/uy],
    ["word", /--[a-z-]+/y],
    ["symbol", /\|[=~>]|![=~>]|=[=~]|[<>]=|[=|<>+\-*/%^.]/y],
  ],
  duration:
    /^(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$|^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|[uµμ]s|ms|s|m|h))+$/,
  problemOf: ({ kind, text }) => {
    if (text.startsWith("[") && !RANGE_DURATION.test(text)) {
      return `${shortened(text)} is no range such as [5m]`;
    }
    const octal = octalProblem(text);
    if (octal !== undefined) return octal;
    return kind === "number" && !PLAIN_NUMBER.test(text) && !BYTES.test(text)
      ? `${shortened(text)} is neither a number nor a duration such as 5m nor a size such as 5MB`
      : undefined;
  },
  unknown: (character) => {
    if (character === "[") {
      return "the range has no closing ]";
    }
    return /["`]/.test(character)
      ? `the string has no closing ${character}`
      : `unexpected ${JSON.stringify(character)}`;
  },
};

/**
 * Splits a LogQL query into tokens. Sizes such as `5MB` are of the kind `number` here, a range with its brackets of
 * the kind `duration`, a parser's flag a `word`.
 */
export function tokenizeLogql(text: string): Tokens {
  return scanTokens(text, LEXICON);
}

/** True for a size such as `5MB` or `1.5GiB`. */
export function isBytes({ kind, text }: Token): boolean {
  return kind === "number" && BYTES.test(text) && !PLAIN_NUMBER.test(text);
}

/** True for a range in brackets. */
export function isRange({ kind, text }: Token): boolean {
  return kind === "duration" && text.startsWith("[");
}
