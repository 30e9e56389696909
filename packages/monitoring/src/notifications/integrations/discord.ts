import type { Secret } from "../../model/secret";
import { brokenRules } from "../../rules/rule-table";
import {
  defaultTemplates,
  needsVersion,
  secretFile,
  type AlertmanagerConfigs,
  type AlertmanagerContext,
} from "./alertmanager-form";
import {
  given,
  needed,
  sendResolved,
  type AlertmanagerFields,
} from "./alertmanager-fields";
import { urlRule } from "./field-rules";
import {
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

/** Discord webhook. */
export interface DiscordIntegration extends IntegrationBase {
  readonly kind: "discord";
  readonly url: Secret;
  /** @default - Grafana's */
  readonly title?: string;
  /** @default - Grafana's */
  readonly message?: string;
  /** @default - Grafana's logo */
  readonly avatarUrl?: string;
  /** @default false */
  readonly useDiscordUsername?: boolean;
}

export const discord = {
  pages: false,
  problems,
  terraformBlock,
  alertmanager: {
    section: "discord_configs",
    sendResolved: true,
    secrets: ["webhook_url"],
    inherited: {},
    defaults: defaultTemplates("discord", {
      title: "title",
      message: "message",
    }),
    http: true,
    write,
    read,
  },
} satisfies KindOfIntegration<DiscordIntegration>;

function problems({ avatarUrl }: DiscordIntegration): readonly string[] {
  return brokenRules([urlRule("avatarUrl", avatarUrl)]);
}

function terraformBlock(
  integration: DiscordIntegration,
  secrets: SecretTokens,
) {
  const { url, title, message, avatarUrl } = integration;
  const { useDiscordUsername = false } = integration;
  return {
    ...resolveMessage(integration),
    url: secrets(url),
    title,
    message,
    avatarUrl,
    useDiscordUsername,
  };
}

/** Discord; its webhook can be read from a file since 0.28. */
function write(
  integration: DiscordIntegration,
  context: AlertmanagerContext,
): AlertmanagerConfigs {
  if (context.minor < 28) {
    return needsVersion(28, "reading the webhook of Discord from a file");
  }
  context.unknown({ useDiscordUsername: integration.useDiscordUsername });
  return [
    {
      send_resolved: integration.sendResolved ?? true,
      webhook_url_file: secretFile(integration.url),
      title: context.text("title", integration.title),
      message: context.text("message", integration.message),
      avatar_url: integration.avatarUrl,
    },
  ];
}

/** Discord, by its webhook. */
function read(fields: AlertmanagerFields): DiscordIntegration | undefined {
  const url = fields.secret("webhook_url");
  if (url === undefined) return needed(fields, "webhook_url");
  return {
    kind: "discord",
    url,
    ...given({
      title: fields.template("title"),
      message: fields.template("message"),
      avatarUrl: fields.text("avatar_url"),
    }),
    ...sendResolved(fields),
  };
}
