import type { Labels } from "./labels";

/** Compares one label of an alert: equal, not equal, or a regular expression (RE2, anchored at both ends). */
export interface Matcher {
  readonly label: string;
  readonly match: "=" | "!=" | "=~" | "!~";
  readonly value: string;
}

/** `label` equals `value`; an empty value matches alerts without the label. */
export const is = (label: string, value: string): Matcher => ({
  label,
  match: "=",
  value,
});
/** `label` differs from `value`; alerts without the label match. */
export const isNot = (label: string, value: string): Matcher => ({
  label,
  match: "!=",
  value,
});
/** `label` matches the anchored RE2 expression `value`. */
export const matches = (label: string, value: string): Matcher => ({
  label,
  match: "=~",
  value,
});
/** `label` does not match the anchored RE2 expression `value`. */
export const matchesNot = (label: string, value: string): Matcher => ({
  label,
  match: "!~",
  value,
});

/** One equality matcher per label. */
export function matchersFor(labels: Labels): readonly Matcher[] {
  return Object.entries(labels).map(([label, value]) => is(label, value));
}

/** The matcher as Alertmanager writes it, for example `severity="critical"`. */
export function matcherText({ label, match, value }: Matcher): string {
  return `${label}${match}${JSON.stringify(value)}`;
}
