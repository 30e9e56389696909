import {
  callShape,
  isKeyword,
  scalarParameters,
  stringParameters,
} from "./variable-places";
import type { QueryLanguage, VariablePlace } from "./variable-use";

/** A bracket that is open where a variable stands. */
export interface Bracket {
  readonly bracket: "(" | "[" | "{";
  /** What was written before the bracket, lower case: a function, `by`, or nothing. */
  readonly word: string;
  /** Commas seen since. */
  argument: number;
}

/** A piece of a query, read only roughly. */
export interface Scrap {
  readonly kind: "start" | "word" | "operand" | "operator" | "open" | "comma";
  readonly text: string;
}

/** What stands around a variable at `from` to `to`. */
export interface Surroundings {
  readonly expr: string;
  readonly from: number;
  readonly to: number;
  readonly language: QueryLanguage;
  readonly frame: Bracket | undefined;
  readonly last: Scrap;
  readonly beforeLast: Scrap;
}

/** What a variable stands for, and a text of the same length that parses there. */
export interface Placement {
  readonly place: VariablePlace;
  readonly filler: string;
}

/** Blanks and comments; how far to look for what follows a variable. */
const BLANK = /^(?:\s|#[^\n]*(?:\n|$))+/;
const LOOKAHEAD = 200;
const GLUE = /[\w:]/;

const number = (length: number): Placement => ({
  place: "number",
  filler: "1".padStart(length, "0"),
});
const identifier = (length: number): Placement => ({
  place: "identifier",
  filler: "x".repeat(length),
});

/** Decides from the surroundings what a variable stands for. */
export function placeOfVariable(around: Surroundings): Placement {
  const { expr, from, to, language, frame, last } = around;
  const length = to - from;
  const previous = expr.charAt(from - 1);
  const next = expr.charAt(to);
  if (language === "traceql") {
    return placeInTraceql(around, previous);
  }
  if (frame?.bracket === "[" || followsOffset(around)) {
    return /[A-Za-z0-9.]/.test(next) || /[0-9.]/.test(previous)
      ? number(length)
      : { place: "duration", filler: "5m".padStart(length, "0") };
  }
  if (GLUE.test(previous)) {
    return last.kind === "operand"
      ? { place: "number", filler: "1".repeat(length) }
      : identifier(length);
  }
  const rest = expr.slice(to, to + LOOKAHEAD).replace(BLANK, " ");
  if (frame?.bracket === "{" || last.text === "|") {
    const isCompared =
      /^\s*[=!]/.test(rest) || last.text === "=" || last.text === "~";
    return isCompared || GLUE.test(next)
      ? identifier(length)
      : { place: "matcher", filler: matcherFiller(length) };
  }
  return placeInExpression(around, rest);
}

function placeInExpression(
  { from, to, frame, last }: Surroundings,
  rest: string,
): Placement {
  const length = to - from;
  if (
    last.kind === "operand" ||
    (last.kind === "word" && !isKeyword(last.text))
  ) {
    return { place: "operator", filler: ">".padEnd(length) };
  }
  if (/^\s*(?:\(|(?:by|without)\b)/i.test(rest)) {
    return { place: "function", filler: functionFiller(length, rest) };
  }
  const isLabel = frame !== undefined && callShape(frame.word) === "labels";
  if (isLabel || /^(?:[A-Za-z_:]|\s*(?:[{[]|offset\b|@))/i.test(rest)) {
    return identifier(length);
  }
  const followsOperator = last.kind === "operator" && last.text !== ")";
  if (frame && !followsOperator && last.text !== ")") {
    if (scalarParameters(frame.word).includes(frame.argument)) {
      return number(length);
    }
    if (stringParameters(frame.word).includes(frame.argument) && length > 2) {
      return { place: "string", filler: `"${"x".repeat(length - 2)}"` };
    }
  }
  const isNumeric =
    /^[0-9.]/.test(rest) || last.text === "bool" || followsOperator;
  return isNumeric ? number(length) : identifier(length);
}

/** In TraceQL a variable is an attribute, which compares with anything, except where only a number can stand. */
function placeInTraceql(
  { from, to, frame, last }: Surroundings,
  previous: string,
): Placement {
  const length = to - from;
  if (/[\w.]/.test(previous)) {
    return identifier(length);
  }
  if (last.text === "~") {
    return { place: "string", filler: `"${"x".repeat(length - 2)}"` };
  }
  const { bracket, word = "", argument } = frame ?? {};
  const isField =
    bracket === "{" ||
    (bracket === "(" &&
      !/^(?:topk|bottomk|with)$/.test(word) &&
      argument === 0) ||
    /^(?:by|select)$/.test(word);
  return isField
    ? { place: "identifier", filler: `.${"x".repeat(length - 1)}` }
    : number(length);
}

function followsOffset({ last, beforeLast }: Surroundings): boolean {
  const isSigned = last.text === "-" || last.text === "+";
  return (isSigned ? beforeLast : last).text === "offset";
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
