/** One line of a table of rules: whether it is broken, and what to say then. */
export type Rule = readonly [broken: boolean, problem: string];

/** What the broken rules of a table say, in its order. */
export function brokenRules(rules: readonly Rule[]): readonly string[] {
  return rules.filter(([broken]) => broken).map(([, problem]) => problem);
}

/** A value as messages show it. */
export function got(value: unknown): string {
  return `got ${JSON.stringify(value) ?? "nothing"}`;
}
