import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "./grammar";
import type { QueryProblem } from "./position";
import { substituteVariables, type VariableUse } from "./variables";

/** A query, its syntax tree, and what the tree says is wrong with it. All offsets are those of `expr`. */
export interface ParsedQuery {
  readonly expr: string;
  /** `expr` with Grafana variables replaced by fillers of the same length; what the tree was made from. */
  readonly text: string;
  readonly variables: readonly VariableUse[];
  readonly tree: Tree;
  readonly problems: readonly QueryProblem[];
}

/** Queries repeat within a run (one panel, four environments); more than this many are not kept. */
const CACHE_SIZE = 20_000;
const cache = new Map<string, ParsedQuery>();

/** Parses a PromQL query that may hold Grafana variables. Never throws: what is wrong is in `problems`. */
export function parsePromql(expr: string): ParsedQuery {
  const known = cache.get(expr);
  if (known) {
    return known;
  }
  const { text, variables } = substituteVariables(expr);
  const tree = parser.parse(withoutTrailingDots(text));
  const parsed = {
    expr,
    text,
    variables,
    tree,
    problems: syntaxProblems(text, tree),
  };
  if (cache.size >= CACHE_SIZE) {
    cache.clear();
  }
  cache.set(expr, parsed);
  return parsed;
}

/** The text of a node, with variables replaced by their fillers. */
export function nodeText(
  { text }: ParsedQuery,
  node: { readonly from: number; readonly to: number },
): string {
  return text.slice(node.from, node.to);
}

/** The text of a node as it was written, variables included. */
export function writtenText(
  { expr }: ParsedQuery,
  node: { readonly from: number; readonly to: number },
): string {
  return expr.slice(node.from, node.to);
}

/** The variables that lie within a node. */
export function variablesIn(
  { variables }: ParsedQuery,
  node: { readonly from: number; readonly to: number },
): readonly VariableUse[] {
  return variables.filter(({ from, to }) => from >= node.from && to <= node.to);
}

/** Visits every node of the tree in the order of the text. */
export function eachNode(
  tree: Tree,
  visit: (name: string, node: SyntaxNode) => void,
): void {
  tree.iterate({
    enter: (ref) => {
      visit(ref.name, ref.node);
    },
  });
}

/** All nodes with this name, in the order of the text. */
export function nodesNamed(tree: Tree, name: string): readonly SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  tree.iterate({
    enter: (ref) => {
      if (ref.name === name) {
        nodes.push(ref.node);
      }
    },
  });
  return nodes;
}

/**
 * Prometheus reads `5.` as a number, the grammar does not; a blank in place of the dot means the same and keeps all
 * offsets. Text in quotes and comments may change too, which no offset and no verdict depends on.
 */
function withoutTrailingDots(text: string): string {
  return text.includes(".")
    ? text.replace(/(?<![\w.])(\d[\d_]*)\.(?![\w.])/g, "$1 ")
    : text;
}

function syntaxProblems(text: string, tree: Tree): readonly QueryProblem[] {
  const problems: QueryProblem[] = [];
  tree.iterate({
    enter: (node) => {
      if (node.type.isError) {
        problems.push(unexpected(text, node.from, node.to));
      } else if (node.name === "StringLiteral" && !isTerminated(text, node)) {
        problems.push({
          message: `the string has no closing ${text.charAt(node.from)}`,
          from: node.from,
          to: node.to,
        });
      }
    },
  });
  return problems;
}

function unexpected(text: string, from: number, to: number): QueryProblem {
  const rest = text.slice(from).trimStart();
  if (rest === "") {
    return { message: "unexpected end of the query", from, to };
  }
  const start = text.length - rest.length;
  const got =
    to > from
      ? text.slice(from, to)
      : (/^(?:[\w:]+|.)/su.exec(rest)?.[0] ?? "");
  const end = to > from ? to : start + got.length;
  const shown = got.length > 40 ? `${got.slice(0, 40)}…` : got;
  return {
    message: `unexpected ${JSON.stringify(shown)}`,
    from: start,
    to: end,
  };
}

/** The grammar lets a string end with the line; Prometheus wants the closing quote. */
function isTerminated(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  if (to - from < 2) {
    return false;
  }
  const quote = text.charAt(from);
  if (text.charAt(to - 1) !== quote) {
    return false;
  }
  if (quote === "`") {
    return true;
  }
  let backslashes = 0;
  for (let i = to - 2; i > from && text.charAt(i) === "\\"; i -= 1) {
    backslashes += 1;
  }
  return backslashes % 2 === 0;
}
