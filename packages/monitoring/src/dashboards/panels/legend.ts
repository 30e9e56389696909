import { objectOf } from "../../internal/json-tree";
import type { Form } from "../form";

/** Names of the series below the graph, in a table with their numbers (below or to the right), or nowhere. */
export type Legend = "list" | "table" | "right" | "hidden";

const usualValues = ["lastNotNull", "mean", "max"];

/** True for legends with columns of numbers. */
const isTable = (legend: Legend | undefined): boolean =>
  legend === "table" || legend === "right";

export const legend: Form<Legend> = {
  write: (value) => ({
    showLegend: value !== "hidden",
    displayMode: isTable(value) ? "table" : "list",
    placement: value === "right" ? "right" : "bottom",
    calcs: isTable(value) ? usualValues : [],
  }),
  read: (found) => {
    const { showLegend, displayMode, placement } = objectOf(found);
    if (showLegend === false) return "hidden";
    if (displayMode !== "table") return "list";
    return placement === "right" ? "right" : "table";
  },
};

/** The columns of a legend that is a table. */
export const legendValues: Form<
  readonly string[],
  { readonly legend?: Legend }
> = {
  write: (values, props) => (isTable(props.legend) ? [...values] : undefined),
  read: (found, props) =>
    Array.isArray(found) &&
    isTable(props.legend) &&
    found.join() !== usualValues.join()
      ? found.map(String)
      : undefined,
};

/** All series under the pointer, the largest first or in their order, the nearest one, or nothing. */
export type Tooltip = "multi" | "unsorted" | "single" | "none";

const tooltip: Form<Tooltip> = {
  write: (value) => ({
    mode: value === "unsorted" ? "multi" : value,
    sort: value === "multi" ? "desc" : "none",
  }),
  read: (found) => {
    const { mode, sort } = objectOf(found);
    if (mode === "multi") return sort === "none" ? "unsorted" : "multi";
    return mode === "single" || mode === "none" ? mode : undefined;
  },
};

/** What the pointer shows, as all panels with series keep it. */
export const tooltipProperty = {
  path: "options.tooltip",
  form: tooltip,
  usual: "multi",
} as const;
