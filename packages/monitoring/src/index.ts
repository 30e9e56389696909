export { defineProject, environmentNamed } from "./project/define-project";
export type { Project, ProjectTeam } from "./model/project";
export { duplicatesIn } from "./internal/duplicates";
export {
  refusedBy,
  warningsIn,
  type Problem,
  type Server,
} from "./internal/problem";
export { httpUrlProblem } from "./internal/http-url";
export { memoize } from "./internal/memoize";
export { sortedKeys } from "./internal/sorted-keys";
export { compare } from "./internal/text-order";
export type { AlertGroup, AlertRule, Condition } from "./model/alert-rule";
export { panelOf, type Dashboard, type PanelRef } from "./model/dashboard";
export type {
  DataSource,
  DataSourceDefinition,
} from "./data-sources/data-source";
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
export { systemLabel, type Labels } from "./model/labels";
export { systemScope, type Scope } from "./model/scope";
export {
  is,
  isNot,
  matchersFor,
  matches,
  matchesNot,
  type Matcher,
} from "./model/matcher";
export type { MessageTemplate } from "./model/message-template";
export type { Metric, ScrapeJob } from "./model/metric";
export type {
  MonitoredSystem,
  SystemNotifications,
} from "./model/monitored-system";
export type { MuteTiming, TimeInterval, Weekday } from "./model/mute-timing";
export type { RootNotifications } from "./model/notifications";
export type { Receiver } from "./model/receiver";
export type { RecordingGroup, RecordingRule } from "./model/recording-rule";
export type { InhibitionRule, RootRoute, Route } from "./model/route";
export { isSecret, secret, type Secret } from "./model/secret";
export type { Severity } from "./model/severity";
export type { BurnTier, Slo } from "./model/slo";
export type { Suppression } from "./model/suppression";
export { isUid, kebabCase, uidOf } from "./model/uid";
export type { AlertmanagerIntegration } from "./notifications/integrations/alertmanager";
export type { DingDingIntegration } from "./notifications/integrations/dingding";
export type { DiscordIntegration } from "./notifications/integrations/discord";
export type { EmailIntegration } from "./notifications/integrations/email";
export type { GoogleChatIntegration } from "./notifications/integrations/googlechat";
export type { JiraIntegration } from "./notifications/integrations/jira";
export type { KafkaIntegration } from "./notifications/integrations/kafka";
export type { LineIntegration } from "./notifications/integrations/line";
export type { OnCallIntegration } from "./notifications/integrations/oncall";
export type { PagerDutyIntegration } from "./notifications/integrations/pagerduty";
export type { PushoverIntegration } from "./notifications/integrations/pushover";
export type { SensuGoIntegration } from "./notifications/integrations/sensugo";
export type { SlackIntegration } from "./notifications/integrations/slack";
export type { SnsIntegration } from "./notifications/integrations/sns";
export type { TeamsIntegration } from "./notifications/integrations/teams";
export type { TelegramIntegration } from "./notifications/integrations/telegram";
export type { ThreemaIntegration } from "./notifications/integrations/threema";
export type { VictorOpsIntegration } from "./notifications/integrations/victorops";
export type { WebexIntegration } from "./notifications/integrations/webex";
export type { WebhookIntegration } from "./notifications/integrations/webhook";
export type { WeComIntegration } from "./notifications/integrations/wecom";
export type {
  OpsGenieIntegration,
  OpsGenieResponder,
} from "./notifications/integrations/opsgenie";
export {
  integrationKinds,
  kindsOfIntegration,
  type Integration,
  type IntegrationKind,
  type IntegrationOf,
} from "./notifications/integrations/integration";
export type { SecretTokens } from "./notifications/integrations/kind-of-integration";
