import { alertmanager, type AlertmanagerIntegration } from "./alertmanager";
import { dingding, type DingDingIntegration } from "./dingding";
import { discord, type DiscordIntegration } from "./discord";
import { email, type EmailIntegration } from "./email";
import { googlechat, type GoogleChatIntegration } from "./googlechat";
import { jira, type JiraIntegration } from "./jira";
import { kafka, type KafkaIntegration } from "./kafka";
import type { KindOfIntegration } from "./kind-of-integration";
import { line, type LineIntegration } from "./line";
import { oncall, type OnCallIntegration } from "./oncall";
import { opsgenie, type OpsGenieIntegration } from "./opsgenie";
import { pagerduty, type PagerDutyIntegration } from "./pagerduty";
import { pushover, type PushoverIntegration } from "./pushover";
import { sensugo, type SensuGoIntegration } from "./sensugo";
import { slack, type SlackIntegration } from "./slack";
import { sns, type SnsIntegration } from "./sns";
import { teams, type TeamsIntegration } from "./teams";
import { telegram, type TelegramIntegration } from "./telegram";
import { threema, type ThreemaIntegration } from "./threema";
import { victorops, type VictorOpsIntegration } from "./victorops";
import { webex, type WebexIntegration } from "./webex";
import { webhook, type WebhookIntegration } from "./webhook";
import { wecom, type WeComIntegration } from "./wecom";

/** One way of reaching somebody: the kinds that the Grafana provider knows. */
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

/** The fields of one kind. */
export type IntegrationOf<Kind extends IntegrationKind> = Extract<
  Integration,
  { readonly kind: Kind }
>;

/** Every kind. A kind that the union has and this does not, or that lacks a part, does not compile. */
export const kindsOfIntegration = {
  alertmanager,
  dingding,
  discord,
  email,
  googlechat,
  jira,
  kafka,
  line,
  oncall,
  opsgenie,
  pagerduty,
  pushover,
  sensugo,
  slack,
  sns,
  teams,
  telegram,
  threema,
  victorops,
  webex,
  webhook,
  wecom,
} satisfies {
  readonly [Kind in IntegrationKind]: KindOfIntegration<IntegrationOf<Kind>>;
};

/** All that there is to know of the kind of an integration. */
export function kindOf({ kind }: Integration): KindOfIntegration<Integration> {
  return kindsOfIntegration[kind];
}

/** Every kind, in alphabetical order. */
export const integrationKinds = Object.keys(
  kindsOfIntegration,
) as readonly IntegrationKind[];

/** Kinds that wake somebody up; a page must reach one of them where the environment has any switched on. */
export const pagingKinds: readonly IntegrationKind[] = integrationKinds.filter(
  (kind) => kindsOfIntegration[kind].pages,
);
