/** A file of TypeScript that an import writes. */
export interface ImportedFile {
  /** Path relative to the project's root. */
  readonly path: string;
  readonly content: string;
}

/** Something of the original that the files do not say. */
export interface Unexpressed {
  readonly path: string;
  readonly what: string;
  readonly why: string;
}

export interface ImportResult {
  readonly files: readonly ImportedFile[];
  readonly unexpressed: readonly Unexpressed[];
}
