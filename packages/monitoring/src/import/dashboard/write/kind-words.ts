import {
  fieldsOf,
  listOf,
  plainText,
  textOf,
  type Fields,
  type Json,
} from "../../../internal/json-tree";
import type { ExpressionFields } from "./expression";

/** A panel with what Grafana assumes filled in, as its kind reads it. */
export interface FullPanel {
  readonly panel: Fields;
  readonly options: Fields;
  readonly defaults: Fields;
  readonly custom: Fields;
}

/** `value` unless it is what the word says by itself. */
export function unless<T extends string | number | boolean>(
  value: Json,
  usual: T,
): T | undefined {
  return value === usual ? undefined : (value as T);
}

export const oneOf = (value: Json, ...allowed: readonly string[]) =>
  typeof value === "string" && allowed.includes(value) ? value : undefined;

const calculations = [
  "lastNotNull",
  "last",
  "mean",
  "min",
  "max",
  "sum",
  "count",
  "delta",
  "range",
];

export function calculationWord({ options }: FullPanel): string | undefined {
  const { calcs } = fieldsOf(options.reduceOptions);
  const [name, ...others] = Array.isArray(calcs) ? calcs : [];
  return others.length > 0 || name === "lastNotNull"
    ? undefined
    : oneOf(name, ...calculations);
}

export const allRows = ({ options }: FullPanel) =>
  fieldsOf(options.reduceOptions).values === true ? true : undefined;

export function legendWords(
  { options }: FullPanel,
  usual: string,
  withValues: boolean,
): ExpressionFields {
  const { showLegend, displayMode, placement, calcs } = fieldsOf(
    options.legend,
  );
  const table = displayMode === "table";
  const legend =
    showLegend === false
      ? "hidden"
      : table
        ? placement === "right"
          ? "right"
          : "table"
        : "list";
  const values = Array.isArray(calcs) ? calcs.map(String) : [];
  const same = values.join() === "lastNotNull,mean,max";
  return {
    legend: unless(legend, usual),
    legendValues:
      withValues && (legend === "table" || legend === "right") && !same
        ? values
        : undefined,
  };
}

export function tooltipWord({ options }: FullPanel): string | undefined {
  const { mode, sort } = fieldsOf(options.tooltip);
  if (mode === "multi") return sort === "none" ? "unsorted" : undefined;
  return oneOf(mode, "single", "none");
}

export function timeseriesWords(full: FullPanel): ExpressionFields {
  const { custom, defaults } = full;
  const stack = plainText(fieldsOf(custom.stacking).mode);
  const drawStyle = oneOf(custom.drawStyle, "line", "bars", "points") ?? "line";
  const fill = drawStyle === "bars" ? 60 : stack === "none" ? 10 : 30;
  const scale = fieldsOf(custom.scaleDistribution);
  const style = oneOf(
    fieldsOf(custom.thresholdsStyle).mode,
    "off",
    "line",
    "dashed",
    "area",
    "line+area",
    "dashed+area",
  );
  const number = (value: Json) =>
    typeof value === "number" ? value : undefined;
  return {
    ...legendWords(full, "list", true),
    tooltip: tooltipWord(full),
    drawStyle: unless(drawStyle, "line"),
    interpolation: unless(
      oneOf(
        custom.lineInterpolation,
        "linear",
        "smooth",
        "stepBefore",
        "stepAfter",
      ),
      "linear",
    ),
    lineWidth: unless(number(custom.lineWidth), 1),
    points: unless(
      oneOf(custom.showPoints, "auto", "never", "always"),
      "never",
    ),
    fill: unless(number(custom.fillOpacity), fill),
    stack: unless(oneOf(stack, "none", "normal", "percent"), "none"),
    thresholdStyle:
      defaults.thresholds === undefined ? undefined : unless(style, "dashed"),
    axisLabel: textOf(custom.axisLabel),
    scale:
      scale.type === "log" && (scale.log === 2 || scale.log === 10)
        ? `log${scale.log}`
        : undefined,
    softMin: number(custom.axisSoftMin),
    softMax: number(custom.axisSoftMax),
  };
}

export function statWords(full: FullPanel): ExpressionFields {
  const { options } = full;
  return {
    calculation: calculationWord(full),
    sparkline: options.graphMode === "none" ? false : undefined,
    background: options.colorMode === "background" ? true : undefined,
    text: unless(
      oneOf(
        options.textMode,
        "auto",
        "value",
        "value_and_name",
        "name",
        "none",
      ),
      "auto",
    ),
  };
}

export function sortWords({ options, custom }: FullPanel): ExpressionFields {
  const [sort, ...others] = listOf(options.sortBy);
  const column = textOf(sort?.displayName);
  return {
    sortBy:
      column === undefined || others.length > 0
        ? undefined
        : { column, descending: sort?.desc === true ? true : undefined },
    filterable: custom.filterable === true ? undefined : false,
  };
}

export function alertlistWords({ options }: FullPanel): ExpressionFields {
  const states = Object.entries(fieldsOf(options.stateFilter)).flatMap(
    ([state, shown]) => (shown === true ? [state] : []),
  );
  const known = [
    "firing",
    "pending",
    "recovering",
    "noData",
    "normal",
    "error",
  ];
  const said = states.filter((state) => known.includes(state));
  const { maxItems } = options;
  return {
    filter:
      typeof options.alertInstanceLabelFilter === "string"
        ? options.alertInstanceLabelFilter
        : undefined,
    limit: typeof maxItems === "number" ? unless(maxItems, 20) : undefined,
    states:
      said.length === 0 || said.join() === "firing,pending,noData,error"
        ? undefined
        : said,
  };
}

export const visibility = (value: Json) =>
  oneOf(value, "auto", "never", "always");
