import type { JsonObject } from "../../internal/json-tree";
import { attributeChanges, valueChange } from "../attributes";
import { ReviewInputError, type ResourceChange } from "../resource-change";
import { unseen } from "../resource-items";
import type { ChangeKind, Item } from "../review-model";
import { counted, list, text, words, type Text } from "../text";
import { Hidden, isSame, textOf, Unknown } from "../value";
import {
  dashboardContent,
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

/**
 * A dashboard, panel by panel. Throws a {@link ReviewInputError} when what would be applied is no dashboard; that what was
 * there until now is none is only told.
 */
export function dashboardItem(change: ResourceChange): Item {
  const before = contentOf(change.before);
  const after = contentOf(change.after);
  if (after instanceof NoDashboard)
    throw new ReviewInputError(`${change.address}: ${after.problem}`);
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
  if (typeof after === "string") return [note([after])];
  if (typeof before === "string") return [note([`until now, ${before}`])];
  if (before instanceof NoDashboard)
    return [note(words("until now, its content was not a dashboard"))];
  if (after instanceof NoDashboard) return [];
  if (after !== undefined && before !== undefined)
    return contentChanges(before, after);
  const content = after ?? before;
  return content === undefined ? [] : [note(summary(content, kind))];
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

/** What can be told of a side: its content, why that is not known, or why it is none. */
type Content = DashboardContent | string | NoDashboard;

class NoDashboard {
  constructor(readonly problem: string) {}
}

/** The content of one side, or why it cannot be read. */
function contentOf(attributes: JsonObject | undefined): Content | undefined {
  const json = attributes?.config_json;
  if (attributes === undefined) return undefined;
  if (json instanceof Unknown)
    return "its content is only known after apply: something in it refers to a value that does not exist yet, use a fixed uid";
  if (json instanceof Hidden)
    return "its content is sensitive as a whole: a secret was put into it, take it out";
  if (typeof json !== "string") return "it has no content";
  const content = dashboardContent(json);
  return typeof content === "string" ? new NoDashboard(content) : content;
}

function nameOf(
  content: Content | undefined,
  { address }: ResourceChange,
): Text {
  if (
    content === undefined ||
    typeof content === "string" ||
    content instanceof NoDashboard
  )
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
