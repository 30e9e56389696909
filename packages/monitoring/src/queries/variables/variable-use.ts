/** The query languages whose variables are understood. */
export type QueryLanguage = "promql" | "logql" | "traceql";

/** What a variable stands for at the place where it is written. */
export type VariablePlace =
  | "duration"
  | "number"
  | "identifier"
  | "function"
  | "operator"
  | "matcher"
  | "string"
  | "string-content";

/** One use of a Grafana variable; `from` and `to` are offsets into the query as written. */
export interface VariableUse {
  readonly name: string;
  /** The part after the colon, as in `${name:regex}`. */
  readonly format?: string;
  readonly place: VariablePlace;
  readonly from: number;
  readonly to: number;
}

/** A query whose variables were replaced by fillers of the same length, so that every offset stays true. */
export interface Substitution {
  readonly text: string;
  readonly variables: readonly VariableUse[];
}
