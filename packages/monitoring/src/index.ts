export { defineProject, environmentNamed } from "./project";
export type { Project, ProjectTeam } from "./model/project";
export { duplicatesIn } from "./internal/duplicates";
export { refusedBy, type Problem, type Server } from "./internal/problem";
export { httpUrlProblem } from "./internal/http-url";
export { memoize } from "./internal/memoize";
export { compare } from "./internal/text-order";
export type { AlertGroup, AlertRule, Condition } from "./model/alert-rule";
export type {
  DingDingIntegration,
  DiscordIntegration,
  GoogleChatIntegration,
  LineIntegration,
  SlackIntegration,
  TeamsIntegration,
  TelegramIntegration,
  ThreemaIntegration,
  WeComIntegration,
  WebexIntegration,
} from "./model/chat-integrations";
export { panelOf, type Dashboard, type PanelRef } from "./model/dashboard";
export type { DataSource, DataSourceDefinition } from "./model/data-source";
export type {
  DeployedAlert,
  DeployedAlertGroup,
  DeployedRecording,
  DeployedRecordingGroup,
  DeployedSystem,
  Deployment,
  Notifications,
} from "./model/deployment";
export {
  canonicalDuration,
  isDuration,
  secondsIn,
  type Duration,
} from "./model/duration";
export type {
  Environment,
  StateBackend,
  StorageSettings,
} from "./model/environment";
export type { IntegrationBase } from "./model/integration-base";
export {
  integrationKinds,
  type Integration,
  type IntegrationKind,
} from "./model/integration";
export { systemLabel, type Labels } from "./model/labels";
export { is, isNot, matchersFor, matches, type Matcher } from "./model/matcher";
export type {
  AlertmanagerIntegration,
  EmailIntegration,
  JiraIntegration,
  KafkaIntegration,
  SensuGoIntegration,
  SnsIntegration,
  WebhookIntegration,
} from "./model/message-integrations";
export type { MessageTemplate } from "./model/message-template";
export type { Metric, ScrapeJob } from "./model/metric";
export type {
  MonitoredSystem,
  SystemNotifications,
} from "./model/monitored-system";
export type { MuteTiming, TimeInterval, Weekday } from "./model/mute-timing";
export type { RootNotifications } from "./model/notifications";
export type {
  OnCallIntegration,
  OpsGenieIntegration,
  OpsGenieResponder,
  PagerDutyIntegration,
  PushoverIntegration,
  VictorOpsIntegration,
} from "./model/paging-integrations";
export type { Receiver } from "./model/receiver";
export type { RecordingGroup, RecordingRule } from "./model/recording-rule";
export type { InhibitionRule, RootRoute, Route } from "./model/route";
export { isSecret, secret, type Secret } from "./model/secret";
export type { Severity } from "./model/severity";
export type { BurnTier, Slo } from "./model/slo";
export type { Suppression } from "./model/suppression";
export { isUid, kebabCase, uidOf } from "./model/uid";
