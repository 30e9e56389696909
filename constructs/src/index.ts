export { AlertRuleGroup, type AlertRuleGroupProps } from "./alert-rule-group";
export { Annotation, type AnnotationProps } from "./annotation";
export { ArtefactBucket, type ArtefactBucketProps } from "./artefact-bucket";
export { type AwsProviderProps, defineAwsProvider } from "./aws-provider";
export { defineBackend } from "./backends";
export { BackupBucket, type BackupBucketProps } from "./backup-bucket";
export {
  BucketLifecycle,
  type BucketLifecycleProps,
  type Retention,
} from "./bucket-lifecycle";
export { ContactPoint, type ContactPointProps } from "./contact-point";
export { ContactPoints, type ContactPointsProps } from "./contact-points";
export {
  DashboardFolder,
  type DashboardFolderProps,
  type FolderPermission,
} from "./dashboard-folder";
export { Dashboard, type DashboardProps } from "./dashboard";
export { DataSources, type DataSourcesProps } from "./data-sources";
export {
  type GrafanaProviderProps,
  defineGrafanaProvider,
} from "./grafana-provider";
export { GrafanaSlo, type GrafanaSloProps } from "./grafana-slo";
export { InhibitionRules, type InhibitionRulesProps } from "./inhibition-rules";
export {
  LongTermStorage,
  type LongTermStorageProps,
} from "./long-term-storage";
export {
  MessageTemplates,
  type MessageTemplatesProps,
} from "./message-templates";
export { MonitoringStack, type MonitoringStackProps } from "./monitoring-stack";
export { MuteTimings, type MuteTimingsProps } from "./mute-timings";
export {
  NotificationPolicy,
  type NotificationPolicyProps,
} from "./notification-policy";
export {
  NotificationRouting,
  type NotificationRoutingProps,
} from "./notification-routing";
export {
  OrganizationPreferences,
  type OrganizationPreferencesProps,
} from "./organization-preferences";
export { Playlist, type PlaylistProps } from "./playlist";
export { PrivateBucket, type PrivateBucketProps } from "./private-bucket";
export {
  RecordingRuleGroup,
  type RecordingRuleGroupProps,
} from "./recording-rule-group";
export { Secrets } from "./secrets";
export { ServiceAccount, type ServiceAccountProps } from "./service-account";
export { StateStack, type StateStackProps } from "./state-stack";
export { Storage, type StorageProps } from "./storage";
export {
  SystemMonitoring,
  type SystemMonitoringProps,
} from "./system-monitoring";
export { Team, type TeamProps } from "./team";
