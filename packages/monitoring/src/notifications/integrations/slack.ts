import type { Secret } from "../../model/secret";
import { brokenRules } from "../../rules/rule-table";
import {
  defaultTemplates,
  secretFile,
  type AlertmanagerConfigs,
  type AlertmanagerContext,
} from "./alertmanager-form";
import {
  clearAddress,
  given,
  sendResolved,
  type AlertmanagerFields,
} from "./alertmanager-fields";
import { textRule, urlRule } from "./field-rules";
import { httpConfig, readBearer } from "./http-authentication";
import {
  optionalSecret,
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

/** Slack; an incoming webhook (`url`), or the chat API (`token` and `channel`). */
export interface SlackIntegration extends IntegrationBase {
  readonly kind: "slack";
  /** @default - token */
  readonly url?: Secret;
  /** @default - url */
  readonly token?: Secret;
  /** @default - the webhook's; required with token */
  readonly channel?: string;
  /** @default - the app's */
  readonly username?: string;
  /** @default - the app's */
  readonly iconEmoji?: string;
  /** @default - the app's */
  readonly iconUrl?: string;
  /** @default - the back end's */
  readonly title?: string;
  /** @default - the back end's */
  readonly text?: string;
  /** @default - the back end's */
  readonly color?: string;
  /** @default - nobody */
  readonly mentionChannel?: "here" | "channel";
  /** @default [] */
  readonly mentionUsers?: readonly string[];
  /** @default [] */
  readonly mentionGroups?: readonly string[];
  /** @default - the public API */
  readonly endpointUrl?: string;
}

export const slack = {
  pages: false,
  problems,
  terraformBlock,
  alertmanager: {
    section: "slack_configs",
    sendResolved: false,
    secrets: ["api_url", "app_token"],
    inherited: {
      api_url: "slack_api_url",
      app_token: "slack_app_token",
      app_url: "slack_app_url",
    },
    defaults: {
      ...defaultTemplates("slack", {
        username: "username",
        title: "title",
        title_link: "titlelink",
        icon_emoji: "iconemoji",
        icon_url: "iconurl",
        pretext: "pretext",
        text: "text",
        fallback: "fallback",
        callback_id: "callbackid",
        footer: "footer",
      }),
      color: '{{ if eq .Status "firing" }}danger{{ else }}good{{ end }}',
      short_fields: "false",
      link_names: "false",
    },
    http: true,
    write,
    read,
  },
} satisfies KindOfIntegration<SlackIntegration>;

function problems(integration: SlackIntegration): readonly string[] {
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

function terraformBlock(integration: SlackIntegration, secrets: SecretTokens) {
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

/** Slack's block takes lists as one text; nobody is no attribute. */
function commaSeparated(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : [...names].sort().join(",");
}

/** Slack; the chat API is its own address with the token as authorization. */
function write(
  integration: SlackIntegration,
  context: AlertmanagerContext,
): AlertmanagerConfigs {
  const { url, token, endpointUrl, sendResolved = true } = integration;
  const target =
    url === undefined
      ? {
          api_url: endpointUrl ?? chatApi,
          http_config: httpConfig({ authorizationCredentials: token }),
        }
      : { api_url_file: secretFile(url) };
  if (url !== undefined) context.unknown({ endpointUrl });
  return [
    {
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
    },
  ];
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

/** Slack, by an incoming webhook or by its chat API with a token. */
function read(fields: AlertmanagerFields): SlackIntegration | undefined {
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
function readMentions(fields: AlertmanagerFields): Mentions {
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
