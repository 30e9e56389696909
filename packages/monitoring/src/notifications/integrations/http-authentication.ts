import type { Secret } from "../../model/secret";
import { brokenRules } from "../../rules/rule-table";
import { clearAddress, type AlertmanagerFields } from "./alertmanager-fields";
import { secretFile, type ConfigValue } from "./alertmanager-form";
import { integerRule, togetherRule, urlRule } from "./field-rules";

/** OAuth 2 client credentials for a webhook. */
export interface WebhookOauth2 {
  readonly clientId: string;
  readonly clientSecret: Secret;
  readonly tokenUrl: string;
  /** @default [] */
  readonly scopes?: readonly string[];
  /** @default {} */
  readonly endpointParams?: Readonly<Record<string, string>>;
}

/** Names of headers and parameters whose values are not to be written down. */
const secretName = /auth|token|key|secret|cookie|sign|passw|assertion/i;

/** How requests of an integration are authenticated. */
export interface HttpAuthentication {
  readonly authorizationScheme?: string;
  readonly authorizationCredentials?: Secret;
  readonly basicAuthUser?: string;
  readonly basicAuthPassword?: Secret;
  readonly oauth2?: WebhookOauth2;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What webhooks and OnCall have in common: an address, and one way to sign in at most. */
export function httpProblems(
  url: string,
  integration: HttpAuthentication & { readonly maxAlerts?: number },
): readonly string[] {
  const {
    maxAlerts,
    authorizationScheme,
    authorizationCredentials,
    basicAuthUser,
    basicAuthPassword,
  } = integration;
  const isAuthorized =
    authorizationScheme !== undefined || authorizationCredentials !== undefined;
  const isBasic =
    basicAuthUser !== undefined || basicAuthPassword !== undefined;
  return brokenRules([
    urlRule("url", url),
    integerRule("maxAlerts", maxAlerts, 0, 2 ** 31 - 1),
    [
      isAuthorized && isBasic,
      "'authorization…' and 'basicAuth…' must not be given both: choose one",
    ],
    [
      authorizationScheme !== undefined &&
        authorizationCredentials === undefined,
      "'authorizationScheme' must be given with 'authorizationCredentials', got only the scheme",
    ],
    togetherRule(
      ["basicAuthUser", "basicAuthPassword"],
      [basicAuthUser, basicAuthPassword],
    ),
  ]);
}

/** The `http_config` of a receiver, `undefined` when nothing differs from the global one. */
export function httpConfig({
  authorizationScheme,
  authorizationCredentials,
  basicAuthUser,
  basicAuthPassword,
  oauth2,
  headers,
}: HttpAuthentication): ConfigValue {
  const config = {
    authorization: authorizationCredentials && {
      type: authorizationScheme ?? "Bearer",
      credentials_file: secretFile(authorizationCredentials),
    },
    basic_auth: basicAuthPassword && {
      username: basicAuthUser,
      password_file: secretFile(basicAuthPassword),
    },
    oauth2: oauth2 && {
      client_id: oauth2.clientId,
      client_secret_file: secretFile(oauth2.clientSecret),
      token_url: oauth2.tokenUrl,
      scopes: oauth2.scopes?.length ? oauth2.scopes : undefined,
      endpoint_params: oauth2.endpointParams,
    },
    http_headers:
      headers &&
      Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          name,
          { values: [value] },
        ]),
      ),
  };
  return Object.values(config).some((part) => part !== undefined)
    ? config
    : undefined;
}

/** The whole `http_config`. */
export function readHttp(fields: AlertmanagerFields): HttpAuthentication {
  const http = fields.map("http_config");
  if (http === undefined) return {};
  const authorization = http.map("authorization");
  const scheme = authorization?.text("type");
  const credentials = authorization?.secret("credentials");
  const basic = http.map("basic_auth");
  const user = basic?.text("username");
  const password = basic?.secret("password");
  const oauth2 = readOauth2(http);
  const headers = readHeaders(http);
  if (basic !== undefined && password === undefined)
    basic.list(
      "username",
      "basic authentication without password",
      "it is rendered with a password only",
    );
  if (authorization !== undefined && credentials === undefined)
    authorization.list(
      "type",
      "authorization without credentials",
      "it is rendered with credentials only",
    );
  return {
    ...(credentials === undefined
      ? {}
      : {
          ...(scheme === undefined ? {} : { authorizationScheme: scheme }),
          authorizationCredentials: credentials,
        }),
    ...(password === undefined
      ? {}
      : {
          ...(user === undefined ? {} : { basicAuthUser: user }),
          basicAuthPassword: password,
        }),
    ...(oauth2 === undefined ? {} : { oauth2 }),
    ...(headers === undefined ? {} : { headers }),
  };
}

/** Credentials with the scheme `Bearer`, which is all that some integrations have. */
export function readBearer(fields: AlertmanagerFields): Secret | undefined {
  const authorization = fields.map("http_config")?.map("authorization");
  return authorization?.secret("credentials");
}

function readOauth2(http: AlertmanagerFields): WebhookOauth2 | undefined {
  const oauth2 = http.map("oauth2");
  if (oauth2 === undefined) return undefined;
  const clientId = oauth2.required("client_id");
  const clientSecret = oauth2.secret("client_secret");
  const tokenUrl =
    clearAddress(oauth2, "token_url", oauth2.required("token_url")) ?? "";
  const scopes = oauth2.texts("scopes");
  const endpointParams = oauth2.map("endpoint_params")?.restAsTexts(secretName);
  if (clientSecret === undefined) {
    oauth2.say("client_secret", "must be there, got nothing");
    return undefined;
  }
  return {
    clientId,
    clientSecret,
    tokenUrl,
    ...(scopes?.length ? { scopes } : {}),
    ...(endpointParams === undefined ? {} : { endpointParams }),
  };
}

function readHeaders(
  http: AlertmanagerFields,
): Readonly<Record<string, string>> | undefined {
  const headers = http.map("http_headers");
  if (headers === undefined) return undefined;
  const read: Record<string, string> = {};
  for (const name of headers.names()) {
    if (secretName.test(name)) continue;
    const header = headers.map(name);
    const [value, ...more] = header?.texts("values") ?? [];
    if (
      value !== undefined &&
      more.length === 0 &&
      header?.names().length === 0
    )
      read[name] = value;
    else
      headers.list(
        name,
        `header ${name}`,
        "a header has one value in clear here",
      );
  }
  return Object.keys(read).length > 0 ? read : undefined;
}
