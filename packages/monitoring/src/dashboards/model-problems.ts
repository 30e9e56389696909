import type { Dashboard } from "../model/dashboard";
import { isDuration, secondsIn } from "../model/duration";
import { isUid, uidLength } from "../model/uid";
import { dataSourceReferenceProblems } from "./dashboard-data-sources";
import { objectOf, type JsonObject } from "../internal/json-tree";
import { successorOf } from "./legacy-panels";
import { allPanels, layoutProblems, panelName } from "./panel-layout";

/** The last version of the classic dashboard model; Grafana rewrites older ones, and then Terraform sees a difference. */
export const schemaVersion = 42;

/** Grafana's default for `min_refresh_interval`, in seconds; it answers 400 to less. */
const minRefreshSeconds = 5;

/** Everything because of which Grafana would refuse, rewrite or not draw `dashboard`; each problem says where. */
export function dashboardProblems(dashboard: Dashboard): readonly string[] {
  const model = objectOf(dashboard.model);
  const shape = shapeProblems(model);
  // In a file of another shape nothing is where the other rules look.
  if (shape.length > 0) return shape;
  return [
    ...identityProblems(dashboard, model),
    ...settingProblems(model),
    ...panelProblems(model),
    ...keyProblems(dashboard, model),
    ...layoutProblems(model),
    ...dataSourceReferenceProblems(model),
  ];
}

function shapeProblems(model: JsonObject): readonly string[] {
  if ("dashboard" in model)
    return [
      `'model' must be the dashboard itself, got it wrapped in "dashboard" (the body of an HTTP request): take what is inside`,
    ];
  const fields = ["apiVersion", "kind", "spec"].filter(
    (field) => field in model,
  );
  return fields.length === 0
    ? []
    : [
        `'model' must be a classic dashboard, got a manifest with ${fields.join(", ")}: export it as classic JSON`,
      ];
}

function identityProblems(
  { uid, title }: Dashboard,
  model: JsonObject,
): readonly string[] {
  return [
    ...(isUid(uid)
      ? []
      : [
          `'uid' must be at most ${uidLength} letters, digits, hyphens and underscores, got "${uid}"`,
        ]),
    ...(model.uid === uid
      ? []
      : [
          `'uid' must be that of the model, got "${uid}" and "${String(model.uid)}"`,
        ]),
    ...(title.trim() === "" ? ["'title' must not be empty"] : []),
    ...(model.title === title
      ? []
      : [
          `'title' must be that of the model, got "${title}" and "${String(model.title)}"`,
        ]),
  ];
}

function settingProblems(model: JsonObject): readonly string[] {
  return [
    ...(model.schemaVersion === schemaVersion
      ? []
      : [
          `'schemaVersion' must be ${schemaVersion}, got ${String(model.schemaVersion)}`,
        ]),
    ...(isRefresh(model.refresh)
      ? []
      : [
          `'refresh' must be empty, "auto" or a duration of at least ${minRefreshSeconds}s, got "${String(model.refresh)}"`,
        ]),
  ];
}

function isRefresh(refresh: unknown): boolean {
  if (refresh === undefined || refresh === false) return true;
  if (refresh === "" || refresh === "auto") return true;
  return (
    typeof refresh === "string" &&
    isDuration(refresh) &&
    secondsIn(refresh) >= minRefreshSeconds
  );
}

function panelProblems(model: JsonObject): readonly string[] {
  const panels = allPanels(model);
  return panels.flatMap((panel, index) => {
    const { id, type } = panel;
    const sameId = panels.slice(0, index).find((earlier) => earlier.id === id);
    const successor =
      typeof type === "string"
        ? successorOf(type, panel.styles !== undefined)
        : undefined;
    return [
      ...(Number.isInteger(id) && Number(id) > 0
        ? []
        : [`'id' must be a whole number above 0, got ${String(id)}`]),
      ...(sameId === undefined
        ? []
        : [
            `'id' must be its own, got ${String(id)}, which ${panelName(sameId)} has`,
          ]),
      ...(typeof type === "string" && type !== ""
        ? []
        : [`'type' must name a panel, got ${String(type)}`]),
      ...(successor === undefined
        ? []
        : [
            `'type' must be a panel that Grafana 12 draws, got "${String(type)}"; instead: ${successor}`,
          ]),
    ].map((problem) => `${panelName(panel)}: ${problem}`);
  });
}

/** Alerts link panels by key: the id beside the key must be one of the model. */
function keyProblems(
  dashboard: Dashboard,
  model: JsonObject,
): readonly string[] {
  const ids = allPanels(model).map(({ id }) => id);
  const keys = dashboard.panels.map(({ key }) => key);
  return dashboard.panels.flatMap(({ key, id }, index) => [
    ...(ids.includes(id)
      ? []
      : [`panel key "${key}": 'id' must be that of a panel, got ${id}`]),
    ...(keys.indexOf(key) < index
      ? [`panel key "${key}" must name one panel, got it twice`]
      : []),
  ]);
}
