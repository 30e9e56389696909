import { parseGoTemplate } from "./go-template";
import {
  place,
  tokenizeTemplate,
  type TemplateToken,
} from "./go-template-tokens";
import { alertFunctions } from "./template-functions";

/** The query of a rule, whose value annotations show. */
export const queryRef = "A";

/** An annotation as Grafana expands it. */
export interface GrafanaAnnotation {
  readonly text: string;
  /** Why Grafana would show it unexpanded, or not what Prometheus shows. */
  readonly problems: readonly string[];
}

/**
 * Translates the template of an annotation from Prometheus to Grafana. `$value` and `.Value` are the measured number in
 * Prometheus, but a text with all values in Grafana, which no function takes: there the number is `$values.A.Value`.
 */
export function grafanaAnnotation(text: string): GrafanaAnnotation {
  const problems: string[] = [];
  let translated = "";
  let from = 0;
  const dotStack: boolean[] = [];
  for (const { tokens } of tokenizeTemplate(text).actions) {
    const [first] = tokens;
    for (const [index, token] of tokens.entries()) {
      const before = token.chained ? tokens[index - 1] : undefined;
      const isRebound = dotStack.includes(true) && before === undefined;
      const problem = foreignProblem(token, before, isRebound);
      if (problem !== undefined)
        problems.push(`${problem} at ${place(text, token.at)}`);
      const replacement = valueReplacement(token, before);
      if (replacement !== undefined) {
        translated += text.slice(from, token.at) + replacement;
        from = token.at + token.text.length;
      }
    }
    if (first?.kind === "word") trackDot(first.text, dotStack);
  }
  translated += text.slice(from);
  const { problems: refused } = parseGoTemplate(translated, {
    functions: alertFunctions,
    variables: ["labels", "values"],
  });
  return {
    text: translated,
    problems: [
      ...problems,
      ...refused.filter((problem) => !problem.includes("$external")),
    ],
  };
}

function valueReplacement(
  token: TemplateToken,
  before: TemplateToken | undefined,
): string | undefined {
  if (token.kind === "variable" && token.text === "$value")
    return `$values.${queryRef}.Value`;
  return isRootField(token, before, ".Value")
    ? `.Values.${queryRef}.Value`
    : undefined;
}

function foreignProblem(
  token: TemplateToken,
  before: TemplateToken | undefined,
  isRebound: boolean,
): string | undefined {
  if (token.kind === "variable" && token.text.startsWith("$external"))
    return `${token.text} does not exist in Grafana; write the label or the address out`;
  if (
    /^\.External(Labels|URL)$/.test(token.text) &&
    isRootField(token, before, token.text)
  )
    return `${token.text} does not exist in Grafana; write the label or the address out`;
  if (isRebound && isRootField(token, before, ".Value"))
    return "inside of range and with .Value is not the value of the alert; write $value";
  return undefined;
}

/** Whether `token` is the field `name` of the alert's data: `.Value` or `$.Value`, not `$x.Value`. */
function isRootField(
  token: TemplateToken,
  before: TemplateToken | undefined,
  name: string,
): boolean {
  if (token.kind !== "field" || token.text !== name) return false;
  if (before === undefined) return true;
  return before.text === "$" || ["pipe", "open", "comma"].includes(before.kind);
}

/** Notes which open blocks give the dot another meaning. */
function trackDot(keyword: string, stack: boolean[]): void {
  if (["range", "with", "block", "define"].includes(keyword)) stack.push(true);
  else if (keyword === "if") stack.push(false);
  else if (keyword === "end") stack.pop();
}
