import type {
  DiscordIntegration,
  SlackIntegration,
  TelegramIntegration,
  ThreemaIntegration,
  WebexIntegration,
  WeComIntegration,
} from "../model/chat-integrations";
import { integerRule, textRule, urlRule } from "./integration-rules";
import { brokenRules, got } from "../rules/rule-table";

export function discordProblems({
  avatarUrl,
}: DiscordIntegration): readonly string[] {
  return brokenRules([urlRule("avatarUrl", avatarUrl)]);
}

export function slackProblems(
  integration: SlackIntegration,
): readonly string[] {
  const { url, token, channel, iconUrl, endpointUrl } = integration;
  return brokenRules([
    [
      url === undefined && token === undefined,
      "'url' (an incoming webhook) or 'token' with 'channel' (the chat API) must be given, got neither",
    ],
    [
      url !== undefined && token !== undefined,
      "'url' and 'token' must not be given both: an incoming webhook needs no token",
    ],
    [
      token !== undefined && channel === undefined,
      "'channel' must be given with 'token', got none",
    ],
    textRule("channel", channel),
    urlRule("iconUrl", iconUrl),
    urlRule("endpointUrl", endpointUrl),
  ]);
}

export function telegramProblems({
  chatId,
  messageThreadId,
}: TelegramIntegration): readonly string[] {
  return brokenRules([
    [
      !/^-?[1-9]\d*$/.test(chatId) ||
        BigInt.asIntN(64, BigInt(chatId)) !== BigInt(chatId),
      `'chatId' must be digits, with a minus for groups, ${got(chatId)}`,
    ],
    integerRule("messageThreadId", messageThreadId, 1, 2 ** 31 - 1),
  ]);
}

export function threemaProblems({
  gatewayId,
  recipientId,
}: ThreemaIntegration): readonly string[] {
  return brokenRules([
    [
      !/^\*[0-9A-Z]{7}$/.test(gatewayId),
      `'gatewayId' must be * and 7 capital letters or digits, ${got(gatewayId)}`,
    ],
    [
      !/^[0-9A-Z]{8}$/.test(recipientId),
      `'recipientId' must be 8 capital letters or digits, ${got(recipientId)}`,
    ],
  ]);
}

export function webexProblems({
  roomId,
  apiUrl,
}: WebexIntegration): readonly string[] {
  return brokenRules([textRule("roomId", roomId), urlRule("apiUrl", apiUrl)]);
}

export function weComProblems({
  url,
  secret,
  corpId,
  agentId,
}: WeComIntegration): readonly string[] {
  const app = { secret, corpId, agentId };
  const missing = Object.entries(app).filter(
    ([, value]) => value === undefined || value === "",
  );
  const isApp = missing.length < Object.keys(app).length;
  return brokenRules([
    [
      url !== undefined && isApp,
      "'url' (a robot) and 'secret', 'corpId', 'agentId' (an app) must not be given both",
    ],
    [
      url === undefined && missing.length > 0,
      `'url' (a robot), or 'secret', 'corpId' and 'agentId' (an app) must be given, ${isApp ? `got no ${missing.map(([prop]) => `'${prop}'`).join(" and no ")}` : "got neither"}`,
    ],
  ]);
}
