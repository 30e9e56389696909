import { objectOf, objectsOf, type JsonObject } from "../../grafana/json-tree";
import { isObject, textOf } from "../value";

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
const serverFields = new Set(["id", "version", "iteration"]);

/** What is taken apart on its own. */
const parts = new Set(["panels", "templating", "links", "annotations"]);

/** Why `json` is not the JSON of a classic dashboard; `undefined` when it is. */
export function dashboardProblem(json: string): string | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return `config_json must be JSON, got ${JSON.stringify(json.slice(0, 40))}`;
  }
  if (!isObject(parsed))
    return `config_json must be a dashboard, got ${Array.isArray(parsed) ? "a list" : JSON.stringify(parsed)}`;
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

/** Takes a dashboard apart that has no {@link dashboardProblem}. */
export function dashboardContent(json: string): DashboardContent {
  const dashboard = objectOf(JSON.parse(json));
  return {
    uid: textOf(dashboard.uid) ?? "",
    title: textOf(dashboard.title) ?? "",
    panels: panelsOf(dashboard.panels),
    variables: objectsOf(objectOf(dashboard.templating).list),
    links: objectsOf(dashboard.links),
    annotations: objectsOf(objectOf(dashboard.annotations).list),
    settings: Object.fromEntries(
      Object.entries(dashboard).filter(
        ([field]) => !serverFields.has(field) && !parts.has(field),
      ),
    ),
  };
}

function panelsOf(value: unknown): readonly PanelContent[] {
  const found: PanelContent[] = [];
  let row: string | undefined;
  for (const panel of objectsOf(value)) {
    if (panel.type === "row") {
      row = textOf(panel.title) ?? "";
      found.push(panelContent(panel, undefined));
      for (const inner of objectsOf(panel.panels))
        found.push(panelContent(inner, row));
    } else found.push(panelContent(panel, row));
  }
  return found;
}

function panelContent(
  { id, gridPos, panels: _nested, ...settings }: JsonObject,
  row: string | undefined,
): PanelContent {
  return {
    ...(typeof id === "number" && { id }),
    title: textOf(settings.title) ?? "",
    type: textOf(settings.type) ?? "",
    ...(row !== undefined && { row }),
    settings,
    fingerprint: JSON.stringify(settings),
    place: JSON.stringify(gridPos ?? null),
  };
}
