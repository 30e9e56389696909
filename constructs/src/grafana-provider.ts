import { GrafanaProvider } from "@cdktf/provider-grafana/lib/provider";
import type { Construct } from "constructs";
import {
  type Environment,
  secret,
  type Secret,
  httpUrlProblem,
} from "monitoring-as-code";
import { rejectInvalidProps } from "./invalid-props";

export interface GrafanaProviderProps {
  /** Address of the server, `http` or `https`. */
  readonly url: string;
  /** How the provider signs in: a service account's token, or `user:password`. */
  readonly auth: Environment["grafana"]["auth"];
  /** The token that stands for the value of a secret. */
  readonly secrets: (secret: Secret) => string;
}

const grafanaAuth: Readonly<Record<GrafanaProviderProps["auth"], Secret>> = {
  token: secret(
    "grafana_auth",
    "token of a service account of Grafana with the role Admin",
  ),
  basic: secret(
    "grafana_auth",
    "user and password of an administrator of Grafana, as user:password",
  ),
};

/**
 * Defines how Terraform reaches Grafana. `org_id` is never set: with a token it is refused, and an administrator's
 * password works on the organisation that the administrator is in.
 */
export function defineGrafanaProvider(
  scope: Construct,
  { url, auth, secrets }: GrafanaProviderProps,
): GrafanaProvider {
  const problem = httpUrlProblem(url);
  rejectInvalidProps(
    scope,
    problem === undefined ? [] : [`'url' of Grafana must be ${problem}`],
  );
  return new GrafanaProvider(scope, "grafana", {
    url,
    auth: secrets(grafanaAuth[auth]),
    retries: 5,
    retryWait: 2,
    // 409 and 412 are two writers in each other's way (SQLite, parallel applies); 500 is left out, because Grafana gives
    // it for refused rules, which no retry mends.
    retryStatusCodes: ["409", "412", "429", "502", "503", "504"],
  });
}
