import { queryFields } from "../../dashboards/dashboard-queries";
import { objectOf, objectsOf, type JsonObject } from "../../internal/json-tree";
import { attributeChanges, valueChange } from "../attributes";
import type { Item } from "../review-model";
import { text } from "../text";
import { isSame, textOf, without } from "../value";
import type { PanelContent } from "./content";

/** What differs between two versions of a panel, what users read first. */
export function panelChanges(
  before: PanelContent,
  after: PanelContent,
): readonly Item[] {
  if (before.fingerprint === after.fingerprint) return [];
  const [was, is] = [partsOf(before.settings), partsOf(after.settings)];
  return [
    ...change("title", before.title, after.title),
    ...change("type", before.type, after.type),
    ...queryChanges(before.settings.targets, after.settings.targets),
    ...change("unit", was.unit, is.unit),
    ...change(
      "thresholds",
      thresholdText(was.thresholds),
      thresholdText(is.thresholds),
    ),
    ...change("description", was.description, is.description),
    ...attributeChanges(was.rest, is.rest),
  ];
}

/** A query for people: what is asked, in the words of its datasource. */
export function queryText(target: JsonObject): string {
  for (const field of queryFields) {
    const written = target[field];
    if (typeof written === "string" && written !== "") return written;
  }
  return "";
}

function change(
  label: string,
  before: unknown,
  after: unknown,
): readonly Item[] {
  return isSame(before, after)
    ? []
    : [
        {
          change: "changed",
          text: valueChange(label, before, after),
          items: [],
        },
      ];
}

function queryChanges(before: unknown, after: unknown): readonly Item[] {
  const [was, is] = [byRef(before), byRef(after)];
  const refs = [...new Set([...was.keys(), ...is.keys()])];
  return refs.flatMap((ref): readonly Item[] => {
    const [old, now] = [was.get(ref), is.get(ref)];
    if (old === undefined)
      return [
        {
          change: "added",
          text: text`query ${ref}: ${queryText(now ?? {})}`,
          items: [],
        },
      ];
    if (now === undefined)
      return [
        {
          change: "removed",
          text: text`query ${ref}: ${queryText(old)}`,
          items: [],
        },
      ];
    const name = refs.length === 1 ? "query" : `query ${ref}`;
    return [
      ...change(name, queryText(old), queryText(now)),
      ...attributeChanges(withoutQuery(old), withoutQuery(now), name),
    ];
  });
}

function byRef(targets: unknown): ReadonlyMap<string, JsonObject> {
  return new Map(
    objectsOf(targets).map((target, index) => [
      textOf(target.refId) ?? String(index + 1),
      target,
    ]),
  );
}

function withoutQuery(target: JsonObject): JsonObject {
  const query = queryText(target);
  return Object.fromEntries(
    Object.entries(target).filter(
      ([field, value]) =>
        !(queryFields.some((name) => name === field) && value === query),
    ),
  );
}

/** `green, yellow from 1, red from 10` */
function thresholdText(thresholds: unknown): string | undefined {
  if (thresholds === undefined) return undefined;
  const { mode, steps } = objectOf(thresholds);
  const written = objectsOf(steps).map(({ color, value }) =>
    value === null || value === undefined
      ? String(color)
      : `${String(color)} from ${JSON.stringify(value)}`,
  );
  return `${written.join(", ")}${mode === "percentage" ? " (percent)" : ""}`;
}

/** A panel's settings with those apart that are described on their own. */
function partsOf(settings: JsonObject): {
  readonly unit: unknown;
  readonly thresholds: unknown;
  readonly description: unknown;
  readonly rest: JsonObject;
} {
  const others = without(settings, ["title", "type", "targets"]);
  const { description, fieldConfig, ...rest } = others;
  const { defaults, ...config } = objectOf(fieldConfig);
  const { unit, thresholds, ...kept } = objectOf(defaults);
  return {
    unit,
    thresholds,
    description,
    rest: { ...rest, fieldConfig: { ...config, defaults: kept } },
  };
}
