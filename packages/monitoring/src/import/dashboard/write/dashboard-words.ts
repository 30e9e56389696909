import { panelIdOf } from "../../../model/uid";
import {
  fieldsOf,
  listOf,
  numberOf,
  own,
  textOf,
  type Fields,
  plainText,
} from "../../../internal/json-tree";
import { panelKeys, rowIdOf } from "../panel-keys";
import {
  literal,
  rawOf,
  someOf,
  word,
  type Call,
  type Expression,
  type ExpressionFields,
} from "./expression";
import { readLink } from "../../../dashboards/links";
import { panelWord } from "./panel-words";
import type { References } from "./query-words";
import { sourcesOf } from "./sources";
import { variableWord } from "./variable-words";

/** What the words do not say, found by comparing what they render to with the original. */
export interface Corrections {
  /** Numbers of panels that must say their column. */
  readonly columns: ReadonlySet<number>;
  readonly dashboard: Fields;
  readonly rows: ReadonlyMap<number, Fields>;
  readonly panels: ReadonlyMap<number, Fields>;
  readonly queries: ReadonlyMap<number, readonly Fields[]>;
  readonly variables: ReadonlyMap<string, Fields>;
}

export interface WritingContext {
  readonly uid: string;
  readonly system: string;
  /** Whether it is written as one that was made here, with what comes by itself. */
  readonly ofHouse: boolean;
}

/** A dashboard in words, its panels apart so that each can become a function of its own. */
export interface DashboardWords {
  readonly props: ExpressionFields;
  readonly rows: readonly RowWords[];
}

export interface RowWords {
  readonly title: string | undefined;
  readonly panels: readonly { readonly key: string; readonly word: Call }[];
  readonly options: ExpressionFields | undefined;
}

/** The whole as one call, to be evaluated. */
export function dashboardCall(
  { props, rows }: DashboardWords,
  panelOf: (key: string, word: Call) => Expression = (_, call) => call,
): Call {
  return word("dashboard", {
    ...props,
    rows: rows.map(({ title, panels, options }) => {
      const list = panels.map(({ key, word: call }) => panelOf(key, call));
      return title === undefined
        ? word("row", list)
        : word("row", title, list, options);
    }),
  });
}

/** Says the normalized dashboard `model` in words. */
export function dashboardWords(
  model: Fields,
  context: WritingContext,
  corrections: Corrections,
): DashboardWords {
  const { uid, system, ofHouse } = context;
  const sources = sourcesOf(model, ofHouse);
  const tags = Array.isArray(model.tags) ? model.tags : [];
  const links = listOf(model.links);
  const annotations = listOf(fieldsOf(model.annotations).list);
  const said = <T>(list: readonly T[], usual: number): T[] | undefined => {
    const own = list.slice(ofHouse ? usual : 0);
    return own.length === 0 ? undefined : own;
  };
  return {
    props: {
      uid,
      title: textOf(model.title) ?? "",
      description: textOf(model.description) ?? "",
      system,
      imported: ofHouse ? undefined : true,
      tags: said(tags, 1)?.map(String),
      refresh: refreshWord(model.refresh),
      time: timeWord(model.time),
      timezone: timezoneWord(model.timezone),
      dataSources: someOf(sources.words),
      variables: emptyAsNothing(
        listOf(fieldsOf(model.templating).list)
          .filter((variable) => !sources.implied.has(variable))
          .map((variable) =>
            variableWord(
              variable,
              sources.references,
              corrections.variables.get(plainText(variable.name)) ?? {},
            ),
          ),
      ),
      links: said(links, 1)?.map((link) => literal(readLink(link))),
      annotations: said(annotations, 2)?.map(literal),
      raw: rawOf(corrections.dashboard),
    },
    rows: rowsOf(model, context, corrections, sources.references),
  };
}

function emptyAsNothing(list: readonly Call[]): readonly Call[] | undefined {
  return list.length === 0 ? undefined : list;
}

function refreshWord(refresh: unknown): string | undefined {
  if (refresh === "1m") return undefined;
  return textOf(refresh) ?? "off";
}

/** The browser's is the house style's; nothing said is Grafana's choice. */
function timezoneWord(timezone: unknown): string | undefined {
  return timezone === "browser" ? undefined : (textOf(timezone) ?? "");
}

function timeWord(time: unknown): ExpressionFields | undefined {
  const { from, to } = fieldsOf(time);
  return typeof from === "string" || typeof to === "string"
    ? { from: textOf(from) ?? "now-6h", to: textOf(to) ?? "now" }
    : undefined;
}

/** Panels below their headings; those before the first heading, and behind a folded row, stand by themselves. */
function rowsOf(
  model: Fields,
  { system, ofHouse }: WritingContext,
  corrections: Corrections,
  references: References,
): readonly RowWords[] {
  const keys = panelKeys(model);
  const rows: {
    title: string | undefined;
    panels: Fields[];
    options: ExpressionFields | undefined;
  }[] = [];
  let open = false;
  for (const panel of listOf(model.panels)) {
    if (panel.type === "row") {
      const inside = listOf(panel.panels);
      rows.push({
        title: textOf(panel.title) ?? "",
        panels: [...inside],
        options: rowOptions(panel, corrections),
      });
      open = inside.length === 0 && panel.collapsed !== true;
      continue;
    }
    if (!open) rows.push({ title: undefined, panels: [], options: undefined });
    open = true;
    rows.at(-1)?.panels.push(panel);
  }
  return rows.map(({ title, panels, options }) => ({
    title,
    options,
    panels: panels.map((panel) => {
      const key = keys.get(panel) ?? "";
      const id = numberOf(panel.id) ?? 0;
      return {
        key,
        word: panelWord(panel, {
          key,
          system,
          imported: !ofHouse,
          usualId: panelIdOf(key),
          insistsOnColumn: corrections.columns.has(id),
          references,
          patch: corrections.panels.get(id) ?? {},
          queryPatches: corrections.queries.get(id) ?? [],
        }),
      };
    }),
  }));
}

function rowOptions(
  row: Fields,
  { rows }: Corrections,
): ExpressionFields | undefined {
  const id = numberOf(row.id) ?? 0;
  const folded = row.collapsed === true || listOf(row.panels).length > 0;
  return someOf({
    collapsed: folded ? true : undefined,
    repeat: textOf(own(row, "repeat")),
    id: id === rowIdOf(textOf(row.title) ?? "") ? undefined : id,
    raw: rawOf(rows.get(id) ?? {}),
  });
}
