import type { ContactPointConfig } from "@cdktf/provider-grafana/lib/contact-point";
import { compare, type Integration, type IntegrationKind } from "monitoring-as-code";
import type { Secrets } from "./block";
import {
  dingDingBlock,
  discordBlock,
  googleChatBlock,
  lineBlock,
  slackBlock,
  teamsBlock,
  telegramBlock,
  threemaBlock,
  webexBlock,
  weComBlock,
} from "./chat-blocks";
import {
  alertmanagerBlock,
  emailBlock,
  jiraBlock,
  kafkaBlock,
  sensuGoBlock,
  snsBlock,
  webhookBlock,
} from "./message-blocks";
import {
  onCallBlock,
  opsGenieBlock,
  pagerDutyBlock,
  pushoverBlock,
  victorOpsBlock,
} from "./paging-blocks";

/** The blocks of a contact point, by kind. */
export type IntegrationBlocks = Pick<ContactPointConfig, IntegrationKind>;

/** The same with lists that are known to be none of Terraform's expressions. */
type OneBlock = {
  readonly [Kind in IntegrationKind]?: Extract<
    ContactPointConfig[Kind],
    readonly unknown[]
  >;
};

/**
 * The blocks of a contact point for its integrations. Kinds are named as their blocks are; several of a kind stand in an
 * order that does not depend on how they were written, because Terraform reads them as a set.
 */
export function integrationBlocks(
  integrations: readonly Integration[],
  secrets: Secrets,
): IntegrationBlocks {
  const merged = new Map<string, unknown[]>();
  for (const integration of inOrder(integrations)) {
    const [[kind, blocks] = ["", []]] = Object.entries(
      blockOf(integration, secrets),
    );
    merged.set(kind, [...(merged.get(kind) ?? []), ...blocks]);
  }
  return Object.fromEntries(merged);
}

function inOrder(integrations: readonly Integration[]): readonly Integration[] {
  const keyed = integrations.map(
    (integration) => [JSON.stringify(integration), integration] as const,
  );
  return keyed
    .sort(([a], [b]) => compare(a, b))
    .map(([, integration]) => integration);
}

function blockOf(integration: Integration, secrets: Secrets): OneBlock {
  switch (integration.kind) {
    case "alertmanager":
      return { alertmanager: [alertmanagerBlock(integration, secrets)] };
    case "dingding":
      return { dingding: [dingDingBlock(integration, secrets)] };
    case "discord":
      return { discord: [discordBlock(integration, secrets)] };
    case "email":
      return { email: [emailBlock(integration)] };
    case "googlechat":
      return { googlechat: [googleChatBlock(integration, secrets)] };
    case "jira":
      return { jira: [jiraBlock(integration, secrets)] };
    case "kafka":
      return { kafka: [kafkaBlock(integration, secrets)] };
    case "line":
      return { line: [lineBlock(integration, secrets)] };
    case "oncall":
      return { oncall: [onCallBlock(integration, secrets)] };
    case "opsgenie":
      return { opsgenie: [opsGenieBlock(integration, secrets)] };
    case "pagerduty":
      return { pagerduty: [pagerDutyBlock(integration, secrets)] };
    case "pushover":
      return { pushover: [pushoverBlock(integration, secrets)] };
    case "sensugo":
      return { sensugo: [sensuGoBlock(integration, secrets)] };
    case "slack":
      return { slack: [slackBlock(integration, secrets)] };
    case "sns":
      return { sns: [snsBlock(integration, secrets)] };
    case "teams":
      return { teams: [teamsBlock(integration, secrets)] };
    case "telegram":
      return { telegram: [telegramBlock(integration, secrets)] };
    case "threema":
      return { threema: [threemaBlock(integration, secrets)] };
    case "victorops":
      return { victorops: [victorOpsBlock(integration, secrets)] };
    case "webex":
      return { webex: [webexBlock(integration, secrets)] };
    case "webhook":
      return { webhook: [webhookBlock(integration, secrets)] };
    case "wecom":
      return { wecom: [weComBlock(integration, secrets)] };
  }
}
