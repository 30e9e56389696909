import { isGrafanaUnit } from "../../../dashboards/unit";
import {
  fieldsOf,
  isFields,
  listOf,
  own,
  textOf,
  type Fields,
  type Json,
} from "../../../internal/json-tree";
import { assumedPanel } from "../panels/defaults";
import {
  literal,
  rawOf,
  word,
  type Call,
  type Expression,
  type ExpressionFields,
} from "./expression";
import {
  fixedColorOf,
  linkWord,
  mappingsWord,
  thresholdsWord,
} from "./look-words";
import { overrideWords } from "./override-words";
import type { FullPanel } from "./kind-words";
import { panelKinds, type PanelKind } from "./panel-kinds";
import { queryWord, type References } from "./query-words";
import { transformationWords } from "./transformation-words";

/** What is said of a panel beside its own words: its key, its column, what must be merged in. */
export interface PanelContext {
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
export function panelWord(panel: Fields, context: PanelContext): Call {
  const type = textOf(panel.type) ?? "";
  const kind = Object.hasOwn(panelKinds, type) ? panelKinds[type] : undefined;
  const full = fullPanel(panel);
  const props: ExpressionFields = {
    ...(kind === undefined ? { type } : {}),
    ...frameWords(panel, kind, context),
    ...valueWords(full, kind),
    ...(kind?.words(full) ?? {
      options: isFields(panel.options) ? literal(panel.options) : undefined,
    }),
    ...askingWords(panel, full, kind, context),
    ...fieldWords(full, kind),
    raw: rawOf(context.patch),
  };
  return word(kind?.word ?? "pluginPanel", context.key, props);
}

/** The panel with what Grafana assumes in the places where it says nothing. */
function fullPanel(panel: Fields): FullPanel {
  const assumed = assumedPanel(textOf(panel.type) ?? "");
  const usual = fieldsOf(fieldsOf(assumed.fieldConfig).defaults);
  const defaults = fieldsOf(fieldsOf(panel.fieldConfig).defaults);
  return {
    panel,
    options: filled(fieldsOf(panel.options), fieldsOf(assumed.options)),
    defaults,
    custom: filled(fieldsOf(defaults.custom), fieldsOf(usual.custom)),
  };
}

function filled(fields: Fields, assumed: Fields): Fields {
  const result: Fields = { ...assumed, ...fields };
  for (const [name, value] of Object.entries(assumed)) {
    const said = own(fields, name);
    if (isFields(value) && isFields(said)) result[name] = filled(said, value);
  }
  return result;
}

function frameWords(
  panel: Fields,
  kind: PanelKind | undefined,
  { usualId, insistsOnColumn }: PanelContext,
): ExpressionFields {
  const { x, w, h } = fieldsOf(panel.gridPos);
  const repeat = textOf(panel.repeat);
  const links = listOf(panel.links);
  return {
    title: textOf(panel.title) ?? "",
    description: textOf(panel.description) ?? "",
    id: panel.id === usualId ? undefined : panel.id,
    width: w === (kind?.width ?? 12) ? undefined : widthWord(w),
    height: h === (kind?.height ?? 8) ? undefined : h,
    x: insistsOnColumn ? x : undefined,
    repeat,
    repeatDirection:
      repeat !== undefined && panel.repeatDirection === "v"
        ? "vertical"
        : undefined,
    links: links.length === 0 ? undefined : links.map(linkWord),
  };
}

const shares: Readonly<Record<number, string>> = {
  24: "full",
  18: "three-quarters",
  16: "two-thirds",
  12: "half",
  8: "third",
  6: "quarter",
  4: "sixth",
  3: "eighth",
};

function widthWord(width: Json): Expression {
  return typeof width === "number" ? (shares[width] ?? width) : undefined;
}

function valueWords(
  { panel, defaults }: FullPanel,
  kind: PanelKind | undefined,
): ExpressionFields {
  if (kind === undefined || !kind.numeric) return {};
  const number = (name: string) => {
    const value = own(defaults, name);
    return typeof value === "number" ? value : undefined;
  };
  const { unit } = defaults;
  return {
    unit: typeof unit === "string" && isGrafanaUnit(unit) ? unit : "none",
    decimals: number("decimals"),
    min: number("min"),
    max: number("max"),
    thresholds: thresholdsOf(panel, defaults),
    color: colorOf(panel, defaults),
    mappings: mappingsWord(defaults.mappings),
    noValue:
      textOf(defaults.noValue) === "-" ? undefined : textOf(defaults.noValue),
  };
}

/** What is said of single fields, and where their values lead. */
function fieldWords(
  { panel, defaults }: FullPanel,
  kind: PanelKind | undefined,
): ExpressionFields {
  if (kind === undefined || !kind.numeric) return {};
  const links = listOf(defaults.links);
  const overrides = overrideWords(fieldsOf(panel.fieldConfig).overrides ?? []);
  return {
    overrides: (overrides ?? []).length === 0 ? undefined : overrides,
    dataLinks: links.length === 0 ? undefined : links.map(linkWord),
  };
}

/** Numbers are blue in the house style unless thresholds colour them: those that Grafana assumes must be said. */
function thresholdsOf(panel: Fields, defaults: Fields): Expression {
  const said = own(defaults, "thresholds");
  if (said !== undefined) return thresholdsWord(said);
  const colored = panel.type === "stat" || panel.type === "bargauge";
  return colored && own(defaults, "color") === undefined
    ? thresholdsWord(
        fieldsOf(fieldsOf(assumedPanel("stat").fieldConfig).defaults)
          .thresholds,
      )
    : undefined;
}

function colorOf(panel: Fields, defaults: Fields): Expression {
  const color = fixedColorOf(own(defaults, "color"));
  const usual =
    (panel.type === "stat" || panel.type === "bargauge") &&
    own(defaults, "thresholds") === undefined
      ? "blue"
      : undefined;
  return color === usual ? undefined : color;
}

function askingWords(
  panel: Fields,
  full: FullPanel,
  kind: PanelKind | undefined,
  { references, queryPatches }: PanelContext,
): ExpressionFields {
  const targets = listOf(panel.targets);
  const shape = kind?.shape(full) ?? { mode: "range", format: "time_series" };
  const queries = targets.map((target, index) =>
    queryWord(target, index, shape, references, queryPatches[index] ?? {}),
  );
  if (kind !== undefined && !kind.asks) return {};
  const points = own(panel, "maxDataPoints");
  return {
    queries: queries.length === 0 && kind === undefined ? undefined : queries,
    transformations: transformationWords(panel.transformations),
    interval: textOf(panel.interval),
    maxDataPoints: typeof points === "number" ? points : undefined,
    timeFrom: textOf(panel.timeFrom),
  };
}
