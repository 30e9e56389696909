import {
  fieldsIn,
  own,
  sameJson,
  type Fields,
  type Json,
} from "../../../internal/json-tree";
import type { Ledger } from "../ledger";
import type { RuleName } from "../rules";

/** A panel of an old type on its way to the type that took its place. */
export interface Migration {
  readonly rule: RuleName;
  readonly panel: Fields;
  readonly ledger: Ledger;
  readonly options: Fields;
  /** `fieldConfig.defaults`. */
  readonly defaults: Fields;
  /** `fieldConfig.defaults.custom`. */
  readonly custom: Fields;
  readonly overrides: Json[];
}

/** Begins to make `panel` one of `type`. */
export function migrationTo(
  type: string,
  rule: RuleName,
  panel: Fields,
  ledger: Ledger,
): Migration {
  ledger.set(rule, panel, "type", type);
  const config = fieldsIn(panel, "fieldConfig");
  const defaults = fieldsIn(config, "defaults");
  const overrides = Array.isArray(config.overrides) ? config.overrides : [];
  config.overrides = overrides;
  return {
    rule,
    panel,
    ledger,
    options: fieldsIn(panel, "options"),
    defaults,
    custom: fieldsIn(defaults, "custom"),
    overrides,
  };
}

/** Adds properties for the fields that `matcher` selects, to the override that already stands for them. */
export function addOverride(
  overrides: Json[],
  matcher: Fields,
  properties: readonly (readonly [id: string, value: Json])[],
): void {
  if (properties.length === 0) return;
  let override = overrides.find((candidate) =>
    sameJson((candidate as Fields).matcher, matcher),
  ) as Fields | undefined;
  if (override === undefined) {
    override = { matcher, properties: [] };
    overrides.push(override);
  }
  const list = own(override, "properties") as Json[];
  for (const [id, value] of properties) list.push({ id, value });
}

/** The matcher of an alias: `/…/` is a regular expression. */
export function matcherOf(alias: string): Fields {
  return /^\/.*\/[a-z]*$/.test(alias)
    ? { id: "byRegexp", options: alias }
    : { id: "byName", options: alias };
}

const calculations: Readonly<Record<string, string>> = {
  avg: "mean",
  current: "lastNotNull",
  first: "firstNotNull",
  total: "sum",
  last_time: "lastNotNull",
  delta: "delta",
  diff: "diff",
  range: "range",
  min: "min",
  max: "max",
  count: "count",
};

/** The calculation that old panels called otherwise. */
export function calculationOf(name: string): string | undefined {
  return Object.hasOwn(calculations, name) ? calculations[name] : undefined;
}
