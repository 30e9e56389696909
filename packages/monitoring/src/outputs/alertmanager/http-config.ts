import type { Secret } from "../../model/secret";
import type { WebhookOauth2 } from "../../model/message-integrations";
import type { YamlValue } from "../yaml-file";
import { secretFile } from "./render-context";

/** How requests are authenticated. */
export interface HttpAuthentication {
  readonly authorizationScheme?: string | undefined;
  readonly authorizationCredentials?: Secret | undefined;
  readonly basicAuthUser?: string | undefined;
  readonly basicAuthPassword?: Secret | undefined;
  readonly oauth2?: WebhookOauth2 | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The `http_config` of a receiver, `undefined` when nothing differs from the global one. */
export function httpConfig({
  authorizationScheme,
  authorizationCredentials,
  basicAuthUser,
  basicAuthPassword,
  oauth2,
  headers,
}: HttpAuthentication): YamlValue {
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
