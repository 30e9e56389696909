import type { QueryLanguage, VariableUse } from "./variable-use";
import { substituteVariables } from "./variables";

/**
 * The Grafana variables in a query that is sent as it is written, as those of rules are. Not among them are the named
 * groups of `label_replace` and the variables of LogQL's templates, which are written in the same way.
 */
export function uninterpolatedVariables(
  expr: string,
  language: QueryLanguage,
): readonly VariableUse[] {
  return substituteVariables(expr, language).variables.filter(
    ({ name, from, place }) =>
      place !== "string-content" ||
      !(isNamedGroup(expr, name) || isInTemplate(expr, from)),
  );
}

function isNamedGroup(expr: string, name: string): boolean {
  return expr.includes(`(?P<${name}>`) || expr.includes(`(?<${name}>`);
}

function isInTemplate(expr: string, at: number): boolean {
  const opened = expr.lastIndexOf("{{", at);
  return opened >= 0 && expr.lastIndexOf("}}", at) < opened;
}
