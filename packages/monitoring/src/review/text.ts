/** A piece of a difference, in the order of the texts. */
export interface DiffPart {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Words of the review, a value that is quoted, or a value with what changed in it. */
export type Part =
  string | { readonly value: string } | { readonly diff: readonly DiffPart[] };

/** A sentence in which everything that comes from outside is told apart, so that each rendering can escape it. */
export type Text = readonly Part[];

/** ``text`unit: ${before} → ${after}` ``: strings and numbers are quoted values, texts are spliced in. */
export function text(
  words: TemplateStringsArray,
  ...values: readonly (string | number | boolean | Text)[]
): Text {
  return words.flatMap((word, index): Part[] => {
    const value = values[index];
    const parts: readonly Part[] =
      value === undefined
        ? []
        : typeof value === "object"
          ? value
          : [{ value: String(value) }];
    return word === "" ? [...parts] : [word, ...parts];
  });
}

/** Words of the review itself, never from outside. */
export function words(plain: string): Text {
  return [plain];
}

/** Quoted values with commas between. */
export function list(values: readonly string[]): Text {
  return values.flatMap((value, index): Part[] =>
    index === 0 ? [{ value }] : [", ", { value }],
  );
}

/** The text without any marks: removed words in `[-…-]`, added ones in `{+…+}`. */
export function plainText(parts: Text): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      if ("value" in part) return `"${part.value}"`;
      return `"${part.diff
        .map(({ kind, text: piece }) =>
          kind === "same"
            ? piece
            : kind === "removed"
              ? `[-${piece}-]`
              : `{+${piece}+}`,
        )
        .join("")}"`;
    })
    .join("");
}

/** `3 panels`, `1 panel`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
