import {
  dataSourceRef,
  queryKindOf,
  queryKinds,
} from "../../../dashboards/data-sources";
import type { QueryKind } from "../../../dashboards/query";
import {
  fieldsOf,
  listOf,
  sameJson,
  type Fields,
} from "../../../internal/json-tree";
import { houseVariables } from "../panels/house-variables";
import { allPanelsOf } from "../rules/data-sources";
import type { Expression, ExpressionFields } from "./expression";
import type { References } from "./query-words";
import { chosenOf } from "./variable-words";

/** The datasources of a dashboard. */
export interface Sources {
  /** The property `dataSources`. */
  readonly words: ExpressionFields;
  readonly references: References;
  /** Variables that come by themselves. */
  readonly implied: ReadonlySet<Fields>;
}

/** Where the queries of each kind go, and which of the datasource variables come by themselves. */
export function sourcesOf(model: Fields, ofHouse: boolean): Sources {
  const list = listOf(fieldsOf(model.templating).list);
  const words: Record<string, Expression> = {};
  const references: Partial<Record<QueryKind, string>> = {};
  const implied = new Set<Fields>();
  const uses = usesOf(model);
  let at = 0;
  for (const kind of queryKinds) {
    const reference = dataSourceRef(kind).uid;
    const counted = [...(uses.get(kind) ?? [])].sort(([, a], [, b]) => b - a);
    const [most] = counted[0] ?? [];
    const used = uses.get(kind)?.has(reference) ?? false;
    const variable = list[at];
    const comes = used || (ofHouse && kind === "prometheus");
    if (comes && variable !== undefined && isHouse(variable, kind)) {
      implied.add(variable);
      at += 1;
      if (!sameJson(variable.current, houseVariables[kind].current))
        words[kind] = chosenOf(variable);
      continue;
    }
    if (most === undefined || most === reference) continue;
    words[kind] = most;
    references[kind] = most;
  }
  return { words, references, implied };
}

/** True for the variable that the house style makes, whatever datasource it points to. */
function isHouse(variable: Fields, kind: QueryKind): boolean {
  const usual = houseVariables[kind];
  if (sameJson(variable, usual)) return true;
  return (
    chosenOf(variable) !== undefined &&
    sameJson({ ...variable, current: null }, { ...usual, current: null })
  );
}

/** How often queries and variables of each kind go where. */
function usesOf(model: Fields): ReadonlyMap<QueryKind, Map<string, number>> {
  const uses = new Map<QueryKind, Map<string, number>>();
  const asking = [
    ...allPanelsOf(model).flatMap((panel) => listOf(panel.targets)),
    ...listOf(fieldsOf(model.templating).list),
  ];
  for (const { datasource } of asking) {
    const { type, uid } = fieldsOf(datasource);
    const kind = queryKindOf(type);
    if (kind === undefined || typeof uid !== "string") continue;
    const counts = uses.get(kind) ?? new Map<string, number>();
    counts.set(uid, (counts.get(uid) ?? 0) + 1);
    uses.set(kind, counts);
  }
  return uses;
}
