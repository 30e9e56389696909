import { compare } from "../internal/text-order";
import type { Deployment } from "../model/deployment";
import type { Suppression } from "../model/suppression";
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
  const applied = new Set<Suppression>();
  const add = (
    { id, severity }: Check,
    violation: Violation,
    environments: readonly string[],
  ): void => {
    const { path, message, fix, position } = violation;
    const key = JSON.stringify([id, path, message, position?.snippet]);
    const known = findings.get(key);
    const suppression = violation.suppress?.find(({ check }) => check === id);
    if (suppression) applied.add(suppression);
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
      ...(suppression && { suppressed: appliedOn(suppression, context) }),
    });
  };
  const fleet = context.fleet ?? deployments;
  const names = fleet.map(({ environment }) => environment.name);
  for (const check of checks) {
    if (check.scope === "suppressions") continue;
    if (check.scope === "environments") {
      for (const violation of check.run(fleet, context))
        add(check, violation, violation.environments ?? names);
      continue;
    }
    for (const deployment of deployments)
      for (const violation of check.run(deployment, context))
        add(check, violation, [deployment.environment.name]);
  }
  if (fleet.every((deployment) => deployments.includes(deployment)))
    for (const check of checks)
      if (check.scope === "suppressions")
        for (const violation of check.run(fleet, applied))
          add(check, violation, names);
  return [...findings.values()].sort(
    (a, b) =>
      rank(a.severity) - rank(b.severity) ||
      compare(a.path, b.path) ||
      compare(a.id, b.id),
  );
}

function appliedOn(
  { reason, until }: Suppression,
  { today }: CheckContext,
): AppliedSuppression {
  return { reason, until, expired: today !== undefined && today > until };
}

const rank = (severity: FindingSeverity): number =>
  severity === "error" ? 0 : 1;
