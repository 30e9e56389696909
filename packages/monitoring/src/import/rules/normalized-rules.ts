import { scopeToSystem, type ScopeMatcher } from "../../queries/promql/scope";
import { isMap } from "../difference";
import { millisecondsIn } from "../prometheus-duration";
import { canonicalExpr, type RuleLanguage } from "./canonical-expr";
import type { RawRule } from "./rule-document";
import type { SortedGroup } from "./rule-groups";

type FileMap = Readonly<Record<string, unknown>>;

/** A group of rules of one kind, normalized. */
export interface NormalizedGroup {
  /** In the file that it was read from: `groups["node"]`. */
  readonly path: string;
  readonly fields: FileMap;
  readonly rules: readonly NormalizedRule[];
}

export interface NormalizedRule {
  /** `groups["node"].rules[2]` */
  readonly path: string;
  readonly fields: FileMap;
}

/** What normalizing needs to know. */
export interface RuleNormalization {
  readonly language: RuleLanguage;
  /** @default - queries see every system */
  readonly scope?: ScopeMatcher;
}

/** How long Prometheus waits between two evaluations of a group that does not say it. */
const defaultInterval = "1m";

/** What a field means when it is not there; a field with this value is left out. */
const groupDefaults = { limit: "0", query_offset: "0s" };
const ruleDefaults = { for: "0s", keep_firing_for: "0s" };

/**
 * The one definition of when two rule files say the same: when they are equal after this. It is done to both sides.
 *
 * - Groups are found by name; their order has no meaning, that of the rules in a group has.
 * - A group with alerts and recordings is two, see `sortedGroups`.
 * - Labels of a group belong to each of its rules; a rule's own label of the same name wins.
 * - A label or annotation with an empty value is none.
 * - Durations are lengths: `60s` is `1m`, `1h30m` is `90m`.
 * - Defaults are left out: `for` and `keep_firing_for` 0s, `limit` 0, `query_offset` 0s; a group's interval is 1m, also
 *   where it is written as 0s.
 * - Queries are in their canonical form, see {@link canonicalExpr}, and PromQL of a system that sees only its own series
 *   carries the system's matcher in every selector, as every query of this project does once it is built.
 * - Everything else stays as it is, also fields that nobody knows.
 */
export function normalizedRules(
  groups: readonly SortedGroup[],
  normalization: RuleNormalization,
): ReadonlyMap<string, NormalizedGroup> {
  return new Map(
    groups.flatMap((group) => {
      const kinds = [
        [`alerts ${group.name}`, group.alerts],
        [`recordings ${group.recordingsName}`, group.recordings],
      ] as const;
      const filled = kinds.filter(([, rules]) => rules.length > 0);
      // Where every rule is left out, nothing of the group is left to compare.
      const named =
        group.rules.length > 0
          ? filled
          : ([[`empty ${group.name}`, []]] as const);
      return named.map(
        ([key, rules]) =>
          [key, normalizedGroup(group, rules, normalization)] as const,
      );
    }),
  );
}

function normalizedGroup(
  group: SortedGroup,
  rules: readonly RawRule[],
  normalization: RuleNormalization,
): NormalizedGroup {
  const {
    labels: shared,
    interval = defaultInterval,
    ...others
  } = group.fields;
  const hasLabels = isMap(shared) || shared === undefined;
  return {
    path: group.path,
    fields: {
      ...withoutDefaults(others, groupDefaults),
      interval:
        length(interval) === "0ms" ? length(defaultInterval) : length(interval),
      ...(hasLabels ? {} : { labels: shared }),
    },
    rules: rules.map(({ path, fields }) => ({
      path,
      fields: normalizedRule(
        fields,
        isMap(shared) ? shared : {},
        normalization,
      ),
    })),
  };
}

function normalizedRule(
  { expr, labels, annotations, ...others }: FileMap,
  shared: FileMap,
  normalization: RuleNormalization,
): FileMap {
  return {
    ...withoutDefaults(others, ruleDefaults),
    expr: typeof expr === "string" ? normalizedExpr(expr, normalization) : expr,
    labels:
      isMap(labels) || labels === undefined
        ? withoutEmpty({ ...shared, ...labels })
        : labels,
    annotations:
      isMap(annotations) || annotations === undefined
        ? withoutEmpty({ ...annotations })
        : annotations,
  };
}

/** Only names of durations have text defaults with a unit. */
function withoutDefaults(
  fields: FileMap,
  defaults: Readonly<Record<string, string>>,
): FileMap {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => {
      if (!Object.hasOwn(defaults, key)) return [[key, value]];
      const isLength = defaults[key]?.endsWith("s") ?? false;
      const normalized = isLength ? length(value) : value;
      const unset = isLength ? length(defaults[key]) : defaults[key];
      return normalized === unset ? [] : [[key, normalized]];
    }),
  );
}

function length(value: unknown): unknown {
  const milliseconds =
    typeof value === "string" ? millisecondsIn(value) : undefined;
  return milliseconds === undefined ? value : `${milliseconds}ms`;
}

function withoutEmpty(map: FileMap): FileMap {
  return Object.fromEntries(
    Object.entries(map).filter(([, value]) => value !== ""),
  );
}

/** A query that does not parse, or asks for another system, equals only itself. */
function normalizedExpr(
  expr: string,
  { language, scope }: RuleNormalization,
): string {
  try {
    const scoped =
      scope !== undefined && language === "promql"
        ? scopeToSystem(expr, scope)
        : expr;
    return canonicalExpr(scoped, language);
  } catch {
    return expr;
  }
}
