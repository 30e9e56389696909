/** What is wrong with an environment's notifications, and where. */
export interface RoutingProblem {
  /** Stable name of the rule that found it, kebab-case. */
  readonly rule: string;
  /** `error` is refused by a back end or reaches nobody; `warning` works, but hardly as meant. */
  readonly severity: "error" | "warning";
  /** `route > system="ecommerce" > severity="critical"`, `receiver "default"`, `mute timing "nights"`, … */
  readonly path: string;
  /** What was got, what is allowed, what to do. */
  readonly message: string;
}

/** The problem on one line. */
export function problemText({ path, message }: RoutingProblem): string {
  return `${path}: ${message}`;
}

/** Collects the problems of one place. */
export class ProblemList {
  readonly found: RoutingProblem[] = [];

  error(rule: string, path: string, message: string): void {
    this.found.push({ rule, severity: "error", path, message });
  }

  warning(rule: string, path: string, message: string): void {
    this.found.push({ rule, severity: "warning", path, message });
  }

  /** One error per name that occurs more than once. */
  duplicates(what: string, names: readonly string[]): void {
    const seen = new Set<string>();
    const reported = new Set<string>();
    for (const name of names) {
      if (seen.has(name) && !reported.has(name)) {
        reported.add(name);
        this.error(
          "duplicate-name",
          `${what} "${name}"`,
          `the name is used ${names.filter((other) => other === name).length} times; rename all but one`,
        );
      }
      seen.add(name);
    }
  }
}
