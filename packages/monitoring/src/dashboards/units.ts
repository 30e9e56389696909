/** Units are known below: checks look at those of any dashboard. */
export { isGrafanaUnit, type GrafanaUnit } from "./unit";
