import { columnsOf, widthOf } from "../../../dashboards/layout";
import type { PanelContext } from "../../../dashboards/panel";
import { panelKindOf } from "../../../dashboards/panel-kinds";
import type { DataShape } from "../../../dashboards/query";
import { fieldsOf, listOf, type Fields } from "../../../internal/json-tree";
import { rawOf, word, type Call } from "./expression";
import { propertyWords } from "./look-words";
import { queryWord, type References } from "./query-words";
import { transformationWords } from "./transformation-words";

/** What is said of a panel beside its own words: its key, its column, what must be merged in. */
export interface WordContext extends PanelContext {
  readonly key: string;
  /** The number that the house style gives to the key. */
  readonly usualId: number;
  readonly insistsOnColumn: boolean;
  readonly references: References;
  readonly patch: Fields;
  /** By the index of the query. */
  readonly queryPatches: readonly Fields[];
}

/** A panel in words. Whatever they do not say of it is for `patch`. */
export function panelWord(panel: Fields, context: WordContext): Call {
  const { key, usualId, insistsOnColumn, patch } = context;
  const kind = panelKindOf(panel.type);
  const { x, w, h } = fieldsOf(panel.gridPos);
  const { width, height, accepts } = kind.traits;
  const { props, shape } = kind.read(panel, context);
  const { overrides, dataLinks, repeat, repeatDirection, links, ...others } =
    props;
  const { title, description, ...own } = others;
  const { transformations, interval, maxDataPoints, timeFrom, ...looks } = own;
  const queries = kind.asks ? queryWords(panel, shape, context) : [];
  return word(kind.word, key, {
    title,
    description,
    id: panel.id === usualId ? undefined : panel.id,
    width:
      w === columnsOf(width) || typeof w !== "number" ? undefined : widthOf(w),
    height: h === height ? undefined : h,
    x: insistsOnColumn ? x : undefined,
    ...propertyWords({ repeat, repeatDirection, links }),
    ...propertyWords(looks),
    // Panels of the house style that ask take a list of queries, even an empty one.
    queries: queries.length === 0 && accepts.length === 0 ? undefined : queries,
    transformations: transformations && transformationWords(transformations),
    interval,
    maxDataPoints,
    timeFrom,
    ...propertyWords({ overrides, dataLinks }),
    raw: rawOf(patch),
  });
}

function queryWords(
  panel: Fields,
  shape: DataShape,
  { references, queryPatches }: WordContext,
): readonly Call[] {
  return listOf(panel.targets).map((target, index) =>
    queryWord(target, index, shape, references, queryPatches[index] ?? {}),
  );
}
