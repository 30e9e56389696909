/** What a specification names and the product leaves out, or builds under another name, each with the reason. */
export interface LeftOut {
  /** File of the specification, without ending. */
  readonly file: string;
  readonly kind: "dashboard" | "panel" | "alert" | "record" | "receiver" | "slo";
  readonly name: string;
  readonly reason: string;
}

export const leftOut: readonly LeftOut[] = [];
