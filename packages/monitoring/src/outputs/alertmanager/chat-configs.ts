import type {
  DiscordIntegration,
  SlackIntegration,
  TeamsIntegration,
  TelegramIntegration,
  WebexIntegration,
  WeComIntegration,
} from "../../model/chat-integrations";
import { httpConfig } from "./http-config";
import { secretFile, type RenderContext } from "./render-context";
import {
  needsVersion,
  rendered,
  type RenderedIntegration,
} from "./rendered-integration";

/** Slack; the chat API is its own address with the token as authorization. */
export function slackConfig(
  integration: SlackIntegration,
  context: RenderContext,
): RenderedIntegration {
  const { url, token, endpointUrl, sendResolved = true } = integration;
  const target =
    url === undefined
      ? {
          api_url: endpointUrl ?? "https://slack.com/api/chat.postMessage",
          http_config: httpConfig({ authorizationCredentials: token }),
        }
      : { api_url_file: secretFile(url) };
  if (url !== undefined) context.unknown({ endpointUrl });
  return rendered("slack_configs", {
    send_resolved: sendResolved,
    ...target,
    channel: integration.channel,
    username: context.text("username", integration.username),
    icon_emoji: integration.iconEmoji,
    icon_url: integration.iconUrl,
    pretext: mentions(integration),
    title: context.text("title", integration.title),
    text: context.text("text", integration.text),
    color: context.text("color", integration.color),
  });
}

/** Slack's own markup for people, groups and everybody. */
function mentions({
  mentionChannel,
  mentionUsers = [],
  mentionGroups = [],
}: SlackIntegration): string | undefined {
  const text = [
    ...(mentionChannel === undefined ? [] : [`<!${mentionChannel}>`]),
    ...mentionUsers.map((user) => `<@${user}>`),
    ...mentionGroups.map((group) => `<!subteam^${group}>`),
  ].join(" ");
  return text === "" ? undefined : text;
}

/** Discord; its webhook can be read from a file since 0.28. */
export function discordConfig(
  integration: DiscordIntegration,
  context: RenderContext,
): RenderedIntegration {
  if (context.minor < 28) {
    return needsVersion(28, "reading the webhook of Discord from a file");
  }
  context.unknown({ useDiscordUsername: integration.useDiscordUsername });
  return rendered("discord_configs", {
    send_resolved: integration.sendResolved ?? true,
    webhook_url_file: secretFile(integration.url),
    title: context.text("title", integration.title),
    message: context.text("message", integration.message),
    avatar_url: integration.avatarUrl,
  });
}

/** Microsoft Teams; the receiver exists since 0.26, its webhook can be read from a file since 0.28. */
export function teamsConfig(
  integration: TeamsIntegration,
  context: RenderContext,
): RenderedIntegration {
  if (context.minor < 28) {
    return needsVersion(28, "reading the webhook of Teams from a file");
  }
  context.unknown({ sectionTitle: integration.sectionTitle });
  return rendered("msteams_configs", {
    send_resolved: integration.sendResolved ?? true,
    webhook_url_file: secretFile(integration.url),
    title: context.text("title", integration.title),
    text: context.text("message", integration.message),
  });
}

/** Telegram; its token can be read from a file since 0.26. */
export function telegramConfig(
  integration: TelegramIntegration,
  context: RenderContext,
): RenderedIntegration {
  if (context.minor < 26) {
    return needsVersion(26, "reading the token of Telegram from a file");
  }
  const { parseMode = "HTML", notifications = true } = integration;
  context.unknown({
    webPagePreview: integration.webPagePreview,
    protectContent: integration.protectContent,
  });
  return rendered("telegram_configs", {
    send_resolved: integration.sendResolved ?? true,
    bot_token_file: secretFile(integration.token),
    chat_id: Number(integration.chatId),
    message_thread_id: context.since(
      28,
      "messageThreadId",
      integration.messageThreadId,
    ),
    parse_mode: parseMode === "None" ? "" : parseMode,
    disable_notifications: notifications ? undefined : true,
    message: context.text("message", integration.message),
  });
}

/** Cisco Webex. */
export function webexConfig(
  integration: WebexIntegration,
  context: RenderContext,
): RenderedIntegration {
  return rendered("webex_configs", {
    send_resolved: integration.sendResolved ?? true,
    api_url: integration.apiUrl,
    room_id: integration.roomId,
    http_config: httpConfig({ authorizationCredentials: integration.token }),
    message: context.text("message", integration.message),
  });
}

/** An app of WeChat Work; its secret can be read from a file since 0.31. */
export function wecomConfig(
  integration: WeComIntegration,
  context: RenderContext,
): RenderedIntegration {
  const { secret, corpId, agentId } = integration;
  if (secret === undefined) {
    return { omitted: "Alertmanager knows apps of WeChat Work, not robots" };
  }
  if (context.minor < 31) {
    return needsVersion(31, "reading the secret of WeChat Work from a file");
  }
  context.unknown({ title: integration.title });
  return rendered("wechat_configs", {
    send_resolved: integration.sendResolved ?? true,
    api_secret_file: secretFile(secret),
    corp_id: corpId,
    agent_id: agentId,
    to_user: integration.toUser ?? "@all",
    message_type: integration.messageType ?? "markdown",
    message: context.text("message", integration.message),
  });
}
