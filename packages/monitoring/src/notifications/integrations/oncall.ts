import type { Secret } from "../../model/secret";
import { httpProblems } from "./http-authentication";
import {
  optionalSecret,
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

/** Grafana OnCall; `authorization…` or `basicAuth…`, not both. */
export interface OnCallIntegration extends IntegrationBase {
  readonly kind: "oncall";
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
  /** @default - Grafana's */
  readonly title?: string;
  /** @default - Grafana's */
  readonly message?: string;
}

export const oncall = {
  pages: true,
  problems,
  terraformBlock,
  alertmanager: {
    omitted:
      "Alertmanager has no integration for Grafana OnCall; its payload is Grafana's",
  },
} satisfies KindOfIntegration<OnCallIntegration>;

function problems(integration: OnCallIntegration): readonly string[] {
  return httpProblems(integration.url, integration);
}

function terraformBlock(integration: OnCallIntegration, secrets: SecretTokens) {
  const { url, httpMethod = "POST", maxAlerts, title, message } = integration;
  const { authorizationScheme, authorizationCredentials } = integration;
  const { basicAuthUser, basicAuthPassword } = integration;
  return {
    ...resolveMessage(integration),
    url,
    httpMethod,
    maxAlerts,
    authorizationScheme,
    authorizationCredentials: optionalSecret(authorizationCredentials, secrets),
    basicAuthUser,
    basicAuthPassword: optionalSecret(basicAuthPassword, secrets),
    title,
    message,
  };
}
