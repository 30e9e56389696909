import type { JsonObject } from "../../grafana/json-tree";
import { attributeChanges, valueChange } from "../attributes";
import type { ResourceChange } from "../resource-change";
import { unseen } from "../resource-items";
import type { ChangeKind, Item } from "../review-model";
import { counted, list, text, words, type Text } from "../text";
import { Hidden, isSame, textOf, Unknown } from "../value";
import {
  dashboardContent,
  dashboardProblem,
  type DashboardContent,
  type PanelContent,
} from "./content";
import { matchPanels } from "./match-panels";
import { panelChanges } from "./panel-changes";

/** What the provider counts, or says a second time. */
const derived = new Set([
  "config_json",
  "id",
  "uid",
  "url",
  "version",
  "dashboard_id",
  "message",
  "overwrite",
]);

/** What is wrong with the dashboards that would be applied, by address. */
export function dashboardProblems(
  changes: readonly ResourceChange[],
): readonly string[] {
  return changes.flatMap(({ address, type, after }) => {
    const json = after?.config_json;
    if (type !== "grafana_dashboard" || typeof json !== "string") return [];
    const problem = dashboardProblem(json);
    return problem === undefined ? [] : [`${address}: ${problem}`];
  });
}

/** A dashboard, panel by panel. Of a side that holds no dashboard nothing is told but that. */
export function dashboardItem(change: ResourceChange): Item {
  const before = contentOf(change.before);
  const after = contentOf(change.after);
  const kind = kindOf(change);
  const items = [...itemsOf(before, after, kind), ...placementChanges(change)];
  return {
    change: kind,
    text: nameOf(after ?? before, change),
    items: items.length === 0 ? [unseen] : items,
  };
}

function itemsOf(
  before: Content | undefined,
  after: Content | undefined,
  kind: ChangeKind,
): readonly Item[] {
  if (typeof after === "string" || typeof before === "string")
    return [
      note(
        words(
          typeof after === "string" ? after : `until now, ${String(before)}`,
        ),
      ),
    ];
  if (after === undefined || before === undefined) {
    const content = after ?? before;
    return content === undefined ? [] : [note(summary(content, kind))];
  }
  return contentChanges(before, after);
}

/** What differs between two versions. Places in the grid only count where nothing else does. */
function contentChanges(
  before: DashboardContent,
  after: DashboardContent,
): readonly Item[] {
  const { pairs, added, removed } = matchPanels(before.panels, after.panels);
  const rows = new Set(after.panels.filter(isRow).map(({ title }) => title));
  const changed = pairs.flatMap(([old, now]) => {
    const items = [
      ...panelChanges(old, now),
      ...(old.row !== now.row && old.row !== undefined && rows.has(old.row)
        ? [
            item(
              "changed",
              text`moved from row ${old.row} to ${now.row ?? "above all rows"}`,
            ),
          ]
        : []),
    ];
    return items.length === 0
      ? []
      : [
          item(
            "changed",
            text`${[noun(now)]} ${now.title || old.title}`,
            items,
          ),
        ];
  });
  const items = [
    ...attributeChanges(before.settings, after.settings),
    ...removed.map((panel) => item("removed", panelText(panel))),
    ...added.map((panel) => item("added", panelText(panel))),
    ...changed,
    ...namedChanges("variable", "name", before.variables, after.variables),
    ...namedChanges("link", "title", before.links, after.links),
    ...namedChanges(
      "annotation",
      "name",
      before.annotations,
      after.annotations,
    ),
  ];
  const moved = pairs.filter(([old, now]) => old.place !== now.place).length;
  return items.length === 0 && moved > 0
    ? [note(words(`${counted(moved, "panel")} moved or resized`))]
    : items;
}

function panelText(panel: PanelContent): Text {
  const where = panel.row === undefined ? [] : text` in row ${panel.row}`;
  return text`${[noun(panel)]} ${panel.title}${where}`;
}

function namedChanges(
  what: string,
  identity: string,
  before: readonly JsonObject[],
  after: readonly JsonObject[],
): readonly Item[] {
  const nameIn = (entry: JsonObject, index: number): string =>
    textOf(entry[identity]) ?? String(index + 1);
  const was = new Map(
    before.map((entry, index) => [nameIn(entry, index), entry]),
  );
  const is = new Map(
    after.map((entry, index) => [nameIn(entry, index), entry]),
  );
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [old, now] = [was.get(name), is.get(name)];
    if (old === undefined) return [item("added", text`${[what]} ${name}`)];
    if (now === undefined) return [item("removed", text`${[what]} ${name}`)];
    return isSame(old, now)
      ? []
      : [item("changed", text`${[what]} ${name}`, attributeChanges(old, now))];
  });
}

/** Folder and other arguments beside the JSON. */
function placementChanges({ before, after }: ResourceChange): readonly Item[] {
  if (before === undefined || after === undefined) return [];
  return Object.keys({ ...before, ...after })
    .filter((name) => !derived.has(name) && !isSame(before[name], after[name]))
    .map((name) =>
      item("changed", valueChange(name, before[name], after[name])),
    );
}

type Content = DashboardContent | string;

/** The content of one side, or why it cannot be read. */
function contentOf(attributes: JsonObject | undefined): Content | undefined {
  const json = attributes?.config_json;
  if (attributes === undefined) return undefined;
  if (json instanceof Unknown)
    return "its content is only known after apply: something in it refers to a value that does not exist yet, use a fixed uid";
  if (json instanceof Hidden)
    return "its content is sensitive as a whole: a secret was put into it, take it out";
  if (typeof json !== "string") return "it has no content";
  return dashboardProblem(json) === undefined
    ? dashboardContent(json)
    : "its content was not a dashboard";
}

function nameOf(
  content: Content | undefined,
  { address }: ResourceChange,
): Text {
  if (content === undefined || typeof content === "string")
    return text`dashboard ${address}`;
  return text`dashboard ${content.title} (${content.uid})`;
}

function summary({ panels }: DashboardContent, kind: ChangeKind): Text {
  const titles = panels
    .filter((panel) => !isRow(panel))
    .map(({ title }) => title);
  if (titles.length === 0) return ["without panels"];
  const shownTitles = list(titles.slice(0, 30));
  const more = titles.length > 30 ? [` and ${titles.length - 30} more`] : [];
  return text`${[kind === "removed" ? "had " : "has "]}${[counted(titles.length, "panel")]}: ${shownTitles}${more}`;
}

function kindOf({ action }: ResourceChange): ChangeKind {
  switch (action) {
    case "create":
      return "added";
    case "delete":
    case "forget":
      return "removed";
    case "replace":
      return "replaced";
    case "update":
    case "no-op":
      return "changed";
  }
}

function isRow({ type }: PanelContent): boolean {
  return type === "row";
}

function noun(panel: PanelContent): string {
  return isRow(panel) ? "row" : "panel";
}

function item(
  change: ChangeKind,
  words: Text,
  items: readonly Item[] = [],
): Item {
  return { change, text: words, items };
}

function note(words: Text): Item {
  return item("note", words);
}
