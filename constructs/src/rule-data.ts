import type { RuleGroupRuleData } from "@cdktf/provider-grafana/lib/rule-group";
import { Token } from "cdktf";
import type { Construct } from "constructs";
import type { RuleNode } from "monitoring-as-code/rules";
import { isUid } from "monitoring-as-code";
import { claimProblems } from "./claims";
import { terraformJson } from "./terraform-json";

/** The `data` blocks of a rule; `rule` names it in messages about its JSON. */
export function ruleData(
  construct: Construct,
  rule: string,
  nodes: readonly RuleNode[],
): RuleGroupRuleData[] {
  return nodes.map(
    ({ refId, datasourceUid, queryType, rangeSeconds, model }) => ({
      refId,
      datasourceUid,
      queryType,
      relativeTimeRange: { from: rangeSeconds, to: 0 },
      model: modelJson(construct, rule, model),
    }),
  );
}

/** What is wrong with the uids of datasources: they stand in JSON, where a token would hide the whole query in a plan. */
export function datasourceProblems(
  uids: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return Object.entries(uids).flatMap(([prop, uid]) =>
    uid === undefined || (!Token.isUnresolved(uid) && isUid(uid))
      ? []
      : [
          `'${prop}' must be a fixed uid of at most 40 letters, digits, - or _, got ${Token.isUnresolved(uid) ? "a token" : `"${uid}"`}`,
        ],
  );
}

/**
 * Takes the names of a group and its rules: a second group of the name would overwrite the first, a rule of the uid would
 * leave its group, and below Grafana 12 the titles of a folder's rules are unique.
 */
export function ruleClaimProblems(
  construct: Construct,
  folderUid: string,
  group: string,
  rules: readonly { readonly uid: string; readonly title?: string }[],
): readonly string[] {
  return [
    ...claimProblems(construct, `rule group of folder ${folderUid}`, [group]),
    ...claimProblems(
      construct,
      "rule",
      rules.map(({ uid }) => uid),
    ),
    ...claimProblems(
      construct,
      `title of a rule in folder ${folderUid}`,
      rules.flatMap(({ title = [] }) => title),
    ),
  ];
}

function modelJson(
  construct: Construct,
  rule: string,
  model: RuleNode["model"],
): string {
  try {
    return terraformJson(model);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${construct.node.path}: ${rule}: ${reason}`, {
      cause: error,
    });
  }
}
