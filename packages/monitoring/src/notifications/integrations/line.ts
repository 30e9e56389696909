import type { Secret } from "../../model/secret";
import {
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

/** LINE Notify. */
export interface LineIntegration extends IntegrationBase {
  readonly kind: "line";
  readonly token: Secret;
  /** @default - Grafana's */
  readonly title?: string;
  /** @default - Grafana's */
  readonly description?: string;
}

export const line = {
  pages: false,
  // An address or a token that is a secret, and texts: nothing of its own can be wrong.
  problems: () => [],
  terraformBlock,
  alertmanager: {
    omitted: "Alertmanager has no integration of kind line",
  },
} satisfies KindOfIntegration<LineIntegration>;

function terraformBlock(integration: LineIntegration, secrets: SecretTokens) {
  const { token, title, description } = integration;
  return {
    ...resolveMessage(integration),
    token: secrets(token),
    title,
    description,
  };
}
