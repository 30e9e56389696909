import type { Secret } from "../../model/secret";
import { sortedKeys } from "../../internal/sorted-keys";
import { brokenRules, got } from "../../rules/rule-table";
import type {
  AlertmanagerConfigs,
  AlertmanagerContext,
} from "./alertmanager-form";
import {
  clearAddress,
  given,
  sendResolved,
  type AlertmanagerFields,
} from "./alertmanager-fields";
import { textRule, urlRule } from "./field-rules";
import {
  httpConfig,
  httpProblems,
  readHttp,
  type WebhookOauth2,
} from "./http-authentication";
import {
  optionalSecret,
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

/** Any HTTP endpoint; `authorization…` or `basicAuth…`, not both. */
export interface WebhookIntegration extends IntegrationBase {
  readonly kind: "webhook";
  readonly url: string;
  /** @default "POST" */
  readonly httpMethod?: "POST" | "PUT";
  /** @default 0, no limit */
  readonly maxAlerts?: number;
  /** @default "Bearer" */
  readonly authorizationScheme?: string;
  /** @default - none */
  readonly authorizationCredentials?: Secret;
  /** @default - none */
  readonly basicAuthUser?: string;
  /** @default - none */
  readonly basicAuthPassword?: Secret;
  /** @default {} */
  readonly headers?: Readonly<Record<string, string>>;
  /** @default - unsigned */
  readonly hmacSecret?: Secret;
  /** @default - none */
  readonly oauth2?: WebhookOauth2;
  /** @default - the back end's own JSON */
  readonly payloadTemplate?: string;
  /** @default - Grafana's */
  readonly title?: string;
  /** @default - Grafana's */
  readonly message?: string;
}

export const webhook = {
  pages: false,
  problems,
  terraformBlock,
  alertmanager: {
    section: "webhook_configs",
    sendResolved: true,
    secrets: [],
    inherited: {},
    defaults: { max_alerts: "0", timeout: "0s" },
    http: true,
    write,
    read,
  },
} satisfies KindOfIntegration<WebhookIntegration>;

/** Headers that Grafana sets itself or refuses to forward. */
const reservedHeaders: ReadonlySet<string> = new Set([
  "accept-charset",
  "accept-encoding",
  "authorization",
  "connection",
  "content-encoding",
  "content-length",
  "cookie",
  "date",
  "expect",
  "forwarded",
  "host",
  "keep-alive",
  "max-forwards",
  "origin",
  "proxy-authenticate",
  "proxy-authorization",
  "referer",
  "set-cookie",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "user-agent",
  "via",
  "x-forwarded-for",
  "x-real-ip",
]);

function problems(integration: WebhookIntegration): readonly string[] {
  const { url, headers = {}, oauth2, payloadTemplate } = integration;
  const signsIn =
    integration.authorizationCredentials !== undefined ||
    integration.basicAuthUser !== undefined;
  return [
    ...httpProblems(url, integration),
    ...brokenRules([
      ...Object.keys(headers).map(
        (header) =>
          [
            reservedHeaders.has(header.toLowerCase()),
            `'headers' must not set "${header}", which Grafana reserves`,
          ] as const,
      ),
      ...Object.keys(headers).map(
        (header) =>
          [
            !/^[!#$%&'*+.^_`|~\w-]+$/.test(header),
            `'headers' must have names of HTTP headers, ${got(header)}`,
          ] as const,
      ),
      [
        oauth2 !== undefined && signsIn,
        "'oauth2' must not be given with 'authorization…' or 'basicAuth…': choose one",
      ],
      urlRule("oauth2.tokenUrl", oauth2?.tokenUrl),
      textRule("oauth2.clientId", oauth2?.clientId),
      textRule("payloadTemplate", payloadTemplate),
    ]),
  ];
}

function terraformBlock(
  integration: WebhookIntegration,
  secrets: SecretTokens,
) {
  const { url, httpMethod = "POST", maxAlerts, headers } = integration;
  const { authorizationScheme, authorizationCredentials } = integration;
  const { basicAuthUser, basicAuthPassword, title, message } = integration;
  return {
    ...resolveMessage(integration),
    url,
    httpMethod,
    maxAlerts,
    authorizationScheme,
    authorizationCredentials: optionalSecret(authorizationCredentials, secrets),
    basicAuthUser,
    basicAuthPassword: optionalSecret(basicAuthPassword, secrets),
    headers: headers === undefined ? undefined : sortedKeys(headers),
    title,
    message,
    ...signatureOf(integration, secrets),
    ...payloadOf(integration),
  };
}

function signatureOf(
  { hmacSecret, oauth2 }: WebhookIntegration,
  secrets: SecretTokens,
) {
  return {
    hmacConfig:
      hmacSecret === undefined ? undefined : { secret: secrets(hmacSecret) },
    httpConfig:
      oauth2 === undefined
        ? undefined
        : {
            oauth2: {
              clientId: oauth2.clientId,
              clientSecret: secrets(oauth2.clientSecret),
              tokenUrl: oauth2.tokenUrl,
              scopes:
                oauth2.scopes === undefined
                  ? undefined
                  : [...oauth2.scopes].sort(),
              endpointParams:
                oauth2.endpointParams === undefined
                  ? undefined
                  : sortedKeys(oauth2.endpointParams),
            },
          },
  };
}

function payloadOf({ payloadTemplate }: WebhookIntegration) {
  return {
    payload:
      payloadTemplate === undefined ? undefined : { template: payloadTemplate },
  };
}

/** A webhook, which gets Alertmanager's own JSON. */
function write(
  integration: WebhookIntegration,
  context: AlertmanagerContext,
): AlertmanagerConfigs {
  const { httpMethod, maxAlerts, headers } = integration;
  context.unknown({
    httpMethod: httpMethod === "POST" ? undefined : httpMethod,
    hmacSecret: integration.hmacSecret,
    payloadTemplate: integration.payloadTemplate,
    title: integration.title,
    message: integration.message,
  });
  return [
    {
      send_resolved: integration.sendResolved ?? true,
      url: integration.url,
      max_alerts: maxAlerts,
      http_config: httpConfig({
        ...integration,
        headers: context.since(28, "headers", headers),
      }),
    },
  ];
}

/** Any HTTP endpoint, unless its address holds a secret. */
function read(fields: AlertmanagerFields): WebhookIntegration | undefined {
  if (fields.has("url_file")) {
    fields.list(
      "",
      "a webhook whose address is in a file",
      "the address of a webhook is written in clear here",
    );
    return undefined;
  }
  const address = clearAddress(fields, "url", fields.required("url"));
  if (address === undefined) {
    fields.list(
      "",
      "a webhook whose address seems to hold a secret",
      "the address of a webhook is written in clear here",
    );
    return undefined;
  }
  return {
    kind: "webhook",
    url: address,
    ...given({ maxAlerts: fields.number("max_alerts") }),
    ...readHttp(fields),
    ...sendResolved(fields),
  };
}
