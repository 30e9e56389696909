import type { Deployment } from "../model/deployment";
import type { Suppression } from "../model/suppression";
import type { FindingSeverity, Violation } from "./finding";

/** What checks know beside the model. */
export interface CheckContext {
  /**
   * The runbooks by their paths below the project: `systems/shop/runbooks/high-latency.md` to Markdown.
   * @default - not known: runbooks are not checked
   */
  readonly runbooks?: Readonly<Record<string, string>>;
  /** `"YYYY-MM-DD"`, the day on which suppressions are judged. @default - none has expired */
  readonly today?: string;
  /** Every environment, for what only shows when all are compared. @default - those that are checked */
  readonly fleet?: readonly Deployment[];
}

interface CheckBase {
  /** `family/name`; the page is `docs/checks/family/name.md` below the project. */
  readonly id: string;
  /** Of its violations, unless they say otherwise. */
  readonly severity: FindingSeverity;
  /** What it finds, one line. */
  readonly title: string;
}

/** Looks at each environment by itself. */
export interface DeploymentCheck extends CheckBase {
  readonly scope?: "environment";
  run(deployment: Deployment, context: CheckContext): readonly Violation[];
}

/** Compares environments with one another. */
export interface FleetCheck extends CheckBase {
  readonly scope: "environments";
  run(
    deployments: readonly Deployment[],
    context: CheckContext,
  ): readonly Violation[];
}

/** Looks, after all others and only when every environment was looked at, at which suppressions were needed. */
export interface SuppressionCheck extends CheckBase {
  readonly scope: "suppressions";
  run(
    deployments: readonly Deployment[],
    applied: ReadonlySet<Suppression>,
  ): readonly Violation[];
}

/** One rule that the model must keep. */
export type Check = DeploymentCheck | FleetCheck | SuppressionCheck;
