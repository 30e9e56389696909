import { duplicatesIn } from "../internal/duplicates";
import { isUid, kebabCase, uidLength } from "../model/uid";
import { dataSourceVariables } from "./data-sources";
import type { DashboardProps } from "./dashboard-props";
import { panelProblems, placeProblems, repeatProblem } from "./panel-problems";
import { closesVariables } from "./variable-text";
import type { Variable } from "./variables";

/** What is wrong with a dashboard as its author wrote it, in the order of its parts. */
export function propsProblems(props: DashboardProps): readonly string[] {
  const variables = props.variables ?? [];
  const panels = props.rows.flatMap((row) => row.panels);
  const keys = duplicatesIn(panels.map(({ key }) => key)).map(
    (key) =>
      `panel "${key}": two panels have this key; keys must be unique in a dashboard`,
  );
  const ids = panels.flatMap(({ props: { id } }) =>
    id === undefined ? [] : [String(id)],
  );
  for (const id of duplicatesIn(ids))
    keys.push(`id ${id}: two panels have it; leave it out of one`);
  if (props.imported === true)
    return [
      ...identityProblems(props),
      ...keys,
      ...panels.flatMap(placeProblems),
    ];
  return [
    ...identityProblems(props),
    ...frameProblems(props),
    ...variables.flatMap((variable, index) => [
      ...variableProblems(variable, variables.slice(0, index)),
    ]),
    ...rowProblems(props),
    ...keys,
    ...panels.flatMap((panel) => panelProblems(panel, variables)),
  ];
}

/** What is wrong with that by which it is known; whoever imports a dashboard must say at least this. */
function* identityProblems(props: DashboardProps): Generator<string> {
  const { uid, title, system } = props;
  if (!isUid(uid))
    yield `uid must be 1 to ${uidLength} letters, digits, "-" or "_", got "${uid}" (${uid.length})`;
  if (title.trim() === "") yield "title must not be empty";
  if (system === "" || system !== kebabCase(system))
    yield `system must be the kebab-case id of a system, got "${system}"`;
}

function* frameProblems(props: DashboardProps): Generator<string> {
  const { title, description, system, refresh } = props;
  if (description.trim() === "")
    yield "description must not be empty; say which questions the dashboard answers";
  for (const tag of props.tags ?? []) {
    if (tag.trim() === "") yield "tags must not be empty";
  }
  for (const tag of duplicatesIn([system, ...(props.tags ?? [])]))
    yield `tag "${tag}" is given twice; the system's id is a tag already`;
  if (refresh !== undefined && refresh !== "off" && !isRefresh(refresh))
    yield `refresh must be "off" or 5s and more, such as "30s" or "1m", got "${refresh}"`;
  for (const [name, time] of Object.entries(props.time ?? {})) {
    if (!/^now([-+/]|$)|^\d{4}-\d\d-\d\dT/.test(time))
      yield `time.${name} must be relative such as "now-6h" or an ISO time, got "${time}"`;
  }
  for (const link of props.links ?? []) {
    if (link.title.trim() === "" || link.url.trim() === "")
      yield `a link needs a title and an address, got "${link.title}" to "${link.url}"`;
  }
  const texts = [
    ["title", title],
    ["description", description],
    ...(props.links ?? []).flatMap((link) => [
      ["link", link.title],
      ["link", link.url],
    ]),
  ] as const;
  for (const [where, text] of texts) {
    if (!closesVariables(text ?? ""))
      yield `${where} opens "\${" without closing it: ${JSON.stringify(text)}`;
  }
}

/** Grafana refuses less than its min_refresh_interval, which is 5s unless configured. */
function isRefresh(text: string): boolean {
  const seconds = /^(\d+)s$/.exec(text);
  return seconds ? Number(seconds[1]) >= 5 : /^[1-9]\d*[mhd]$/.test(text);
}

const taken = new Set(
  Object.values(dataSourceVariables).map(({ variable }) => variable),
);

function* variableProblems(
  variable: Variable,
  before: readonly Variable[],
): Generator<string> {
  const { name } = variable;
  const at = `variable "${name}": `;
  if (!/^(?!__)\w+$/.test(name))
    yield `${at}name must be letters, digits and underscores, and not start with two underscores`;
  if (taken.has(name) && variable.kind !== "datasource")
    yield `${at}the name stands for a datasource; take another`;
  if (before.some((other) => other.name === name))
    yield `${at}two variables have this name`;
  if (variable.kind === "query") {
    if (variable.query.trim() === "") yield `${at}needs a query`;
    if (!closesVariables(variable.query))
      yield `${at}query opens "\${" without closing it: ${JSON.stringify(variable.query)}`;
  }
  if (variable.kind === "custom" || variable.kind === "interval") {
    if (variable.values.length === 0) yield `${at}needs values`;
    if (variable.values.some((value) => value.includes(",")))
      yield `${at}values must not hold commas, which separate them in Grafana`;
    for (const value of duplicatesIn(variable.values))
      yield `${at}value "${value}" is given twice`;
    if (
      variable.initial !== undefined &&
      !variable.values.includes(variable.initial)
    )
      yield `${at}initial value "${variable.initial}" is none of ${variable.values.join(", ")}`;
  }
}

function* rowProblems({ rows, variables }: DashboardProps): Generator<string> {
  if (rows.length === 0) yield "needs a row with panels";
  let heading: string | undefined;
  for (const row of rows) {
    const at =
      row.title === undefined ? "row without title" : `row "${row.title}"`;
    if (row.panels.length === 0) yield `${at}: needs a panel`;
    if (row.title === undefined && heading !== undefined)
      yield `${at}: must stand before "${heading}", below which Grafana would show it`;
    if (row.title === undefined) continue;
    heading ??= row.title;
    if (kebabCase(row.title) === "") yield `${at}: title must not be empty`;
    if (!closesVariables(row.title))
      yield `${at}: title opens "\${" without closing it`;
    const problem = repeatProblem(row.repeat, variables ?? []);
    if (problem !== undefined) yield `${at}: ${problem}`;
  }
  const titles = rows.flatMap(({ title }) =>
    title === undefined ? [] : [kebabCase(title)],
  );
  for (const title of duplicatesIn(titles))
    yield `row "${title}": two rows have this title; a row's id comes from it`;
}
