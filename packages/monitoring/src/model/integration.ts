import type {
  DingDingIntegration,
  DiscordIntegration,
  GoogleChatIntegration,
  LineIntegration,
  SlackIntegration,
  TeamsIntegration,
  TelegramIntegration,
  ThreemaIntegration,
  WebexIntegration,
  WeComIntegration,
} from "./chat-integrations";
import type {
  AlertmanagerIntegration,
  EmailIntegration,
  JiraIntegration,
  KafkaIntegration,
  SensuGoIntegration,
  SnsIntegration,
  WebhookIntegration,
} from "./message-integrations";
import type {
  OnCallIntegration,
  OpsGenieIntegration,
  PagerDutyIntegration,
  PushoverIntegration,
  VictorOpsIntegration,
} from "./paging-integrations";

/** One way of reaching somebody: the 22 kinds that the Grafana provider knows. */
export type Integration =
  | AlertmanagerIntegration
  | DingDingIntegration
  | DiscordIntegration
  | EmailIntegration
  | GoogleChatIntegration
  | JiraIntegration
  | KafkaIntegration
  | LineIntegration
  | OnCallIntegration
  | OpsGenieIntegration
  | PagerDutyIntegration
  | PushoverIntegration
  | SensuGoIntegration
  | SlackIntegration
  | SnsIntegration
  | TeamsIntegration
  | TelegramIntegration
  | ThreemaIntegration
  | VictorOpsIntegration
  | WebexIntegration
  | WebhookIntegration
  | WeComIntegration;

export type IntegrationKind = Integration["kind"];

/** Kinds that wake somebody up; a page must reach one of them where the environment has any switched on. */
export const pagingKinds: readonly IntegrationKind[] = [
  "oncall",
  "opsgenie",
  "pagerduty",
  "pushover",
  "victorops",
];

/** Every kind, in alphabetical order. */
export const integrationKinds: readonly IntegrationKind[] = [
  "alertmanager",
  "dingding",
  "discord",
  "email",
  "googlechat",
  "jira",
  "kafka",
  "line",
  "oncall",
  "opsgenie",
  "pagerduty",
  "pushover",
  "sensugo",
  "slack",
  "sns",
  "teams",
  "telegram",
  "threema",
  "victorops",
  "webex",
  "webhook",
  "wecom",
];
