import type { QueryLanguage, Substitution } from "./variable-use";
import { VariableScanner } from "./variable-scanner";

/** Replaces every Grafana variable outside comments; never throws, whatever the text is. */
export function substituteVariables(
  expr: string,
  language: QueryLanguage = "promql",
): Substitution {
  if (!expr.includes("$") && !expr.includes("[[")) {
    return { text: expr, variables: [] };
  }
  return new VariableScanner(expr, language).run();
}
