/**
 * How often a property is tried: all of `count` with `npm run test:thorough`, which CI runs, and a tenth of it, but 10 times
 * at least, with `npm test`, which is to answer while one waits.
 */
export function runs(count: number): number {
  return isThorough() ? count : Math.max(10, Math.ceil(count / 10));
}

/** The same for a property that is tried for each of `inputs`: `count` times each, or those that come to a tenth together. */
export function runsOfEach(inputs: readonly unknown[], count: number): number {
  return Math.ceil(runs(inputs.length * count) / inputs.length);
}

/** All of `cases` with `npm run test:thorough`, and the first of each kind with `npm test`. */
export function oneOfEachKind<Case>(
  cases: readonly Case[],
  kindOf: (one: Case) => string,
): readonly Case[] {
  if (isThorough()) return cases;
  const kinds = new Map<string, Case>();
  for (const one of cases)
    if (!kinds.has(kindOf(one))) kinds.set(kindOf(one), one);
  return [...kinds.values()];
}

function isThorough(): boolean {
  return process.env.THOROUGH_TESTS === "1";
}
