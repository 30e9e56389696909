import type { Secret } from "../../model/secret";
import { brokenRules, got } from "../../rules/rule-table";
import {
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

/** Threema gateway. */
export interface ThreemaIntegration extends IntegrationBase {
  readonly kind: "threema";
  /** `*` and 7 characters. */
  readonly gatewayId: string;
  /** 8 characters. */
  readonly recipientId: string;
  readonly apiSecret: Secret;
  /** @default - Grafana's */
  readonly title?: string;
  /** @default - Grafana's */
  readonly description?: string;
}

export const threema = {
  pages: false,
  problems,
  terraformBlock,
  alertmanager: {
    omitted: "Alertmanager has no integration of kind threema",
  },
} satisfies KindOfIntegration<ThreemaIntegration>;

function problems({
  gatewayId,
  recipientId,
}: ThreemaIntegration): readonly string[] {
  return brokenRules([
    [
      !/^\*[0-9A-Z]{7}$/.test(gatewayId),
      `'gatewayId' must be * and 7 capital letters or digits, ${got(gatewayId)}`,
    ],
    [
      !/^[0-9A-Z]{8}$/.test(recipientId),
      `'recipientId' must be 8 capital letters or digits, ${got(recipientId)}`,
    ],
  ]);
}

function terraformBlock(
  integration: ThreemaIntegration,
  secrets: SecretTokens,
) {
  const { gatewayId, recipientId, apiSecret, title, description } = integration;
  return {
    ...resolveMessage(integration),
    gatewayId,
    recipientId,
    apiSecret: secrets(apiSecret),
    title,
    description,
  };
}
