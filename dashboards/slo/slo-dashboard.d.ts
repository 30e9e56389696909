import { type Dashboard, type Slo } from "monitoring-as-code";
/**
 * The dashboard of one SLO. All that depends on the environment, the period and the thresholds of the tiers, it reads
 * from recorded series: its JSON is the same everywhere.
 */
export declare function sloDashboard(system: string, slo: Slo): Dashboard;
