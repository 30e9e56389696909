import type {
  ContactPointDingding,
  ContactPointDiscord,
  ContactPointGooglechat,
  ContactPointLine,
  ContactPointSlack,
  ContactPointTeams,
  ContactPointTelegram,
  ContactPointThreema,
  ContactPointWebex,
  ContactPointWecom,
} from "@cdktf/provider-grafana/lib/contact-point";
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
} from "monitoring-as-code";
import { optionalSecret, resolveMessage, type Secrets } from "./block";

export function dingDingBlock(
  integration: DingDingIntegration,
  secrets: Secrets,
): ContactPointDingding {
  const { url, messageType, title, message } = integration;
  return {
    ...resolveMessage(integration),
    url: secrets(url),
    messageType,
    title,
    message,
  };
}

export function discordBlock(
  integration: DiscordIntegration,
  secrets: Secrets,
): ContactPointDiscord {
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

export function googleChatBlock(
  integration: GoogleChatIntegration,
  secrets: Secrets,
): ContactPointGooglechat {
  const { url, title, message } = integration;
  const { showOpenButton = true, showVersionInfo = true } = integration;
  return {
    ...resolveMessage(integration),
    url: secrets(url),
    title,
    message,
    hideOpenButton: !showOpenButton,
    hideVersionInfo: !showVersionInfo,
  };
}

export function lineBlock(
  integration: LineIntegration,
  secrets: Secrets,
): ContactPointLine {
  const { token, title, description } = integration;
  return {
    ...resolveMessage(integration),
    token: secrets(token),
    title,
    description,
  };
}

export function slackBlock(
  integration: SlackIntegration,
  secrets: Secrets,
): ContactPointSlack {
  const { url, token, channel, username, iconEmoji, iconUrl } = integration;
  const { title, text, color, mentionChannel, endpointUrl } = integration;
  const { mentionUsers = [], mentionGroups = [] } = integration;
  return {
    ...resolveMessage(integration),
    url: optionalSecret(url, secrets),
    token: optionalSecret(token, secrets),
    recipient: channel,
    username,
    iconEmoji,
    iconUrl,
    title,
    text,
    color,
    mentionChannel,
    mentionUsers: commaSeparated(mentionUsers),
    mentionGroups: commaSeparated(mentionGroups),
    endpointUrl,
  };
}

export function teamsBlock(
  integration: TeamsIntegration,
  secrets: Secrets,
): ContactPointTeams {
  const { url, title, sectionTitle, message } = integration;
  return {
    ...resolveMessage(integration),
    url: secrets(url),
    title,
    sectionTitle,
    message,
  };
}

export function telegramBlock(
  integration: TelegramIntegration,
  secrets: Secrets,
): ContactPointTelegram {
  const { token, chatId, messageThreadId, parseMode, message } = integration;
  const {
    webPagePreview = true,
    notifications = true,
    protectContent = false,
  } = integration;
  return {
    ...resolveMessage(integration),
    token: secrets(token),
    chatId,
    messageThreadId: messageThreadId?.toString(),
    parseMode,
    message,
    disableWebPagePreview: !webPagePreview,
    disableNotifications: !notifications,
    protectContent,
  };
}

export function threemaBlock(
  integration: ThreemaIntegration,
  secrets: Secrets,
): ContactPointThreema {
  const { gatewayId, recipientId, apiSecret, title, description } = integration;
  return {
    ...resolveMessage(integration),
    gatewayId,
    recipientId,
    apiSecret: secrets(apiSecret),
    title,
    description,
  };
}

export function webexBlock(
  integration: WebexIntegration,
  secrets: Secrets,
): ContactPointWebex {
  const { token, roomId, apiUrl, message } = integration;
  return {
    ...resolveMessage(integration),
    token: secrets(token),
    roomId,
    apiUrl,
    message,
  };
}

export function weComBlock(
  integration: WeComIntegration,
  secrets: Secrets,
): ContactPointWecom {
  const { url, secret, corpId, agentId, messageType } = integration;
  const { toUser, title, message } = integration;
  return {
    ...resolveMessage(integration),
    url: optionalSecret(url, secrets),
    secret: optionalSecret(secret, secrets),
    corpId,
    agentId,
    msgType: messageType,
    toUser,
    title,
    message,
  };
}

/** Slack's block takes lists as one text; nobody is no attribute. */
function commaSeparated(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : [...names].sort().join(",");
}
