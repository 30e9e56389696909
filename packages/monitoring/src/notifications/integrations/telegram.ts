import type { Secret } from "../../model/secret";
import { brokenRules, got } from "../../rules/rule-table";
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
import { integerRule } from "./field-rules";
import {
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

/** Telegram bot. */
export interface TelegramIntegration extends IntegrationBase {
  readonly kind: "telegram";
  readonly token: Secret;
  /** Digits, negative for groups. */
  readonly chatId: string;
  /** @default - none */
  readonly messageThreadId?: number;
  /** @default "HTML" */
  readonly parseMode?: "None" | "Markdown" | "MarkdownV2" | "HTML";
  /** @default - the back end's */
  readonly message?: string;
  /** @default true */
  readonly webPagePreview?: boolean;
  /** @default true */
  readonly notifications?: boolean;
  /** @default false */
  readonly protectContent?: boolean;
}

export const telegram = {
  pages: false,
  problems,
  terraformBlock,
  alertmanager: {
    section: "telegram_configs",
    sendResolved: true,
    secrets: ["bot_token"],
    inherited: {
      api_url: "telegram_api_url",
      bot_token: "telegram_bot_token",
    },
    defaults: {
      ...defaultTemplates("telegram", { message: "message" }),
      api_url: "https://api.telegram.org",
      parse_mode: "HTML",
      disable_notifications: "false",
    },
    http: true,
    write,
    read,
  },
} satisfies KindOfIntegration<TelegramIntegration>;

function problems({
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

function terraformBlock(
  integration: TelegramIntegration,
  secrets: SecretTokens,
) {
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

/** Telegram; its token can be read from a file since 0.26. */
function write(
  integration: TelegramIntegration,
  context: AlertmanagerContext,
): AlertmanagerConfigs {
  if (context.minor < 26) {
    return needsVersion(26, "reading the token of Telegram from a file");
  }
  const { parseMode = "HTML", notifications = true } = integration;
  context.unknown({
    webPagePreview: integration.webPagePreview,
    protectContent: integration.protectContent,
  });
  return [
    {
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
    },
  ];
}

/** Telegram, by its bot. */
function read(fields: AlertmanagerFields): TelegramIntegration | undefined {
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

function listedMode(fields: AlertmanagerFields): undefined {
  fields.list("parse_mode", "parse_mode", "Telegram knows no such mode");
}
