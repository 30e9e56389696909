import * as sdk from "@grafana/grafana-foundation-sdk/units";
import { asItIs } from "./form";

type Listed = Extract<(typeof sdk)[keyof typeof sdk], string>;

/**
 * A unit of Grafana by its id (`reqps`, `percentunit` for 0 to 1, `percent` for 0 to 100, `s`, `bytes`, `currencyUSD`,
 * `short` for plain counts), or one made up on the spot, such as `suffix: orders`.
 */
export type GrafanaUnit =
  | Listed
  | `prefix:${string}`
  | `suffix:${string}`
  | `count:${string}`
  | `currency:${string}`
  | `si:${string}`
  | `time:${string}`;

const listed = new Set<unknown>(Object.values(sdk));
const custom = /^(?:prefix|suffix|count|currency|si|time):./;

/** True for the id of a unit that Grafana can format. */
export function isGrafanaUnit(text: string): text is GrafanaUnit {
  return listed.has(text) || custom.test(text);
}

/** A unit as properties keep it. */
export const unit = asItIs(
  (found): found is GrafanaUnit =>
    typeof found === "string" && isGrafanaUnit(found),
);
