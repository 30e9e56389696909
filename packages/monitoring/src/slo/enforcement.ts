import type { Compliance } from "./compliance";
import {
  escalationOf,
  noDataExitCode,
  policy,
  worseLevel,
  type BudgetLevel,
} from "./policy";

/** What the error-budget policy says of all SLOs together: the worst of them counts. */
export interface Enforcement {
  /** `undefined` when no SLO has data. */
  readonly level: BudgetLevel | undefined;
  /** 0 healthy, 1 warning, 2 critical, 3 exhausted, 4 when any SLO has no data. */
  readonly exitCode: 0 | 1 | 2 | 3 | 4;
  readonly missing: readonly Compliance[];
  /** Those that are not healthy, the least budget first. */
  readonly affected: readonly Compliance[];
}

/** Applies the policy to what was measured. Without any SLO there is nothing to be healthy, which is no data too. */
export function enforce(slos: readonly Compliance[]): Enforcement {
  const missing = slos.filter(({ level }) => level === undefined);
  const levels = slos.flatMap(({ level }) => level ?? []);
  const level = levels.reduce<BudgetLevel | undefined>(
    (worst, next) => (worst === undefined ? next : worseLevel(worst, next)),
    undefined,
  );
  const incomplete = missing.length > 0 || level === undefined;
  return {
    level,
    exitCode: incomplete ? noDataExitCode : policy[level].exitCode,
    missing,
    affected: slos
      .filter((slo) => slo.level !== undefined && slo.level !== "healthy")
      .sort((a, b) => (a.remaining ?? 0) - (b.remaining ?? 0)),
  };
}

const messages: Readonly<Record<BudgetLevel, string>> = {
  healthy: "Error budget healthy",
  warning: "Error budget warning. Reduce release frequency.",
  critical: "Error budget critical. Feature freeze.",
  exhausted: "Error budget exhausted! Complete code freeze in effect.",
};

/** The verdict for a terminal or a pull request. */
export function enforcementText(result: Enforcement): string {
  const { level, missing, affected } = result;
  const lines = [
    ...affected.map((slo) => {
      const left = slo.remaining ?? 0;
      return `${slo.system}/${slo.id}: ${left.toFixed(2)} % remaining (${(slo.level ?? "").toUpperCase()}), tell the ${escalationOf(left) ?? "team"}`;
    }),
    ...missing.map((slo) => `${slo.system}/${slo.id}: no data`),
  ];
  if (level === undefined)
    return [...lines, "Could not retrieve error budget data", ""].join("\n");
  const { allowed, requirements, actions, approvals } = policy[level];
  return [
    ...lines,
    `${level.toUpperCase()}: ${messages[level]}`,
    `Allowed: ${allowed.join("; ")}`,
    `Required: ${requirements.join("; ")}`,
    ...(actions.length > 0 ? [`Do: ${actions.join("; ")}`] : []),
    `Branch protection: ${approvals.approvals} approval${approvals.approvals === 1 ? "" : "s"}${approvals.dismissStaleReviews ? ", stale reviews dismissed" : ""}${approvals.codeOwnerReview ? ", review by code owners" : ""}${approvals.statusChecks.map((check) => `, status check ${check}`).join("")}`,
    "",
  ].join("\n");
}
