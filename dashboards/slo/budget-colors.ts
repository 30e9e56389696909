import { budgetLevels } from "monitoring-as-code/slo";
import { thresholds, type Thresholds } from "monitoring-as-code/dashboards";

/** Colours of what is left of a budget, at the boundaries of the error-budget policy; as a share of 1. */
export const budgetColors: Thresholds = thresholds(
  "dark-red",
  [0, "red"],
  [budgetLevels.critical.below / 100, "orange"],
  [budgetLevels.warning.upTo / 100, "green"],
);
