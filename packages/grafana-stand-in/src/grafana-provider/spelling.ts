/**
 * Values that change between configuration and server: the provider rewrites
 * some before it plans, the server answers others in its own spelling, and for
 * some differences the provider shows no diff.
 */
import type { Place } from "./attributes";
import { text, texts, Unknown, type Value } from "./cty";
import {
  dashboardJsonInState,
  ruleModelInState,
  sameJson,
  sortedJson,
  parseJsonObject,
} from "./grafana-json";
import { canonicalMonth } from "./time-interval";
import { parseDuration } from "./prometheus-duration";

/** The value as the provider plans it and keeps it in state. */
export function plannedSpelling(
  type: string,
  value: Value,
  { pattern }: Place,
): Value {
  if (typeof value !== "string") return value;
  switch (`${type}.${pattern}`) {
    case "grafana_dashboard.config_json":
      return dashboardJsonInState(value);
    case "grafana_rule_group.rule.data.model":
      return ruleModelInState(value);
    case "grafana_library_panel.model_json": {
      const model = parseJsonObject(value);
      return model === undefined ? value : sortedJson(model);
    }
    default:
      return value;
  }
}

/** True if the provider takes the two for the same value and plans no change. */
export function sameForProvider(
  type: string,
  { pattern }: Place,
  prior: Value,
  proposed: Value,
): boolean {
  if (prior instanceof Unknown || proposed instanceof Unknown) return false;
  switch (`${type}.${pattern}`) {
    case "grafana_rule_group.rule.for":
    case "grafana_rule_group.rule.keep_firing_for":
      return sameDuration(text(prior) ?? "0s", text(proposed) ?? "0s");
    case "grafana_dashboard.config_json":
    case "grafana_data_source.json_data_encoded":
    case "grafana_data_source_config.json_data_encoded":
    case "grafana_rule_group.rule.data.model":
      return bothTexts(prior, proposed, sameJson);
    case "grafana_mute_timing.intervals.months":
      return sameMonths(texts(prior), texts(proposed));
    default:
      return false;
  }
}

function bothTexts(
  a: Value,
  b: Value,
  same: (a: string, b: string) => boolean,
): boolean {
  return typeof a === "string" && typeof b === "string" && same(a, b);
}

function sameDuration(a: string, b: string): boolean {
  const milliseconds = parseDuration(a);
  return milliseconds !== undefined && milliseconds === parseDuration(b);
}

/** Month names in lower case count as their numbers; `January` and `01` do not. */
function sameMonths(prior: string[], proposed: string[]): boolean {
  const settled = (month: string): string =>
    /^[a-z:]+$/.test(month) ? canonicalMonth(month) : month;
  return (
    prior.length === proposed.length &&
    prior.every((month, index) => month === settled(proposed[index]!))
  );
}
