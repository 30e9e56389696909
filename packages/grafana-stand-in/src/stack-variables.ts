/** Invented values for the input variables of a stack. */

interface Variable {
  readonly type?: string;
  readonly default?: unknown;
}

/** The parts of a synthesized stack that the harness reads. */
export interface StackJson {
  readonly variable?: Readonly<Record<string, Variable>>;
  readonly provider?: Readonly<
    Record<string, readonly Readonly<Record<string, unknown>>[]>
  >;
  readonly terraform?: {
    readonly backend?: Readonly<
      Record<string, Readonly<Record<string, unknown>>>
    >;
  };
}

/** `TF_VAR_<name>` → value, for every variable without a default. */
export function inventVariables(stack: StackJson): Record<string, string> {
  return Object.fromEntries(
    Object.entries(stack.variable ?? {})
      .filter(([, variable]) => !("default" in variable))
      .map(([name, variable]) => [`TF_VAR_${name}`, invent(name, variable)]),
  );
}

/** A value of the variable's type; one that is called a URL gets one, since servers check that. */
function invent(name: string, { type = "string" }: Variable): string {
  if (type === "number") return "1";
  if (type === "bool") return "false";
  if (/^(?:list|set|tuple)\b/.test(type)) return "[]";
  if (/^(?:map|object)\b/.test(type)) return "{}";
  return /url|webhook|endpoint/i.test(name)
    ? `https://${name.replaceAll("_", "-").toLowerCase()}.e2e.invalid/hook`
    : `invented-for-${name}`;
}
