/** All of `cases` with `npm run test:thorough`, and the first of each kind with `npm test`. */
export function oneOfEachKind<Case>(
  cases: readonly Case[],
  kindOf: (one: Case) => string,
): readonly Case[] {
  if (process.env.THOROUGH_TESTS === "1") return cases;
  const kinds = new Map<string, Case>();
  for (const one of cases)
    if (!kinds.has(kindOf(one))) kinds.set(kindOf(one), one);
  return [...kinds.values()];
}
