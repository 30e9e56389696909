import {
  LegendDisplayMode,
  LegendPlacement,
  SortOrder,
  TooltipDisplayMode,
  type VizLegendOptions,
  type VizTooltipOptions,
} from "@grafana/grafana-foundation-sdk/common";

/** Names of the series below the graph, in a table with their numbers (below or to the right), or nowhere. */
export type Legend = "list" | "table" | "right" | "hidden";

/** The legend as the builders take it; `calcs` are the columns of a table. */
export function legendModel(
  legend: Legend,
  calcs: readonly string[] = ["lastNotNull", "mean", "max"],
): { build: () => VizLegendOptions } {
  const table = legend === "table" || legend === "right";
  return {
    build: () => ({
      showLegend: legend !== "hidden",
      displayMode: table ? LegendDisplayMode.Table : LegendDisplayMode.List,
      placement:
        legend === "right" ? LegendPlacement.Right : LegendPlacement.Bottom,
      calcs: table ? [...calcs] : [],
    }),
  };
}

/** All series under the pointer, the largest first or in their order, the nearest one, or nothing. */
export type Tooltip = "multi" | "unsorted" | "single" | "none";

/** What the pointer shows, as the builders take it. */
export function tooltipModel(tooltip: Tooltip = "multi"): {
  build: () => VizTooltipOptions;
} {
  return tooltip === "multi"
    ? sharedTooltip
    : {
        build: () => ({
          mode: (tooltip === "unsorted"
            ? "multi"
            : tooltip) as TooltipDisplayMode,
          sort: SortOrder.None,
        }),
      };
}

/** Shows all series under the pointer, the largest first. */
export const sharedTooltip: { build: () => VizTooltipOptions } = {
  build: () => ({
    mode: TooltipDisplayMode.Multi,
    sort: SortOrder.Descending,
  }),
};
