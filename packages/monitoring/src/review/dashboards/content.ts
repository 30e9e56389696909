import { objectOf, objectsOf, type JsonObject } from "../../internal/json-tree";
import { isObject, textOf, without } from "../value";

/** A panel, or a row, as far as the review tells panels apart. */
export interface PanelContent {
  readonly id?: number;
  readonly title: string;
  readonly type: string;
  /** Title of the row that it stands below. @default - above the first row */
  readonly row?: string;
  /** All of it but its place, its number and the panels of a row. */
  readonly settings: JsonObject;
  /** The same as text: equal panels have equal texts. */
  readonly fingerprint: string;
  readonly place: string;
  /** The panels that a row hides. */
  readonly collapsed: readonly JsonObject[];
}

/** A dashboard taken apart. */
export interface DashboardContent {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly PanelContent[];
  readonly variables: readonly JsonObject[];
  readonly links: readonly JsonObject[];
  readonly annotations: readonly JsonObject[];
  /** Everything else: tags, time range, refresh. */
  readonly settings: JsonObject;
}

/** What the server counts. */
const serverFields = ["id", "version", "iteration"];

/** What is taken apart on its own. */
const parts = ["panels", "templating", "links", "annotations"];

/** The JSON of a classic dashboard taken apart, or why it is none. */
export function dashboardContent(json: string): DashboardContent | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return `config_json must be JSON, got ${JSON.stringify(json.slice(0, 40))}`;
  }
  if (!isObject(parsed))
    return `config_json must be a dashboard, got ${Array.isArray(parsed) ? "a list" : JSON.stringify(parsed)}`;
  const problem = problemOf(parsed);
  if (problem !== undefined) return problem;
  return {
    uid: textOf(parsed.uid) ?? "",
    title: textOf(parsed.title) ?? "",
    panels: panelsOf(parsed.panels),
    variables: objectsOf(objectOf(parsed.templating).list),
    links: objectsOf(parsed.links),
    annotations: objectsOf(objectOf(parsed.annotations).list),
    settings: without(parsed, [...serverFields, ...parts]),
  };
}

function problemOf(parsed: JsonObject): string | undefined {
  if ("spec" in parsed && "kind" in parsed)
    return `config_json must be a classic dashboard, got one of ${JSON.stringify(parsed.apiVersion ?? parsed.kind)}; export it in the classic model`;
  const problems = [
    ...(typeof parsed.title === "string" && parsed.title.trim() !== ""
      ? []
      : ["title must be text"]),
    ...(parsed.panels === undefined ||
    (Array.isArray(parsed.panels) && parsed.panels.every(isObject))
      ? []
      : ["panels must be a list of objects"]),
    ...(parsed.templating === undefined || isObject(parsed.templating)
      ? []
      : ["templating must be an object"]),
  ];
  return problems.length === 0
    ? undefined
    : `config_json must be a dashboard, but ${problems.join(", ")}`;
}

function panelsOf(value: unknown): readonly PanelContent[] {
  const found: PanelContent[] = [];
  let row: string | undefined;
  for (const panel of objectsOf(value)) {
    if (panel.type === "row") {
      row = textOf(panel.title) ?? "";
      const content = panelContent(panel, undefined);
      found.push(content);
      for (const inner of content.collapsed)
        found.push(panelContent(inner, row));
    } else found.push(panelContent(panel, row));
  }
  return found;
}

function panelContent(
  panel: JsonObject,
  row: string | undefined,
): PanelContent {
  const { id, gridPos, panels, ...settings } = panel;
  return {
    ...(typeof id === "number" && { id }),
    title: textOf(settings.title) ?? "",
    type: textOf(settings.type) ?? "",
    ...(row !== undefined && { row }),
    settings,
    fingerprint: JSON.stringify(settings),
    place: JSON.stringify(gridPos ?? null),
    collapsed: objectsOf(panels),
  };
}
