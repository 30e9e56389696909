import type { Secret } from "../../model/secret";
import {
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

/** DingTalk robot. */
export interface DingDingIntegration extends IntegrationBase {
  readonly kind: "dingding";
  readonly url: Secret;
  /** @default "link" */
  readonly messageType?: "link" | "actionCard";
  /** @default - Grafana's */
  readonly title?: string;
  /** @default - Grafana's */
  readonly message?: string;
}

export const dingding = {
  pages: false,
  // An address or a token that is a secret, and texts: nothing of its own can be wrong.
  problems: () => [],
  terraformBlock,
  alertmanager: {
    omitted: "Alertmanager has no integration of kind dingding",
  },
} satisfies KindOfIntegration<DingDingIntegration>;

function terraformBlock(
  integration: DingDingIntegration,
  secrets: SecretTokens,
) {
  const { url, messageType, title, message } = integration;
  return {
    ...resolveMessage(integration),
    url: secrets(url),
    messageType,
    title,
    message,
  };
}
