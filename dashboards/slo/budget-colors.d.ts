import { type Thresholds } from "monitoring-as-code/dashboards";
/** Colours of what is left of a budget, at the boundaries of the error-budget policy; as a share of 1. */
export declare const budgetColors: Thresholds;
