import type { Secret } from "../../model/secret";
import { brokenRules } from "../../rules/rule-table";
import {
  defaultTemplates,
  type AlertmanagerConfigs,
  type AlertmanagerContext,
} from "./alertmanager-form";
import {
  clearAddress,
  given,
  needed,
  sendResolved,
  type AlertmanagerFields,
} from "./alertmanager-fields";
import { textRule, urlRule } from "./field-rules";
import { httpConfig, readBearer } from "./http-authentication";
import {
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

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

export const webex = {
  pages: false,
  problems,
  terraformBlock,
  alertmanager: {
    section: "webex_configs",
    sendResolved: true,
    secrets: [],
    inherited: { api_url: "webex_api_url" },
    defaults: {
      ...defaultTemplates("webex", { message: "message" }),
      api_url: "https://webexapis.com/v1/messages",
    },
    http: true,
    write,
    read,
  },
} satisfies KindOfIntegration<WebexIntegration>;

function problems({ roomId, apiUrl }: WebexIntegration): readonly string[] {
  return brokenRules([textRule("roomId", roomId), urlRule("apiUrl", apiUrl)]);
}

function terraformBlock(integration: WebexIntegration, secrets: SecretTokens) {
  const { token, roomId, apiUrl, message } = integration;
  return {
    ...resolveMessage(integration),
    token: secrets(token),
    roomId,
    apiUrl,
    message,
  };
}

/** Cisco Webex. */
function write(
  integration: WebexIntegration,
  context: AlertmanagerContext,
): AlertmanagerConfigs {
  return [
    {
      send_resolved: integration.sendResolved ?? true,
      api_url: integration.apiUrl,
      room_id: integration.roomId,
      http_config: httpConfig({ authorizationCredentials: integration.token }),
      message: context.text("message", integration.message),
    },
  ];
}

/** Cisco Webex, by the token of a bot. */
function read(fields: AlertmanagerFields): WebexIntegration | undefined {
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
