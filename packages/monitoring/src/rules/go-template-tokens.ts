/** A piece of an action of a Go template. */
export interface TemplateToken {
  readonly kind:
    | "variable"
    | "field"
    | "dot"
    | "word"
    | "string"
    | "number"
    | "declare"
    | "assign"
    | "pipe"
    | "comma"
    | "open"
    | "close";
  readonly text: string;
  /** Offset in the template. */
  readonly at: number;
  /** Whether it follows the token before it without a space: `.Value` in `$labels.Value`. */
  readonly chained: boolean;
}

/** `{{ … }}`, without comments. */
export interface TemplateAction {
  /** Offset of its braces in the template. */
  readonly at: number;
  readonly tokens: readonly TemplateToken[];
}

export interface TokenizedTemplate {
  readonly actions: readonly TemplateAction[];
  /** What Go's lexer refuses; it stops at the first. */
  readonly problem: string | undefined;
}

const patterns: readonly (readonly [TemplateToken["kind"], RegExp])[] = [
  ["variable", /\$[\p{L}\p{Nd}_]*/uy],
  ["field", /\.[\p{L}_][\p{L}\p{Nd}_]*/uy],
  [
    "number",
    /[+-]?(?:0[xob][\da-f_]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?)i?/iy,
  ],
  ["dot", /\./y],
  ["word", /[\p{L}_][\p{L}\p{Nd}_]*/uy],
  ["string", /"(?:[^"\\\n]|\\[^\n])*"|`[^`]*`|'(?:[^'\\\n]|\\[^\n])+'/y],
  ["declare", /:=/y],
  ["assign", /=/y],
  ["pipe", /\|/y],
  ["comma", /,/y],
  ["open", /\(/y],
  ["close", /\)/y],
];

/** Cuts a template into its actions, by the rules of the lexer of Go's text/template. */
export function tokenizeTemplate(template: string): TokenizedTemplate {
  const actions: TemplateAction[] = [];
  for (let from = template.indexOf("{{"); from >= 0;) {
    const action = readAction(template, from);
    if (typeof action === "string") return { actions, problem: action };
    if (action.tokens !== undefined)
      actions.push({ at: from, tokens: action.tokens });
    from = template.indexOf("{{", action.end);
  }
  return { actions, problem: undefined };
}

/** The tokens of the action at `from`, none of a comment, and where it ends; or what is wrong with it. */
function readAction(
  template: string,
  from: number,
):
  | {
      readonly tokens: readonly TemplateToken[] | undefined;
      readonly end: number;
    }
  | string {
  const braces = /\{\{(?:-(?=\s))?/y;
  braces.lastIndex = from;
  braces.exec(template);
  const comment = /(?<=\{\{)\/\*|(?<=\{\{-)\s\/\*/y;
  comment.lastIndex = braces.lastIndex;
  if (!comment.test(template))
    return readTokens(template, from, braces.lastIndex);
  const end = /\*\/(?:\s-)?\}\}/y;
  end.lastIndex = template.indexOf("*/", comment.lastIndex);
  return end.lastIndex >= 0 && end.test(template)
    ? { tokens: undefined, end: end.lastIndex }
    : `unclosed comment at ${place(template, from)}`;
}

function readTokens(
  template: string,
  from: number,
  start: number,
):
  { readonly tokens: readonly TemplateToken[]; readonly end: number } | string {
  const tokens: TemplateToken[] = [];
  for (let at = start; ;) {
    const space = /\s*/y;
    space.lastIndex = at;
    space.exec(template);
    const next = space.lastIndex;
    const end = /-?\}\}/y;
    end.lastIndex = next;
    // A trim marker needs a space before it; without one the minus belongs to what stands there.
    const trimmed = template.charAt(next) === "-";
    if (end.test(template) && (!trimmed || next > at))
      return { tokens, end: end.lastIndex };
    if (next >= template.length)
      return `unclosed action at ${place(template, from)}`;
    const token = readToken(template, next, next === at && tokens.length > 0);
    if (token === undefined)
      return `unexpected ${JSON.stringify(template.charAt(next))} in the action at ${place(template, next)}`;
    tokens.push(token);
    at = next + token.text.length;
  }
}

function readToken(
  template: string,
  at: number,
  chained: boolean,
): TemplateToken | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(template)?.[0];
    if (text !== undefined) return { kind, text, at, chained };
  }
  return undefined;
}

/** Line and column of an offset, counted from 1. */
export function place(template: string, at: number): string {
  const lines = template.slice(0, at).split("\n");
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}
