import type { AlertRule } from "./alert-rule";
import type { Dashboard } from "./dashboard";
import type {
  DataSource,
  DataSourceDefinition,
} from "../data-sources/data-source";
import type { Duration } from "./duration";
import type { Environment } from "./environment";
import type { Labels } from "./labels";
import type { MessageTemplate } from "./message-template";
import type { MonitoredSystem } from "./monitored-system";
import type { MuteTiming } from "./mute-timing";
import type { ProjectTeam } from "./project";
import type { Receiver } from "./receiver";
import type { RecordingRule } from "./recording-rule";
import type { InhibitionRule, RootRoute } from "./route";
import type { Scope } from "./scope";
import type { Slo } from "./slo";

/** An alert rule as it is deployed: query scoped to its system, labels and annotations complete. */
export interface DeployedAlert extends AlertRule {
  /** From system and name, the same in every environment. */
  readonly uid: string;
  /** With `system`, `severity` and `team`. */
  readonly labels: Labels;
  /** With `summary`, `description` and `runbook_url`, in the spelling of Prometheus (`$value`). */
  readonly annotations: Readonly<Record<string, string>>;
}

/** A recording rule as it is deployed: query scoped to its system, carrying its label on. */
export interface DeployedRecording extends RecordingRule {
  readonly uid: string;
  /** With `system`, unless the rule's system observes all. */
  readonly labels: Labels;
}

export interface DeployedAlertGroup {
  readonly name: string;
  readonly interval: Duration;
  readonly alerts: readonly DeployedAlert[];
}

export interface DeployedRecordingGroup {
  readonly name: string;
  readonly interval: Duration;
  readonly recordings: readonly DeployedRecording[];
}

/** A system in one environment: SLOs expanded to rules, rules that need more history than is kept left out. */
export interface DeployedSystem {
  readonly id: string;
  readonly title: string;
  /** What was written, for checks that compare it with what is deployed. */
  readonly source: MonitoredSystem;
  readonly dashboards: readonly Dashboard[];
  readonly alertGroups: readonly DeployedAlertGroup[];
  readonly recordingGroups: readonly DeployedRecordingGroup[];
  /** With the period that the environment supports. */
  readonly slos: readonly Slo[];
}

/** Routing of a whole environment: the systems' trees below one root, names prefixed with the system's id. */
export interface Notifications {
  /** With at least one integration each, all switched on in the environment. */
  readonly receivers: readonly Receiver[];
  readonly route: RootRoute;
  readonly inhibitions: readonly InhibitionRule[];
  readonly muteTimings: readonly MuteTiming[];
  readonly templates: readonly MessageTemplate[];
}

/** All that one environment is: what constructs define, files render, checks prove and reviews compare. */
export interface Deployment {
  readonly environment: Environment;
  readonly team: ProjectTeam;
  /** Uid of the dashboard that people see first. @default - the first dashboard of the first system that has one */
  readonly homeDashboard?: string;
  /** How the metrics of systems are told apart. @default { label: "system" } */
  readonly scope?: Scope;
  /** Those that the environment has. */
  readonly dataSources: readonly DataSource[];
  /** All that the project and its systems define, with or without an address in this environment. */
  readonly definedDataSources: readonly DataSourceDefinition[];
  readonly systems: readonly DeployedSystem[];
  readonly notifications: Notifications;
}
