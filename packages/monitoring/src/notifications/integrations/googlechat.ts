import type { Secret } from "../../model/secret";
import {
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

/** Google Chat webhook. */
export interface GoogleChatIntegration extends IntegrationBase {
  readonly kind: "googlechat";
  readonly url: Secret;
  /** @default - Grafana's */
  readonly title?: string;
  /** @default - Grafana's */
  readonly message?: string;
  /** @default true */
  readonly showOpenButton?: boolean;
  /** @default true */
  readonly showVersionInfo?: boolean;
}

export const googlechat = {
  pages: false,
  // An address or a token that is a secret, and texts: nothing of its own can be wrong.
  problems: () => [],
  terraformBlock,
  alertmanager: {
    omitted: "Alertmanager has no integration of kind googlechat",
  },
} satisfies KindOfIntegration<GoogleChatIntegration>;

function terraformBlock(
  integration: GoogleChatIntegration,
  secrets: SecretTokens,
) {
  const { url, title, message } = integration;
  const { showOpenButton = true, showVersionInfo = true } = integration;
  return {
    ...resolveMessage(integration),
    url: secrets(url),
    title,
    message,
    hideOpenButton: !showOpenButton,
    hideVersionInfo: !showVersionInfo,
  };
}
