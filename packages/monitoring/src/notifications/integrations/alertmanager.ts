import type { Secret } from "../../model/secret";
import { brokenRules } from "../../rules/rule-table";
import { togetherRule, urlRule } from "./field-rules";
import {
  optionalSecret,
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

/** Another Alertmanager. */
export interface AlertmanagerIntegration extends IntegrationBase {
  readonly kind: "alertmanager";
  readonly url: string;
  /** @default - none */
  readonly basicAuthUser?: string;
  /** @default - none */
  readonly basicAuthPassword?: Secret;
}

export const alertmanager = {
  pages: false,
  problems,
  terraformBlock,
  alertmanager: {
    omitted: "Alertmanager has no integration of kind alertmanager",
  },
} satisfies KindOfIntegration<AlertmanagerIntegration>;

function problems({
  url,
  basicAuthUser,
  basicAuthPassword,
}: AlertmanagerIntegration): readonly string[] {
  return brokenRules([
    urlRule("url", url),
    togetherRule(
      ["basicAuthUser", "basicAuthPassword"],
      [basicAuthUser, basicAuthPassword],
    ),
  ]);
}

function terraformBlock(
  integration: AlertmanagerIntegration,
  secrets: SecretTokens,
) {
  const { url, basicAuthUser, basicAuthPassword } = integration;
  return {
    ...resolveMessage(integration),
    url,
    basicAuthUser,
    basicAuthPassword: optionalSecret(basicAuthPassword, secrets),
  };
}
