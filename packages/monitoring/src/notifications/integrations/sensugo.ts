import type { Secret } from "../../model/secret";
import { brokenRules } from "../../rules/rule-table";
import { urlRule } from "./field-rules";
import {
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

/** Sensu Go. */
export interface SensuGoIntegration extends IntegrationBase {
  readonly kind: "sensugo";
  readonly url: string;
  readonly apiKey: Secret;
  /** @default "default" */
  readonly entity?: string;
  /** @default "default" */
  readonly check?: string;
  /** @default "default" */
  readonly namespace?: string;
  /** @default - none */
  readonly handler?: string;
  /** @default - Grafana's */
  readonly message?: string;
}

export const sensugo = {
  pages: false,
  problems,
  terraformBlock,
  alertmanager: {
    omitted: "Alertmanager has no integration of kind sensugo",
  },
} satisfies KindOfIntegration<SensuGoIntegration>;

function problems({ url }: SensuGoIntegration): readonly string[] {
  return brokenRules([urlRule("url", url)]);
}

function terraformBlock(
  integration: SensuGoIntegration,
  secrets: SecretTokens,
) {
  const { url, apiKey, entity, check, namespace } = integration;
  const { handler, message } = integration;
  return {
    ...resolveMessage(integration),
    url,
    apiKey: secrets(apiKey),
    entity,
    check,
    namespace,
    handler,
    message,
  };
}
