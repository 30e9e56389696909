import {
  objectOf,
  objectsOf,
  walk,
  type JsonObject,
} from "../internal/json-tree";
import { allPanels, panelName } from "./panel-layout";

/**
 * References to datasources that Grafana never resolves: by name (only resolved below schema version 33), or by an input of
 * an export (`${DS_PROMETHEUS}`, only filled in by the import dialog).
 */
export function dataSourceReferenceProblems(
  model: JsonObject,
): readonly string[] {
  const variables = objectsOf(objectOf(model.templating).list);
  const placeholders = variables
    .filter(({ type }) => type === "datasource")
    .map(({ name }) => String(name));
  const places: readonly (readonly [string, unknown])[] = [
    ...allPanels(model).map(
      (panel) => [panelName(panel), { ...panel, panels: [] }] as const,
    ),
    ...objectsOf(objectOf(model.annotations).list).map(
      (annotation) =>
        [`annotation "${String(annotation.name)}"`, annotation] as const,
    ),
    ...variables.map(
      (variable) => [`variable "${String(variable.name)}"`, variable] as const,
    ),
  ];
  return places.flatMap(([place, node]) => {
    const found: string[] = [];
    walk(node, (value, name) => {
      if (name === "datasource")
        found.push(...referenceProblems(value, placeholders));
    });
    return [...new Set(found)].map((problem) => `${place}: ${problem}`);
  });
}

function referenceProblems(
  reference: unknown,
  placeholders: readonly string[],
): readonly string[] {
  // Without a reference Grafana takes the default, which is fixed too.
  if (reference === undefined || reference === null) return [];
  if (typeof reference === "string")
    return [
      `'datasource' must be an object with type and uid, got the text "${reference}"`,
    ];
  const { uid } = objectOf(reference);
  if (typeof uid !== "string" || uid === "")
    return [
      `'datasource' must be an object with type and uid, got ${JSON.stringify(reference)}`,
    ];
  const variable = /^\$(?:\{(\w+)(?::\w+)?\}|(\w+))$/.exec(uid);
  const name = variable?.[1] ?? variable?.[2];
  if (name === undefined || placeholders.includes(name)) return [];
  return [
    `'datasource' must name a variable of type datasource (there is ${placeholders.length === 0 ? "none" : placeholders.join(", ")}) or a fixed uid, got "${uid}"`,
  ];
}
