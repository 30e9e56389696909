import type {
  DiscordIntegration,
  SlackIntegration,
  TeamsIntegration,
  TelegramIntegration,
  WebexIntegration,
  WeComIntegration,
} from "../../model/chat-integrations";
import type { ConfigFields } from "./config-fields";
import { given, sendResolved } from "./given";
import { readBearer } from "./read-http";
import { clearAddress } from "./clear-address";

/** Slack, by an incoming webhook or by its chat API with a token. */
export function readSlack(fields: ConfigFields): SlackIntegration | undefined {
  const url = fields.secret("api_url");
  const endpoint = fields.text("api_url");
  const token = url === undefined ? readBearer(fields) : undefined;
  if (url === undefined && token === undefined) {
    const why = fields.has("app_token_file")
      ? "an app of Slack is written as authorization of http_config here"
      : "it has neither a webhook nor a token, and global gives none";
    fields.list("", "Slack without webhook", why);
    return undefined;
  }
  const endpointUrl = withoutChatApi(endpoint);
  return {
    kind: "slack",
    ...given({
      url,
      token,
      endpointUrl:
        endpointUrl === undefined
          ? undefined
          : clearAddress(fields, "api_url", endpointUrl),
      channel: fields.text("channel"),
      username: fields.template("username"),
      iconEmoji: fields.text("icon_emoji"),
      iconUrl: fields.text("icon_url"),
      ...readMentions(fields),
      title: fields.template("title"),
      text: fields.template("text"),
      color: fields.template("color"),
    }),
    ...sendResolved(fields),
  };
}

/** What a token is sent to unless an address is given. */
const chatApi = "https://slack.com/api/chat.postMessage";

function withoutChatApi(endpoint: string | undefined): string | undefined {
  return endpoint === chatApi ? undefined : endpoint;
}

type Mentions = Pick<
  SlackIntegration,
  "mentionChannel" | "mentionUsers" | "mentionGroups"
>;

/** A pretext of nothing but people, groups and everybody, in the order in which they are rendered. */
function readMentions(fields: ConfigFields): Mentions {
  const pretext = fields.text("pretext");
  if (pretext === undefined) return {};
  const parts =
    /^(?:<!(here|channel)>)?((?: ?<@[^<>]+>)*)((?: ?<!subteam\^[^<>]+>)*)$/.exec(
      pretext,
    );
  if (parts === null || pretext === "" || pretext.startsWith(" ")) {
    fields.list(
      "pretext",
      "pretext",
      "only mentions stand before a message here",
    );
    return {};
  }
  const [, channel, users = "", groups = ""] = parts;
  const named = (text: string, form: RegExp): readonly string[] =>
    [...text.matchAll(form)].map(([, name = ""]) => name);
  const mentionUsers = named(users, /<@([^<>]+)>/g);
  const mentionGroups = named(groups, /<!subteam\^([^<>]+)>/g);
  return {
    ...(channel === undefined
      ? {}
      : { mentionChannel: channel as "here" | "channel" }),
    ...(mentionUsers.length > 0 ? { mentionUsers } : {}),
    ...(mentionGroups.length > 0 ? { mentionGroups } : {}),
  };
}

/** Discord, by its webhook. */
export function readDiscord(
  fields: ConfigFields,
): DiscordIntegration | undefined {
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

/** Microsoft Teams, by the webhook of a connector. */
export function readTeams(fields: ConfigFields): TeamsIntegration | undefined {
  const url = fields.secret("webhook_url");
  if (url === undefined) return needed(fields, "webhook_url");
  return {
    kind: "teams",
    url,
    ...given({
      title: fields.template("title"),
      message: fields.template("text"),
    }),
    ...sendResolved(fields),
  };
}

/** Telegram, by its bot. */
export function readTelegram(
  fields: ConfigFields,
): TelegramIntegration | undefined {
  const token = fields.secret("bot_token");
  if (token === undefined) return needed(fields, "bot_token");
  const chatId = fields.required("chat_id");
  const mode = fields.text("parse_mode");
  const parseMode =
    mode === undefined ? undefined : (modes[mode] ?? listedMode(fields));
  return {
    kind: "telegram",
    token,
    chatId,
    ...given({
      messageThreadId: fields.number("message_thread_id"),
      parseMode,
      message: fields.template("message"),
      notifications: fields.flag("disable_notifications") ? false : undefined,
    }),
    ...sendResolved(fields),
  };
}

const modes: Readonly<Record<string, TelegramIntegration["parseMode"]>> = {
  "": "None",
  HTML: "HTML",
  Markdown: "Markdown",
  MarkdownV2: "MarkdownV2",
};

function listedMode(fields: ConfigFields): undefined {
  fields.list("parse_mode", "parse_mode", "Telegram knows no such mode");
}

/** Cisco Webex, by the token of a bot. */
export function readWebex(fields: ConfigFields): WebexIntegration | undefined {
  const token = readBearer(fields);
  if (token === undefined)
    return needed(fields, "http_config.authorization.credentials");
  const apiUrl = fields.text("api_url");
  return {
    kind: "webex",
    token,
    roomId: fields.required("room_id"),
    ...given({
      apiUrl:
        apiUrl === undefined
          ? undefined
          : clearAddress(fields, "api_url", apiUrl),
      message: fields.template("message"),
    }),
    ...sendResolved(fields),
  };
}

/** An app of WeChat Work. */
export function readWecom(fields: ConfigFields): WeComIntegration | undefined {
  const secret = fields.secret("api_secret");
  if (secret === undefined) return needed(fields, "api_secret");
  const type = fields.text("message_type");
  const isKnown = type === undefined || type === "markdown";
  if (!isKnown)
    fields.list("message_type", "message_type", "it is text or markdown");
  return {
    kind: "wecom",
    secret,
    messageType: type === "markdown" ? "markdown" : "text",
    toUser: fields.text("to_user") ?? "",
    ...given({
      corpId: fields.text("corp_id"),
      agentId: fields.text("agent_id"),
      message: fields.template("message"),
    }),
    ...sendResolved(fields),
  };
}

/** A secret that Alertmanager demands. */
export function needed(fields: ConfigFields, field: string): undefined {
  fields.say(field, `${field} or ${field}_file must be there, got nothing`);
}
