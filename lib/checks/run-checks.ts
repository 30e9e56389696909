import { compare } from "../alerting/text-order";
import type { Deployment } from "../model/deployment";
import type { Check, CheckContext } from "./check";
import type {
  AppliedSuppression,
  Finding,
  FindingSeverity,
  Violation,
} from "./finding";

/**
 * What `checks` find in `deployments`, errors first, then by path. A finding that several environments share is one
 * finding that names them all.
 */
export function runChecks(
  deployments: readonly Deployment[],
  checks: readonly Check[],
  context: CheckContext = {},
): readonly Finding[] {
  const findings = new Map<string, Finding>();
  const add = (
    { id, severity }: Check,
    violation: Violation,
    environments: readonly string[],
  ): void => {
    const { path, message, fix, position } = violation;
    const key = JSON.stringify([id, path, message, position?.snippet]);
    const known = findings.get(key);
    const suppressed = suppressionOf(id, violation, context);
    findings.set(key, {
      id,
      severity: violation.severity ?? severity,
      path,
      message,
      fix,
      ...(position && { position }),
      environments: [
        ...new Set([...(known?.environments ?? []), ...environments]),
      ],
      ...(suppressed && { suppressed }),
    });
  };
  const fleet = context.fleet ?? deployments;
  for (const check of checks) {
    if (check.scope === "environments") {
      for (const violation of check.run(fleet, context))
        add(
          check,
          violation,
          violation.environments ??
            fleet.map(({ environment }) => environment.name),
        );
      continue;
    }
    for (const deployment of deployments)
      for (const violation of check.run(deployment, context))
        add(check, violation, [deployment.environment.name]);
  }
  return [...findings.values()].sort(
    (a, b) =>
      rank(a.severity) - rank(b.severity) ||
      compare(a.path, b.path) ||
      compare(a.id, b.id),
  );
}

function suppressionOf(
  id: string,
  { suppress = [] }: Violation,
  { today }: CheckContext,
): AppliedSuppression | undefined {
  const found = suppress.find(({ check }) => check === id);
  return (
    found && {
      reason: found.reason,
      until: found.until,
      expired: today !== undefined && today > found.until,
    }
  );
}

const rank = (severity: FindingSeverity): number =>
  severity === "error" ? 0 : 1;
