/** References between the objects on the server. */
import {
  grafanaReferences,
  selectPath,
  type GrafanaReference,
} from "../grafana-references";
import {
  equal,
  isObject,
  text,
  texts,
  type ObjectValue,
  type Value,
} from "./cty";
import { libraryPanelsIn } from "./grafana-json";
import type { ObjectStore } from "./object-store";

/** An object that refers to another. */
export interface Referrer {
  readonly type: string;
  readonly id: string;
  readonly reference: GrafanaReference;
  /** Where in the referring object. */
  readonly at: string;
}

/** Names in the object that no object on the server has. */
export function missingTargets(
  store: ObjectStore,
  type: string,
  object: ObjectValue,
): string[] {
  const missing = grafanaReferences
    .filter(({ from }) => from === type)
    .flatMap((reference) => {
      const known = store
        .all(reference.to)
        .map((target) => target[reference.by]);
      return selectPath<Value>(object, reference.path)
        .filter(({ value }) => !reference.builtIn?.includes(text(value) ?? ""))
        .filter(({ value }) => !known.includes(named(reference, value)))
        .map(
          ({ at, value }) =>
            `${at} = ${JSON.stringify(value)}: no ${reference.to} with this ${reference.by} on the server`,
        );
    });
  const panels = store.all("grafana_library_panel").map(({ uid }) => uid);
  const missingPanels = libraryPanelsOf(type, object)
    .filter((uid) => !panels.includes(uid))
    .map(
      (uid) =>
        `config_json: no grafana_library_panel with uid ${uid} on the server`,
    );
  return [...missing, ...missingPanels];
}

/** The objects that refer to this one. */
export function referrersOf(
  store: ObjectStore,
  type: string,
  target: ObjectValue,
): Referrer[] {
  return grafanaReferences
    .filter(({ to }) => to === type)
    .flatMap((reference) =>
      store.entries(reference.from).flatMap(([id, object]) =>
        selectPath<Value>(object, reference.path)
          .filter(({ value }) =>
            equal(named(reference, value), target[reference.by] ?? null),
          )
          .map(({ at }) => ({ type: reference.from, id, reference, at })),
      ),
    );
}

/** Ids of the dashboards that show a library panel. */
export function dashboardsShowing(
  store: ObjectStore,
  panel: ObjectValue,
): string[] {
  return store
    .entries("grafana_dashboard")
    .filter(([, dashboard]) =>
      libraryPanelsOf("grafana_dashboard", dashboard).includes(
        text(panel["uid"]) ?? "",
      ),
    )
    .map(([id]) => id);
}

/** A copy of the object without the name in any list at the reference's path. */
export function unlink(
  object: ObjectValue,
  path: readonly string[],
  name: string,
): ObjectValue {
  const [head = "", ...rest] = path;
  const repeated = head.endsWith("+");
  const key = repeated ? head.slice(0, -1) : head;
  const inner = object[key];
  if (rest.length === 0) {
    return Array.isArray(inner)
      ? { ...object, [key]: texts(inner).filter((element) => element !== name) }
      : object;
  }
  if (!Array.isArray(inner)) return object;
  const unlinked = inner.map((element) => {
    if (!isObject(element)) return element;
    const here = unlink(element, rest, name);
    return repeated ? unlink(here, path, name) : here;
  });
  return { ...object, [key]: unlinked };
}

/** A dashboard may name its folder by uid or by id, which has the organisation in front. */
function named({ from, to }: GrafanaReference, value: Value): Value {
  return from === "grafana_dashboard" && to === "grafana_folder"
    ? (text(value) ?? "").replace(/^\d+:/, "")
    : value;
}

function libraryPanelsOf(type: string, object: ObjectValue): string[] {
  return type === "grafana_dashboard"
    ? libraryPanelsIn(text(object["config_json"]) ?? "{}")
    : [];
}
