import type { ReduceDataOptions } from "@grafana/grafana-foundation-sdk/common";

/** How a series becomes one number. */
export type Calculation =
  | "lastNotNull"
  | "last"
  | "mean"
  | "min"
  | "max"
  | "sum"
  | "count"
  | "delta"
  | "range";

/** The reduction as the builders take it. */
export function reduceModel(
  calculation: Calculation = "lastNotNull",
  allRows = false,
): { build: () => ReduceDataOptions } {
  return {
    build: () => ({ calcs: [calculation], fields: "", values: allRows }),
  };
}
