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
import {
  optionalSecret,
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

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

export const wecom = {
  pages: false,
  problems,
  terraformBlock,
  alertmanager: {
    section: "wechat_configs",
    sendResolved: false,
    secrets: ["api_secret"],
    inherited: {
      api_url: "wechat_api_url",
      api_secret: "wechat_api_secret",
      corp_id: "wechat_api_corp_id",
    },
    defaults: {
      ...defaultTemplates("wechat", {
        message: "message",
        to_user: "to_user",
        to_party: "to_party",
        to_tag: "to_tag",
        agent_id: "agent_id",
      }),
      api_url: "https://qyapi.weixin.qq.com/cgi-bin/",
      message_type: "text",
    },
    http: true,
    write,
    read,
  },
} satisfies KindOfIntegration<WeComIntegration>;

function problems({
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

function terraformBlock(integration: WeComIntegration, secrets: SecretTokens) {
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

/** An app of WeChat Work; its secret can be read from a file since 0.31. */
function write(
  integration: WeComIntegration,
  context: AlertmanagerContext,
): AlertmanagerConfigs {
  const { secret, corpId, agentId } = integration;
  if (secret === undefined) {
    return { omitted: "Alertmanager knows apps of WeChat Work, not robots" };
  }
  if (context.minor < 31) {
    return needsVersion(31, "reading the secret of WeChat Work from a file");
  }
  context.unknown({ title: integration.title });
  return [
    {
      send_resolved: integration.sendResolved ?? true,
      api_secret_file: secretFile(secret),
      corp_id: corpId,
      agent_id: agentId,
      to_user: integration.toUser ?? "@all",
      message_type: integration.messageType ?? "markdown",
      message: context.text("message", integration.message),
    },
  ];
}

/** An app of WeChat Work. */
function read(fields: AlertmanagerFields): WeComIntegration | undefined {
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
