import { budgetLevels } from "../../lib/slo/policy";
import { thresholds, type Thresholds } from "../house-style";

/** Colours of what is left of a budget, at the boundaries of the error-budget policy; as a share of 1. */
export const budgetColors: Thresholds = thresholds(
  "dark-red",
  [0, "red"],
  [budgetLevels.critical.below / 100, "orange"],
  [budgetLevels.warning.upTo / 100, "green"],
);
