import {
  place,
  tokenizeTemplate,
  type TemplateAction,
  type TemplateToken,
} from "./go-template-tokens";

/** What a template may name. */
export interface TemplateContext {
  readonly functions: ReadonlySet<string>;
  /** Variables that are there from the start, without `$`. @default [] */
  readonly variables?: readonly string[];
}

/** A Go template as its parser sees it. */
export interface GoTemplate {
  /** Names that `define` and `block` give, in the order of the text. */
  readonly defines: readonly string[];
  /** Names that `template` and `block` ask for. */
  readonly uses: readonly string[];
  /** Why Go's parser refuses it, each with line and column. */
  readonly problems: readonly string[];
}

interface Block {
  readonly keyword: "if" | "with" | "range" | "define" | "block";
  readonly at: number;
  readonly outer: readonly string[];
  hasElse: boolean;
}

const keywords: ReadonlySet<string> = new Set([
  "block",
  "break",
  "continue",
  "define",
  "else",
  "end",
  "if",
  "nil",
  "range",
  "template",
  "true",
  "false",
  "with",
]);

/** Whether a word of a template is part of the language, rather than the name of a function. */
export function isKeyword(word: string): boolean {
  return keywords.has(word);
}

/**
 * Checks `text` as the parser of Go's text/template does: actions are closed, blocks balanced and nested, names of
 * functions and variables known, pipelines not empty. Types are not checked; Go does that when the template runs.
 */
export function parseGoTemplate(
  text: string,
  context: TemplateContext,
): GoTemplate {
  const { actions, problem } = tokenizeTemplate(text);
  const parser = new TemplateParser(text, context);
  for (const action of actions) parser.read(action);
  const open = problem === undefined ? parser.unclosed() : [problem];
  return {
    defines: parser.defines,
    uses: parser.uses,
    problems: [...parser.problems, ...open],
  };
}

class TemplateParser {
  readonly defines: string[] = [];
  readonly uses: string[] = [];
  readonly problems: string[] = [];

  private readonly blocks: Block[] = [];
  private variables: readonly string[];

  constructor(
    private readonly text: string,
    private readonly context: TemplateContext,
  ) {
    this.variables = [...(context.variables ?? [])];
  }

  read({ at, tokens }: TemplateAction): void {
    const [first, ...rest] = tokens;
    const keyword = first?.kind === "word" ? first.text : undefined;
    switch (keyword) {
      case "if":
      case "with":
      case "range":
        this.open(keyword, at);
        return this.pipeline(rest, at, keyword);
      case "define":
      case "block":
        return this.define(keyword, rest, at);
      case "template":
        return this.use(rest, at);
      case "else":
        return this.otherwise(rest, at);
      case "end":
        return this.end(rest, at);
      case "break":
      case "continue":
        if (!this.blocks.some(isLoop))
          this.report(`{{ ${keyword} }} outside of {{ range }}`, at);
        return;
      case undefined:
      default:
        return this.pipeline(tokens, at, "command");
    }
  }

  unclosed(): readonly string[] {
    return this.blocks.map(
      ({ keyword, at }) =>
        `{{ ${keyword} }} without {{ end }} at ${place(this.text, at)}`,
    );
  }

  private open(keyword: Block["keyword"], at: number): void {
    this.blocks.push({ keyword, at, outer: this.variables, hasElse: false });
  }

  private define(
    keyword: "define" | "block",
    tokens: readonly TemplateToken[],
    at: number,
  ): void {
    const name = this.nameIn(tokens, keyword, at);
    if (name !== undefined) {
      this.defines.push(name);
      if (keyword === "block") this.uses.push(name);
    }
    if (keyword === "define" && this.blocks.length > 0)
      this.report("{{ define }} inside of another block", at);
    if (keyword === "define" && tokens.length > 1)
      this.report("{{ define }} takes a name and nothing else", at);
    if (keyword === "block") this.pipeline(tokens.slice(1), at, keyword);
    this.open(keyword, at);
    this.variables = [];
  }

  private use(tokens: readonly TemplateToken[], at: number): void {
    const name = this.nameIn(tokens, "template", at);
    if (name !== undefined) this.uses.push(name);
    if (tokens.length > 1) this.pipeline(tokens.slice(1), at, "template");
  }

