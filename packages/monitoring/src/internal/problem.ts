/** A server that reads what the model says. */
export type Server = "grafana" | "prometheus" | "alertmanager";

/** What is wrong with a part of the model, and where. */
export interface Problem {
  /** Stable name of the rule that found it, kebab-case. */
  readonly rule: string;
  /** `error` is refused by a server or reaches nobody; `warning` works, but hardly as meant. */
  readonly severity: "error" | "warning";
  /** `route > system="shop" > severity="critical"`, `receiver "default" > slack`, `alert "ShopDown"`, … */
  readonly path: string;
  /** What is allowed, what was got, what to do. */
  readonly message: string;
  /** The only server that minds. @default - all do */
  readonly server?: Server;
}

/** One line of a table of rules: its name, whether it is broken, what to say then, and the only server that minds. */
export type ProblemRow = readonly [
  rule: string,
  isBroken: boolean,
  message: string,
  server?: Server,
];

/** The errors of the thing at `path`, in the order of the table. */
export function problemsAt(
  path: string,
  rows: readonly ProblemRow[],
): readonly Problem[] {
  return rows
    .filter(([, isBroken]) => isBroken)
    .map(([rule, , message, server]) => ({
      rule,
      severity: "error",
      path,
      message,
      ...(server && { server }),
    }));
}

/** The problem on one line. */
export function problemText({ path, message }: Problem): string {
  return `${path}: ${message}`;
}

/** The errors that `server` minds, each on one line. */
export function refusedBy(
  server: Server,
  problems: readonly Problem[],
): readonly string[] {
  return problems
    .filter(
      (problem) =>
        problem.severity === "error" && (problem.server ?? server) === server,
    )
    .map(problemText);
}

/** The warnings, each on one line. */
export function warningsIn(problems: readonly Problem[]): readonly string[] {
  return problems
    .filter(({ severity }) => severity === "warning")
    .map(problemText);
}
