import type { Step } from "./attributes";

/** Steps as the protocol wants them. */
export interface AttributePath {
  readonly steps: readonly object[];
}

/** What Terraform shows to the user. */
export interface Diagnostic {
  readonly severity: "ERROR" | "WARNING";
  readonly summary: string;
  readonly detail: string;
  readonly attribute?: AttributePath;
}

export function error(
  summary: string,
  detail: string,
  at?: readonly Step[],
): Diagnostic {
  return {
    severity: "ERROR",
    summary,
    detail,
    ...(at === undefined ? {} : { attribute: attributePath(at) }),
  };
}

/** The path up to the first set: Terraform has no address for a set's element. */
export function attributePath(steps: readonly Step[]): AttributePath {
  const firstSet = steps.findIndex((step) => "element" in step);
  const addressable = firstSet === -1 ? steps : steps.slice(0, firstSet);
  return {
    steps: addressable.map((step) => {
      if ("name" in step) return { attribute_name: step.name };
      if ("key" in step) return { element_key_string: step.key };
      return { element_key_int: "index" in step ? step.index : 0 };
    }),
  };
}
