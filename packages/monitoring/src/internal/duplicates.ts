import { problemsAt, type Problem } from "./problem";

/** Entries of `values` that occur more than once, each named once. */
export function duplicatesIn(values: readonly string[]): readonly string[] {
  return [
    ...new Set(values.filter((value, index) => values.indexOf(value) < index)),
  ];
}

/** One problem for each name that several things of a kind have; `kind` is how paths call it: `receiver`. */
export function duplicateNameProblems(
  kind: string,
  names: readonly string[],
): readonly Problem[] {
  return duplicatesIn(names).flatMap((name) =>
    problemsAt(`${kind} "${name}"`, [
      [
        "duplicate",
        true,
        `the name must be used once, got it ${names.filter((other) => other === name).length} times; rename all but one`,
      ],
    ]),
  );
}