  private otherwise(tokens: readonly TemplateToken[], at: number): void {
    const block = this.blocks.at(-1);
    if (block === undefined || ["define", "block"].includes(block.keyword))
      return this.report(
        "{{ else }} without {{ if }}, {{ range }} or {{ with }}",
        at,
      );
    const [first, ...rest] = tokens;
    if (first === undefined) {
      if (block.hasElse) this.report("a second {{ else }}", at);
      block.hasElse = true;
    } else if (first.kind === "word" && ["if", "with"].includes(first.text)) {
      if (block.hasElse) this.report("{{ else if }} after {{ else }}", at);
      if (block.keyword !== first.text)
        this.report(`{{ else ${first.text} }} in {{ ${block.keyword} }}`, at);
      this.pipeline(rest, at, first.text);
    } else {
      this.report("{{ else }} takes if, with or nothing", at);
    }
  }

  private end(tokens: readonly TemplateToken[], at: number): void {
    const block = this.blocks.pop();
    if (block === undefined)
      return this.report("{{ end }} without a block", at);
    this.variables = block.outer;
    if (tokens.length > 0) this.report("{{ end }} takes nothing", at);
  }

  private nameIn(
    [name]: readonly TemplateToken[],
    keyword: string,
    at: number,
  ): string | undefined {
    if (name?.kind === "string" && !name.text.startsWith("'"))
      return unquoted(name.text);
    this.report(`{{ ${keyword} }} without a name in quotes`, at);
    return undefined;
  }

  private pipeline(
    tokens: readonly TemplateToken[],
    at: number,
    owner: string,
  ): void {
    let depth = 0;
    let isEmpty = true;
    const declaration = tokens.findIndex(({ kind }) => kind === "declare");
    for (const [index, token] of tokens.entries()) {
      if (token.kind === "open") depth += 1;
      if (token.kind === "close") depth -= 1;
      if (depth < 0) return this.report(`unexpected ")"`, token.at);
      if (["pipe", "close"].includes(token.kind) && isEmpty)
        this.report(`missing value before "${token.text}"`, token.at);
      if (tokens[index - 1]?.kind === "pipe" && isValue(token))
        this.report(`${token.text} cannot be called after "|"`, token.at);
      isEmpty = ["pipe", "open", "declare", "assign"].includes(token.kind);
      if (token.kind === "comma" && index > declaration)
        this.report(`unexpected ","`, token.at);
      if (token.kind === "variable" && index > declaration) this.known(token);
      if (token.kind === "word") this.callable(token);
    }
    if (depth > 0) this.report(`unclosed "("`, at);
    else if (isEmpty) this.report(`missing value for ${owner}`, at);
    this.variables = [
      ...this.variables,
      ...tokens
        .slice(0, Math.max(declaration, 0))
        .filter(({ kind }) => kind === "variable")
        .map(({ text }) => text.slice(1)),
    ];
  }

  private known({ text, at }: TemplateToken): void {
    if (text !== "$" && !this.variables.includes(text.slice(1)))
      this.report(`undefined variable ${text}`, at);
  }

  private callable({ text, at }: TemplateToken): void {
    if (["true", "false", "nil"].includes(text)) return;
    if (keywords.has(text)) this.report(`unexpected {{ ${text} }}`, at);
    else if (!this.context.functions.has(text))
      this.report(`function "${text}" is not defined`, at);
  }

  private report(problem: string, at: number): void {
    this.problems.push(`${problem} at ${place(this.text, at)}`);
  }
}

/** Whether {{ break }} leaves it: its {{ else }} is no loop. */
function isLoop({ keyword, hasElse }: Block): boolean {
  return keyword === "range" && !hasElse;
}

function isValue({ kind, text }: TemplateToken): boolean {
  return (
    ["string", "number", "dot"].includes(kind) ||
    ["true", "false", "nil"].includes(text)
  );
}

/** The text that a string of a template stands for. */
export function unquoted(text: string): string {
  if (text.startsWith("`")) return text.slice(1, -1);
  try {
    return JSON.parse(text) as string;
  } catch {
    return text.slice(1, -1);
  }
}
