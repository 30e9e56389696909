import { isVariable } from "./selectors-below";

/** The labels of a result, the metric name excepted. */
export interface LabelSet {
  /** Labels that a series may have; undefined when it may have any. */
  readonly possible?: ReadonlySet<string>;
  /** Labels that every series has. */
  readonly certain: ReadonlySet<string>;
  /** Labels whose only value a matcher fixes. */
  readonly values: ReadonlyMap<string, string>;
}

/** No labels at all, as of a scalar. */
export const NONE: LabelSet = {
  possible: new Set(),
  certain: new Set(),
  values: new Map(),
};
/** Whatever labels, as of an unknown metric. */
export const ANY: LabelSet = { certain: new Set(), values: new Map() };

/** The labels that are left where only `wanted` ones are kept. */
export function restricted(
  labels: LabelSet,
  wanted: readonly string[],
): LabelSet {
  if (wanted.some(isVariable)) {
    return ANY;
  }
  const kept = reduced(labels, (label) => wanted.includes(label));
  return { ...kept, possible: kept.possible ?? new Set(wanted) };
}

export function reduced(
  { possible, certain, values }: LabelSet,
  keep: (label: string) => boolean,
): LabelSet {
  return {
    ...(possible ? { possible: new Set([...possible].filter(keep)) } : {}),
    certain: new Set([...certain].filter(keep)),
    values: new Map([...values].filter(([label]) => keep(label))),
  };
}

export function merged(
  { possible, certain, values }: LabelSet,
  labels: readonly string[],
  added: ReadonlyMap<string, string>,
  isCertain = true,
): LabelSet {
  return {
    ...(possible && !labels.some(isVariable)
      ? { possible: union(possible, labels) }
      : {}),
    certain: isCertain ? union(certain, labels) : certain,
    values: new Map([
      ...[...values].filter(([label]) => !labels.includes(label)),
      ...added,
    ]),
  };
}

export function eitherOf(a: LabelSet, b: LabelSet): LabelSet {
  return {
    ...(a.possible && b.possible
      ? { possible: union(a.possible, [...b.possible]) }
      : {}),
    certain: new Set([...a.certain].filter((label) => b.certain.has(label))),
    values: new Map(
      [...a.values].filter(([label, value]) => b.values.get(label) === value),
    ),
  };
}

export function union(
  a: ReadonlySet<string>,
  b: readonly string[],
): ReadonlySet<string> {
  return new Set([...a, ...b]);
}
