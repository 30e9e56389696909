import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { refusedBy, type DeployedSystem, type Scope } from "monitoring-as-code";
import { groupNameProblems } from "monitoring-as-code/rules";
import { AlertRuleGroup } from "./alert-rule-group";
import { DashboardFolder } from "./dashboard-folder";
import { GrafanaSlo } from "./grafana-slo";
import { rejectInvalidProps } from "./invalid-props";
import { RecordingRuleGroup } from "./recording-rule-group";
import type { Team } from "./team";

export interface SystemMonitoringProps {
  readonly system: DeployedSystem;
  /** Who may change what is in the folder. */
  readonly team: Team;
  /** Fixed uid of the datasource that PromQL is for. */
  readonly prometheusUid: string;
  /** Fixed uid of the datasource that LogQL is for. @default - alerts on logs are refused */
  readonly lokiUid?: string;
  /** Major version of the server. */
  readonly grafanaVersion: number;
  /** Whether Grafana evaluates the rules, rather than Prometheus from files. */
  readonly evaluation: boolean;
  /** Whether SLOs are Grafana Cloud's own, which alert by themselves. @default false */
  readonly cloudSlos?: boolean;
  /** How the project tells the metrics of systems apart. @default { label: "system" } */
  readonly scope?: Scope;
  /** What rules come after: datasources and routing. */
  readonly ruleDependencies: readonly ITerraformDependable[];
  /** Refuses to delete the folder while it holds dashboards or rules. @default true */
  readonly deletionProtection?: boolean;
}

/** Defines what Grafana knows of one system: a folder, its dashboards, and its rules where Grafana evaluates them. */
export class SystemMonitoring extends Construct {
  readonly folder: DashboardFolder;

  constructor(scope: Construct, id: string, props: SystemMonitoringProps) {
    super(scope, id);
    const { system, team, deletionProtection = true } = props;
    this.folder = new DashboardFolder(this, "folder", {
      uid: system.id,
      title: system.title,
      dashboards: system.dashboards,
      // What is changed in the browser is lost with the next deploy; a team can still try out a change there.
      rolePermissions: { Viewer: "View", Editor: "View" },
      teamPermissions: [{ team, permission: "Edit" }],
      deletionProtection,
    });
    if (props.evaluation) this.defineRules(props);
    if (props.cloudSlos === true) this.defineSlos(props);
  }

  private defineRules({
    system,
    prometheusUid,
    lokiUid,
    grafanaVersion,
    ruleDependencies,
  }: SystemMonitoringProps): void {
    rejectInvalidProps(this, refusedBy("grafana", groupNameProblems(system)));
    const shared = {
      folderUid: this.folder.uid,
      prometheusUid,
      dependsOn: ruleDependencies,
    };
    const recordings = new Construct(this, "recordings");
    for (const group of system.recordingGroups)
      new RecordingRuleGroup(recordings, group.name, { ...shared, group });
    const alerts = new Construct(this, "alerts");
    for (const group of system.alertGroups)
      new AlertRuleGroup(alerts, group.name, {
        ...shared,
        group,
        grafanaVersion,
        ...(lokiUid === undefined ? {} : { lokiUid }),
      });
  }

  private defineSlos({
    system,
    prometheusUid,
    ruleDependencies,
    scope,
  }: SystemMonitoringProps): void {
    const slos = new Construct(this, "slos");
    for (const slo of system.slos)
      new GrafanaSlo(slos, slo.id, {
        slo,
        systemId: system.id,
        observes: system.source.observes ?? "own",
        ...(scope === undefined ? {} : { scope }),
        prometheusUid,
        folderUid: this.folder.uid,
        dependsOn: ruleDependencies,
      });
  }
}
