import { ImportProblems } from "../import-problems";
import {
  isFields,
  listOf,
  own,
  type Fields,
  textOf,
} from "../../internal/json-tree";
import { pathTo } from "../difference";

/** A dashboard as it was found, with the way that leads to it in the file. */
export interface Original {
  readonly dashboard: Fields;
  /** What is wrapped around it, such as `meta`. */
  readonly around: Fields;
  /** Where it stands, such as `dashboard`; empty when it is the whole file. */
  readonly at: string;
}

/**
 * The dashboard in `value`: itself, wrapped as Grafana's API answers and takes it, or as a manifest of the classic model.
 * Throws one error that names all because of which it is none.
 */
export function originalDashboard(value: unknown): Original {
  const problems = new ImportProblems();
  const original = isFields(value)
    ? unwrapped(value)
    : { dashboard: {}, around: {}, at: "" };
  if (isFields(value)) collectProblems(original, problems);
  else
    problems.add(
      "the file",
      "a dashboard, an object of JSON as Grafana exports it",
      value,
    );
  problems.throwIfAny("this is no dashboard that can be imported");
  return original;
}

function unwrapped(value: Fields): Original {
  for (const at of ["dashboard", "spec"]) {
    const dashboard = own(value, at);
    const wraps =
      at === "dashboard" ? !("panels" in value) : "apiVersion" in value;
    if (!wraps || !isFields(dashboard)) continue;
    const { [at]: _, ...around } = value;
    return { dashboard, around, at };
  }
  return { dashboard: value, around: {}, at: "" };
}

function collectProblems(
  { dashboard, at }: Original,
  problems: ImportProblems,
): void {
  const { title, panels, rows, elements, uid } = dashboard;
  if (isFields(elements)) {
    problems.say(
      pathTo(at, "elements"),
      "dashboards of the schema v2 are not known: export the dashboard as classic JSON",
    );
    return;
  }
  if (typeof title !== "string" || title.trim() === "")
    problems.add(pathTo(at, "title"), "a text that is not empty", title);
  if (uid !== undefined && uid !== null && typeof uid !== "string")
    problems.add(pathTo(at, "uid"), "a text", uid);
  if ((panels ?? rows) === undefined)
    problems.say(
      pathTo(at, "panels"),
      "must be a list, and there is neither one nor one of rows: open a scripted dashboard in Grafana and export what it draws",
    );
  panelListProblems(pathTo(at, "panels"), panels, problems);
  listProblems(pathTo(at, "rows"), rows, problems, (path, row) => {
    panelListProblems(pathTo(path, "panels"), row.panels, problems, true);
  });
  for (const name of ["templating", "annotations"]) {
    const holder = dashboard[name];
    if (isFields(holder))
      listProblems(`${pathTo(at, name)}.list`, holder.list, problems);
    else if (holder !== undefined && holder !== null)
      problems.add(pathTo(at, name), "an object with a list", holder);
  }
}

function panelListProblems(
  path: string,
  panels: unknown,
  problems: ImportProblems,
  inside = false,
): void {
  listProblems(path, panels, problems, (at, panel) => {
    const isTyped = typeof panel.type === "string" && panel.type !== "";
    if (!isTyped && !isReference(panel.libraryPanel))
      problems.add(
        pathTo(at, "type"),
        "the id of a panel plugin, such as timeseries",
        panel.type,
      );
    if (inside && panel.type === "row")
      problems.say(
        pathTo(at, "type"),
        "a row must not stand inside of another one",
      );
    listProblems(pathTo(at, "targets"), panel.targets, problems);
    if (!inside)
      panelListProblems(pathTo(at, "panels"), panel.panels, problems, true);
    else if (listOf(panel.panels).length > 0)
      problems.say(
        pathTo(at, "panels"),
        "a panel inside of a row must not hold panels again",
      );
  });
}

/** True for what names a library panel. */
function isReference(value: unknown): boolean {
  return (
    isFields(value) && (textOf(value.uid) ?? textOf(value.name)) !== undefined
  );
}

/** What is not there, or null, is a list without entries. */
function listProblems(
  path: string,
  list: unknown,
  problems: ImportProblems,
  each: (path: string, item: Fields) => void = () => {},
): void {
  if (list === undefined || list === null) return;
  if (!Array.isArray(list)) {
    problems.add(path, "a list", list);
    return;
  }
  for (const [index, item] of list.entries()) {
    if (isFields(item)) each(pathTo(path, index), item);
    else problems.add(pathTo(path, index), "an object", item);
  }
}
