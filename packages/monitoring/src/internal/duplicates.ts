/** Entries of `values` that occur more than once, each named once. */
export function duplicatesIn(values: readonly string[]): readonly string[] {
  return [
    ...new Set(values.filter((value, index) => values.indexOf(value) < index)),
  ];
}
