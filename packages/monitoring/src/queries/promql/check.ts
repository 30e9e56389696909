import { descendantsOf, type Expr } from "./ast";
import { modifierProblems } from "./check-modifiers";
import {
  emptySelectorProblems,
  filtersOf,
  selectorProblems,
} from "./check-selectors";
import { typeProblems } from "./check-types";
import { parsePromql } from "./parse";
import { verdict, type QueryCheck, type QueryProblem } from "./position";

/**
 * Checks syntax and types of a PromQL query as Prometheus 3 does when it parses one, experimental functions, duration
 * expressions and modifiers included. Grafana variables of every form are allowed. Never throws.
 */
export function checkPromql(expr: string): QueryCheck {
  const { ast, text, problems } = parsePromql(expr);
  return verdict(
    expr,
    ast ? [...problems, ...treeProblems(ast, text)] : problems,
  );
}

function treeProblems(ast: Expr, text: string): readonly QueryProblem[] {
  const nodes = descendantsOf(ast);
  const filters = filtersOf(nodes.filter((node) => node.kind === "call"));
  return nodes.flatMap((node) => [
    ...typeProblems(node),
    ...modifierProblems(node),
    ...(node.kind === "selector" ? selectorProblems(node, text) : []),
    ...(node.kind === "selector" && !filters.has(node)
      ? emptySelectorProblems(node, text)
      : []),
  ]);
}
