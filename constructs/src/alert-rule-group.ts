import {
  RuleGroup,
  type RuleGroupRule,
} from "@cdktf/provider-grafana/lib/rule-group";
import { Annotations, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import {
  alertGroupProblems,
  alertNodes,
  conditionRef,
  grafanaAnnotation,
  sameTitlesSince,
} from "monitoring-as-code/rules";
import {
  compare,
  type DeployedAlert,
  type DeployedAlertGroup,
  canonicalDuration,
  refusedBy,
  secondsIn,
  sortedKeys,
  warningsIn,
} from "monitoring-as-code";
import { provenanceProblems } from "./claims";
import { rejectInvalidProps } from "./invalid-props";
import { literal } from "./literal-text";
import { datasourceProblems, ruleClaimProblems, ruleData } from "./rule-data";

export interface AlertRuleGroupProps {
  readonly group: DeployedAlertGroup;
  /** The folder's uid, as a token of the folder. */
  readonly folderUid: string;
  /** Fixed uid of the datasource that PromQL is for. */
  readonly prometheusUid: string;
  /** Fixed uid of the datasource that LogQL is for. @default - alerts on logs are refused */
  readonly lokiUid?: string;
  /** Major version of the server. */
  readonly grafanaVersion: number;
  /** Whether it may be changed in the browser; the same for all alerting resources of a stack. @default false */
  readonly editable?: boolean;
  /** What must exist first: datasources, because rules name them by fixed uids, and the routing tree. @default [] */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * Defines one group of alert rules in a folder.
 *
 * The provider holds rules as a list and Terraform compares the first with the first, so an inserted rule shows every rule
 * below it as changed; Grafana goes by uid and resets none of them. A rule that moves to another group is a change of two
 * resources in an order that Terraform chooses: leave it out of the old group, apply, add it to the new one.
 */
export class AlertRuleGroup extends Construct {
  readonly resource: RuleGroup;

  constructor(scope: Construct, id: string, props: AlertRuleGroupProps) {
    super(scope, id);
    const { group, folderUid, prometheusUid, lokiUid } = props;
    const { grafanaVersion, editable = false, dependsOn = [] } = props;
    const datasources = { prometheus: prometheusUid, loki: lokiUid };
    const context = {
      grafanaVersion,
      datasources:
        lokiUid === undefined
          ? (["prometheus"] as const)
          : (["prometheus", "loki"] as const),
    };
    const problems = alertGroupProblems(group, context);
    rejectInvalidProps(this, [
      ...datasourceProblems({ prometheusUid, lokiUid }),
      ...refusedBy("grafana", problems),
      ...ruleClaimProblems(
        this,
        folderUid,
        group.name,
        group.alerts.map(({ uid, alert }) =>
          grafanaVersion < sameTitlesSince ? { uid, title: alert } : { uid },
        ),
      ),
      ...provenanceProblems(this, editable),
    ]);
    for (const warning of warningsIn(problems))
      Annotations.of(this).addWarning(warning);

    this.resource = new RuleGroup(this, "group", {
      name: literal(group.name),
      folderUid,
      intervalSeconds: secondsIn(group.interval),
      disableProvenance: editable,
      // Blocks are told apart by position, alerts of a group do not depend on one another: any fixed order will do.
      rule: [...group.alerts]
        .sort((a, b) => compare(a.alert, b.alert) || compare(a.uid, b.uid))
        .map((alert) => this.ruleBlock(alert, datasources)),
      dependsOn: dependsOn.length === 0 ? undefined : [...dependsOn],
    });
  }

  private ruleBlock(
    alert: DeployedAlert,
    datasources: { readonly prometheus: string; readonly loki?: string },
  ): RuleGroupRule {
    const { alert: title, uid, for: pending = "0s", keepFiringFor } = alert;
    const { noData = "OK", onError = "Error", paused = false } = alert;
    return {
      name: literal(title),
      uid,
      condition: conditionRef,
      for: canonicalDuration(pending),
      keepFiringFor:
        keepFiringFor === undefined
          ? undefined
          : canonicalDuration(keepFiringFor),
      noDataState: noData,
      execErrState: onError,
      isPaused: paused,
      labels: literal(sortedKeys(alert.labels)),
      annotations: literal(annotationsOf(alert)),
      data: ruleData(this, `alert "${title}"`, alertNodes(alert, datasources)),
    };
  }
}

/** Grafana links an alert to a panel by two annotations, which it wants both or none of. */
function annotationsOf({
  annotations,
  panel,
}: DeployedAlert): Record<string, string> {
  const translated = Object.fromEntries(
    Object.entries(annotations).map(([annotation, text]) => [
      annotation,
      grafanaAnnotation(text).text,
    ]),
  );
  return sortedKeys({
    ...translated,
    ...(panel && {
      __dashboardUid__: panel.dashboardUid,
      __panelId__: String(panel.panelId),
    }),
  });
}
