import type { ResourceChange } from "../resource-change";
import { rulesOf, type RuleContent } from "./rule-content";

/** A rule on both sides, or on one. */
export interface RulePair {
  readonly before?: RuleContent;
  readonly after?: RuleContent;
}

/** The rules of both sides by uid, wherever they are; rules without uid by their names within their groups. */
export function matchRules(
  changes: readonly ResourceChange[],
): readonly RulePair[] {
  const was = byIdentity(rulesOf(changes, "before"));
  const is = byIdentity(rulesOf(changes, "after"));
  return [...new Set([...was.keys(), ...is.keys()])].map((identity) => {
    const before = was.get(identity);
    const after = is.get(identity);
    return { ...(before && { before }), ...(after && { after }) };
  });
}

function byIdentity(
  rules: readonly RuleContent[],
): ReadonlyMap<string, RuleContent> {
  return new Map(
    rules.map((rule) => [
      rule.uid === "" ? `${rule.address}/${rule.name}` : rule.uid,
      rule,
    ]),
  );
}
