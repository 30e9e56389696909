import { kebabCase } from "../model/uid";
import { columns } from "./layout";
import type { Panel } from "./panel";
import type { Query } from "./query";
import { refIdAt } from "./targets";
import { isGrafanaUnit } from "./unit";
import { closesVariables } from "./variable-text";
import { hasManyValues, type Variable } from "./variables";

/** What is wrong with one panel, each starting with its key. */
export function panelProblems(
  panel: Panel,
  variables: readonly Variable[],
): readonly string[] {
  const found = [
    ...keyProblems(panel),
    ...frameProblems(panel),
    ...sizeProblems(panel),
    ...valueProblems(panel),
    ...queryProblems(panel),
    ...repeatProblems(panel, variables),
    ...textProblems(panel),
  ];
  return found.map((problem) => `panel "${panel.key}": ${problem}`);
}

/** What is wrong with a panel's key and place, each starting with its key. */
export function placeProblems(panel: Panel): readonly string[] {
  return [...keyProblems(panel), ...sizeProblems(panel, Infinity)].map(
    (problem) => `panel "${panel.key}": ${problem}`,
  );
}

function* keyProblems({ key, props: { id } }: Panel): Generator<string> {
  if (key === "" || key !== kebabCase(key))
    yield `key must be kebab-case, got "${key}"; write "${kebabCase(key) || "a-name"}"`;
  if (id !== undefined && !(Number.isSafeInteger(id) && id > 0))
    yield `id must be a whole number above 0, got ${id}`;
}

function* frameProblems({ props }: Panel): Generator<string> {
  if (blank(props.title))
    yield "title must not be empty; say what the panel shows";
  if (blank(props.description))
    yield "description must not be empty; say what is seen and what good looks like";
  for (const link of [...(props.links ?? []), ...(props.dataLinks ?? [])]) {
    if (blank(link.title) || blank(link.url))
      yield `a link needs a title and an address, got "${link.title}" to "${link.url}"`;
  }
}

function* sizeProblems(
  { width, height, props }: Panel,
  highest = maxHeight,
): Generator<string> {
  const { x } = props;
  if (!Number.isInteger(width) || width < 1 || width > columns)
    yield `width must be a whole number of columns from 1 to ${columns}, got ${width}`;
  if (!Number.isInteger(height) || height < 1 || height > highest)
    yield `height must be a whole number of rows from 1 to ${maxHeight}, got ${height}`;
  if (
    x !== undefined &&
    !(Number.isInteger(x) && x >= 0 && x + width <= columns)
  )
    yield `x must be a column from 0 that leaves room for the width of ${width} in ${columns}, got ${x}`;
}

/** Three screens; more is a slip of the keyboard. */
const maxHeight = 100;

function* valueProblems({ traits, props }: Panel): Generator<string> {
  const { unit, min, max, thresholds, decimals } = props;
  if (traits.numeric && !isGrafanaUnit(unit ?? ""))
    yield `unit must be the id of a Grafana unit such as "reqps", "s" or "percentunit", got ${JSON.stringify(unit) ?? "none"}`;
  if (min !== undefined && max !== undefined && !(min < max))
    yield `min must be below max, got min ${min} and max ${max}`;
  if (decimals !== undefined && !(Number.isInteger(decimals) && decimals >= 0))
    yield `decimals must be a whole number from 0, got ${decimals}`;
  const from = thresholds?.steps.map(([value]) => value) ?? [];
  if (from.some((value, index) => !(value > (from[index - 1] ?? -Infinity))))
    yield `thresholds must ascend, got ${from.join(", ")}`;
  for (const { of, look } of props.overrides ?? []) {
    const own: string = look.unit ?? "none";
    if (!isGrafanaUnit(own))
      yield `override of ${JSON.stringify(of)}: unit must be the id of a Grafana unit, got "${own}"`;
  }
}

function* queryProblems({ type, traits, props }: Panel): Generator<string> {
  const queries = props.queries ?? [];
  if (traits.accepts.length === 0) return;
  if (queries.length === 0) yield "needs a query, got none";
  else if (queries.every((query) => query.hidden === true))
    yield "needs a query that is shown, all of its queries are hidden";
  const legends = new Set<string>();
  for (const [index, query] of queries.entries()) {
    const refId = refIdAt(index);
    if (query.kind === "plugin") continue;
    if (!traits.accepts.includes(query.kind))
      yield `query ${refId}: a ${type} panel shows ${traits.accepts.join(", ")}, got ${query.kind}`;
    if (blank(query.expr) && !isGraph(query))
      yield `query ${refId}: expression must not be empty`;
    if (!traits.named || query.hidden === true || !hasLegend(query)) continue;
    const legend = query.legend?.trim() ?? "";
    if (legend === "")
      yield `query ${refId}: needs a legend that names the series, such as "{{instance}}"`;
    else if (legends.has(legend) && !legend.includes("{{"))
      yield `query ${refId}: legend "${legend}" is taken by another query of the panel`;
    legends.add(legend);
  }
}

function* repeatProblems(
  { props }: Panel,
  variables: readonly Variable[],
): Generator<string> {
  const problem = repeatProblem(props.repeat, variables);
  if (problem !== undefined) yield problem;
}

/** What is wrong with repeating a panel or row by the variable `repeat`. */
export function repeatProblem(
  repeat: string | undefined,
  variables: readonly Variable[],
): string | undefined {
  if (repeat === undefined) return undefined;
  const variable = variables.find(({ name }) => name === repeat);
  if (variable === undefined) {
    const known = variables.map(({ name }) => name).join(", ") || "none";
    return `repeats by the variable "${repeat}", which the dashboard does not have; it has ${known}`;
  }
  return hasManyValues(variable)
    ? undefined
    : `repeats by the variable "${repeat}", which has one value at a time; give it multi or includeAll`;
}

function* textProblems({ props }: Panel): Generator<string> {
  for (const [where, text] of textsIn(props)) {
    if (!closesVariables(text))
      yield `${where} opens "\${" without closing it: ${JSON.stringify(text)}`;
  }
}

/** Every text below `value`, with the path that leads to it. */
function* textsIn(
  value: unknown,
  path = "",
): Generator<readonly [path: string, text: string]> {
  if (typeof value === "string") yield [path, value];
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    yield* textsIn(inner, path === "" ? name : `${path}.${name}`);
  }
}

const blank = (text: string | undefined) => (text ?? "").trim() === "";

const isGraph = (query: Query) =>
  (query.kind === "tempo" && query.search === "serviceMap") ||
  (query.kind === "jaeger" && query.search === "dependencyGraph");

/** SQL names its series by column. */
const hasLegend = (query: Query) =>
  query.kind === "prometheus" || query.kind === "loki";
