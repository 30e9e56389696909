import type { SmtpSettings } from "../../model/environment";
import type { Integration } from "../../model/integration";
import {
  discordConfig,
  slackConfig,
  teamsConfig,
  telegramConfig,
  webexConfig,
  wecomConfig,
} from "./chat-configs";
import {
  emailConfig,
  jiraConfig,
  snsConfig,
  webhookConfig,
} from "./message-configs";
import {
  opsgenieConfig,
  pagerdutyConfig,
  pushoverConfig,
} from "./paging-configs";
import type { RenderContext } from "./render-context";
import type { RenderedIntegration } from "./rendered-integration";

/** An integration for Alertmanager. Secrets are names of files; what has no file, or no place at all, is left out. */
export function integrationConfig(
  integration: Integration,
  context: RenderContext,
  smtp: SmtpSettings | undefined,
): RenderedIntegration {
  switch (integration.kind) {
    case "discord":
      return discordConfig(integration, context);
    case "email":
      return emailConfig(integration, context, smtp);
    case "jira":
      return jiraConfig(integration, context);
    case "opsgenie":
      return opsgenieConfig(integration, context);
    case "pagerduty":
      return pagerdutyConfig(integration, context);
    case "pushover":
      return pushoverConfig(integration, context);
    case "slack":
      return slackConfig(integration, context);
    case "sns":
      return snsConfig(integration, context);
    case "teams":
      return teamsConfig(integration, context);
    case "telegram":
      return telegramConfig(integration, context);
    case "webex":
      return webexConfig(integration, context);
    case "webhook":
      return webhookConfig(integration, context);
    case "wecom":
      return wecomConfig(integration, context);
    case "victorops":
      return {
        omitted:
          "Alertmanager needs key and routing key of Splunk On-Call apart, not its whole address",
      };
    case "oncall":
      return {
        omitted:
          "Alertmanager has no integration for Grafana OnCall; its payload is Grafana's",
      };
    case "alertmanager":
    case "dingding":
    case "googlechat":
    case "kafka":
    case "line":
    case "sensugo":
    case "threema":
      return {
        omitted: `Alertmanager has no integration of kind ${integration.kind}`,
      };
  }
}
