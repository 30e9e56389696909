/** How much of the error budget is left, in four steps. */
export type BudgetLevel = "healthy" | "warning" | "critical" | "exhausted";

/** What a level allows and demands. */
export interface PolicyLevel {
  readonly level: BudgetLevel;
  /** The budget that is left, in words. */
  readonly remaining: string;
  readonly allowed: readonly string[];
  readonly requirements: readonly string[];
  readonly actions: readonly string[];
  /** Who is notified of it. */
  readonly escalation: string | undefined;
  /** How protected branches are set while it lasts. */
  readonly approvals: BranchProtection;
  /** What `slo enforce` exits with. */
  readonly exitCode: 0 | 1 | 2 | 3;
}

/** Settings of a protected branch. */
export interface BranchProtection {
  readonly approvals: number;
  readonly dismissStaleReviews: boolean;
  readonly codeOwnerReview: boolean;
  readonly statusChecks: readonly string[];
}

/** What `slo enforce` exits with when the budget is not known: 1 would be a warning. */
export const noDataExitCode = 4;

/** Boundaries in percent of the budget that is left: each belongs to the better level, but for 0, which is gone. */
export const budgetLevels = {
  warning: { upTo: 50 },
  critical: { below: 25 },
  exhausted: { upTo: 0 },
} as const;

/** Below this, in percent, directors hear of it; an escalation, not a level. */
export const escalationBelow = 10;

/**
 * The level of a budget of which `remainingPercent` is left, negative once overspent: healthy above 50, warning from 25
 * to 50, critical below 25, exhausted from 0 down.
 */
export function budgetLevel(remainingPercent: number): BudgetLevel {
  if (Number.isNaN(remainingPercent))
    throw new Error(
      "the remaining budget must be a number of percent, got NaN; there is no data",
    );
  if (remainingPercent <= budgetLevels.exhausted.upTo) return "exhausted";
  if (remainingPercent < budgetLevels.critical.below) return "critical";
  return remainingPercent <= budgetLevels.warning.upTo ? "warning" : "healthy";
}

/** The worse of two levels. */
export function worseLevel(a: BudgetLevel, b: BudgetLevel): BudgetLevel {
  return policy[a].exitCode >= policy[b].exitCode ? a : b;
}

/** Who hears of a budget of which `remainingPercent` is left. */
export function escalationOf(remainingPercent: number): string | undefined {
  const level = budgetLevel(remainingPercent);
  return level === "critical" && remainingPercent < escalationBelow
    ? "Director"
    : policy[level].escalation;
}

/** The error-budget policy: what each level means for releases, and who must agree. */
export const policy: Readonly<Record<BudgetLevel, PolicyLevel>> = {
  healthy: {
    level: "healthy",
    remaining: "more than 50 %",
    allowed: [
      "normal release cadence",
      "experimental features",
      "performance work",
      "refactoring",
    ],
    requirements: [
      "standard change management",
      "automated testing",
      "gradual rollouts",
    ],
    actions: [],
    escalation: undefined,
    approvals: {
      approvals: 1,
      dismissStaleReviews: false,
      codeOwnerReview: false,
      statusChecks: [],
    },
    exitCode: 0,
  },
  warning: {
    level: "warning",
    remaining: "25 % to 50 %",
    allowed: ["fewer releases", "critical features only", "additional testing"],
    requirements: [
      "approval by a senior engineer",
      "longer canaries",
      "more monitoring",
      "daily review of the budget",
    ],
    actions: [
      "review the incidents",
      "find systemic issues",
      "create reliability tasks",
      "schedule a reliability sprint",
    ],
    escalation: "Team Lead",
    approvals: {
      approvals: 2,
      dismissStaleReviews: true,
      codeOwnerReview: false,
      statusChecks: [],
    },
    exitCode: 1,
  },
  critical: {
    level: "critical",
    remaining: "less than 25 %",
    allowed: [
      "feature freeze: bug fixes only",
      "reliability improvements",
      "emergency security patches",
    ],
    requirements: [
      "approval by a director for any change",
      "a post-mortem for every incident",
      "on-call around the clock",
      "hourly monitoring of the budget",
    ],
    actions: [
      "emergency reliability review",
      "all hands on stability",
      "tell customers of delays",
      "escalate to executives",
    ],
    escalation: "Engineering Manager",
    approvals: {
      approvals: 3,
      dismissStaleReviews: true,
      codeOwnerReview: true,
      statusChecks: [],
    },
    exitCode: 2,
  },
  exhausted: {
    level: "exhausted",
    remaining: "nothing",
    allowed: [
      "complete code freeze: critical bug fixes only",
      "incident response",
    ],
    requirements: [
      "approval by the VP Engineering for any change",
      "a full post-mortem of the exhaustion",
      "a recovery plan before features resume",
      "daily updates to executives",
    ],
    actions: [
      "declare an incident",
      "mobilise the whole team",
      "tell customers",
      "analyse the root cause",
      "plan recovery over several weeks",
    ],
    escalation: "VP Engineering",
    approvals: {
      approvals: 4,
      dismissStaleReviews: true,
      codeOwnerReview: true,
      statusChecks: ["vp-approval"],
    },
    exitCode: 3,
  },
};
