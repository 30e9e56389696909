import type { IntegrationBase } from "./integration-base";
import type { Secret } from "./secret";

/** DingTalk robot. */
export interface DingDingIntegration extends IntegrationBase {
  readonly kind: "dingding";
  readonly url: Secret;
  /** @default "link" */
  readonly messageType?: "link" | "actionCard";
  /** @default - Grafana's */
  readonly title?: string;
  /** @default - Grafana's */
  readonly message?: string;
}

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

/** Google Chat webhook. */
export interface GoogleChatIntegration extends IntegrationBase {
  readonly kind: "googlechat";
  readonly url: Secret;
  /** @default - Grafana's */
  readonly title?: string;
  /** @default - Grafana's */
  readonly message?: string;
  /** @default true */
  readonly showOpenButton?: boolean;
  /** @default true */
  readonly showVersionInfo?: boolean;
}

/** LINE Notify. */
export interface LineIntegration extends IntegrationBase {
  readonly kind: "line";
  readonly token: Secret;
  /** @default - Grafana's */
  readonly title?: string;
  /** @default - Grafana's */
  readonly description?: string;
}

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

/** Microsoft Teams webhook. */
export interface TeamsIntegration extends IntegrationBase {
  readonly kind: "teams";
  readonly url: Secret;
  /** @default - the back end's */
  readonly title?: string;
  /** @default - none */
  readonly sectionTitle?: string;
  /** @default - the back end's */
  readonly message?: string;
}

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

/** Threema gateway. */
export interface ThreemaIntegration extends IntegrationBase {
  readonly kind: "threema";
  /** `*` and 7 characters. */
  readonly gatewayId: string;
  /** 8 characters. */
  readonly recipientId: string;
  readonly apiSecret: Secret;
  /** @default - Grafana's */
  readonly title?: string;
  /** @default - Grafana's */
  readonly description?: string;
}

/** Cisco Webex. */
export interface WebexIntegration extends IntegrationBase {
  readonly kind: "webex";
  readonly token: Secret;
  readonly roomId: string;
  /** @default - the public API */
  readonly apiUrl?: string;
  /** @default - the back end's */
  readonly message?: string;
}

/** WeChat Work; a robot (`url`), or an app (`secret`, `corpId`, `agentId`). */
export interface WeComIntegration extends IntegrationBase {
  readonly kind: "wecom";
  /** @default - the app */
  readonly url?: Secret;
  /** @default - the robot */
  readonly secret?: Secret;
  /** @default - the robot */
  readonly corpId?: string;
  /** @default - the robot */
  readonly agentId?: string;
  /** @default "markdown" */
  readonly messageType?: "markdown" | "text";
  /** @default "@all" */
  readonly toUser?: string;
  /** @default - Grafana's */
  readonly title?: string;
  /** @default - Grafana's */
  readonly message?: string;
}
