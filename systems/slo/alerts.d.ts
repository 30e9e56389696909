import type { AlertGroup } from "monitoring-as-code";
/** The label by which the policy's levels are routed to those who must hear of them. */
export declare const budgetLevelLabel = "budget_level";
/** Burn alerts come with the SLOs. */
export declare const alertGroups: readonly AlertGroup[];
