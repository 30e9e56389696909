import {
  RuleGroup,
  type RuleGroupRule,
} from "@cdktf/provider-grafana/lib/rule-group";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import {
  queryRef,
  queryNode,
  recordingGroupProblems,
  recordingTitle,
} from "monitoring-as-code/rules";
import {
  type DeployedRecording,
  type DeployedRecordingGroup,
  refusedBy,
  secondsIn,
  sortedKeys,
} from "monitoring-as-code";
import { provenanceProblems } from "./claims";
import { rejectInvalidProps } from "./invalid-props";
import { literal } from "./literal-text";
import { datasourceProblems, ruleClaimProblems, ruleData } from "./rule-data";

export interface RecordingRuleGroupProps {
  readonly group: DeployedRecordingGroup;
  /** The folder's uid, as a token of the folder. */
  readonly folderUid: string;
  /** Fixed uid of the datasource that is read. */
  readonly prometheusUid: string;
  /** Fixed uid of the datasource that is written to. @default - the one that is read */
  readonly targetUid?: string;
  /** Whether it may be changed in the browser; the same for all alerting resources of a stack. @default false */
  readonly editable?: boolean;
  /** What must exist first: datasources, because rules name them by fixed uids. @default [] */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * Defines one group of recording rules in a folder, in the order given, because one may read what the one before it
 * writes. Alerts are in other groups: Terraform tells rules apart by position, and an update fails where a recording rule
 * comes to stand where an alert was.
 */
export class RecordingRuleGroup extends Construct {
  readonly resource: RuleGroup;

  constructor(scope: Construct, id: string, props: RecordingRuleGroupProps) {
    super(scope, id);
    const { group, folderUid, prometheusUid } = props;
    const {
      targetUid = prometheusUid,
      editable = false,
      dependsOn = [],
    } = props;
    rejectInvalidProps(this, [
      ...datasourceProblems({ prometheusUid, targetUid: props.targetUid }),
      ...refusedBy("grafana", recordingGroupProblems(group)),
      ...ruleClaimProblems(this, folderUid, group.name, group.recordings),
      ...provenanceProblems(this, editable),
    ]);

    this.resource = new RuleGroup(this, "group", {
      name: literal(group.name),
      folderUid,
      intervalSeconds: secondsIn(group.interval),
      disableProvenance: editable,
      rule: group.recordings.map((recording) =>
        this.ruleBlock(recording, prometheusUid, targetUid),
      ),
      dependsOn: dependsOn.length === 0 ? undefined : [...dependsOn],
    });
  }

  private ruleBlock(
    recording: DeployedRecording,
    prometheus: string,
    targetDatasourceUid: string,
  ): RuleGroupRule {
    return {
      name: literal(recordingTitle(recording)),
      uid: recording.uid,
      isPaused: false,
      labels: literal(sortedKeys(recording.labels)),
      record: { metric: recording.record, from: queryRef, targetDatasourceUid },
      data: ruleData(this, `recording "${recording.record}"`, [
        queryNode(recording, { prometheus }),
      ]),
    };
  }
}
