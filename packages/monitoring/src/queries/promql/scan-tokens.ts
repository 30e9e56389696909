import type { QueryProblem } from "./position";
import type { Token, Tokens } from "./tokens";

/** What the words of a language look like. */
export interface Lexicon {
  /** Blanks and comments; sticky. */
  readonly blank: RegExp;
  /** Sticky patterns; the first that matches wins. */
  readonly kinds: readonly (readonly [Token["kind"], RegExp])[];
  /** Numbers that are durations. */
  readonly duration: RegExp;
  /** What is wrong with a token that a pattern took. */
  problemOf(token: Token): string | undefined;
  /** What is wrong with a text that no pattern takes, by its first character. */
  unknown(character: string): string;
}

/** Splits a query into tokens, up to the first thing that is none. */
export function scanTokens(text: string, lexicon: Lexicon): Tokens {
  const tokens: Token[] = [];
  for (let at = skipped(text, 0, lexicon); ; at = skipped(text, at, lexicon)) {
    const token = at < text.length ? tokenAt(text, at, lexicon) : undefined;
    const problem =
      at < text.length ? problemAt(text, at, token, lexicon) : undefined;
    if (!token || problem) {
      tokens.push({ kind: "end", text: "", from: at, to: at });
      return problem ? { tokens, problem } : { tokens };
    }
    tokens.push(token);
    at = token.to;
  }
}

function skipped(text: string, at: number, { blank }: Lexicon): number {
  blank.lastIndex = at;
  return at + (blank.exec(text)?.[0].length ?? 0);
}

function tokenAt(
  text: string,
  from: number,
  { kinds, duration }: Lexicon,
): Token | undefined {
  for (const [kind, pattern] of kinds) {
    pattern.lastIndex = from;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) {
      const isDuration = kind === "number" && duration.test(found);
      return {
        kind: isDuration ? "duration" : kind,
        text: found,
        from,
        to: from + found.length,
      };
    }
  }
  return undefined;
}

function problemAt(
  text: string,
  from: number,
  token: Token | undefined,
  lexicon: Lexicon,
): QueryProblem | undefined {
  if (token) {
    const message = lexicon.problemOf(token);
    return message === undefined ? undefined : { message, from, to: token.to };
  }
  const character = String.fromCodePoint(text.codePointAt(from) ?? 0);
  return {
    message: lexicon.unknown(character),
    from,
    to: from + character.length,
  };
}

/** What Go's scanner, which reads LogQL and TraceQL, says of a whole number that begins with 0 and is not octal. */
export function octalProblem(text: string): string | undefined {
  const [, digits = ""] = /^(0\d*)(?![\d.]|[eE][+-]?\d)/.exec(text) ?? [];
  return /[89]/.test(digits)
    ? `${text} begins with 0, so that it is octal, and has no digits 8 and 9 then; leave the 0 out`
    : undefined;
}
