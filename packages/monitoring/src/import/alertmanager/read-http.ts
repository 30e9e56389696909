import type { WebhookOauth2 } from "../../model/message-integrations";
import type { Secret } from "../../model/secret";
import { clearAddress } from "./clear-address";
import { secretName, type ConfigFields } from "./config-fields";

/** How requests of an integration are authenticated, as a webhook has it. */
export interface ReadHttp {
  readonly authorizationScheme?: string;
  readonly authorizationCredentials?: Secret;
  readonly basicAuthUser?: string;
  readonly basicAuthPassword?: Secret;
  readonly oauth2?: WebhookOauth2;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The whole `http_config`. */
export function readHttp(fields: ConfigFields): ReadHttp {
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
export function readBearer(fields: ConfigFields): Secret | undefined {
  const authorization = fields.map("http_config")?.map("authorization");
  return authorization?.secret("credentials");
}

function readOauth2(http: ConfigFields): WebhookOauth2 | undefined {
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
  http: ConfigFields,
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
