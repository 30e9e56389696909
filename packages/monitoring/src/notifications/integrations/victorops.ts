import type { Secret } from "../../model/secret";
import {
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

/** Splunk On-Call, formerly VictorOps. */
export interface VictorOpsIntegration extends IntegrationBase {
  readonly kind: "victorops";
  readonly url: Secret;
  /** @default "CRITICAL" */
  readonly messageType?: "CRITICAL" | "WARNING";
  /** @default - Grafana's */
  readonly title?: string;
  /** @default - Grafana's */
  readonly description?: string;
}

export const victorops = {
  pages: true,
  // An address or a token that is a secret, and texts: nothing of its own can be wrong.
  problems: () => [],
  terraformBlock,
  alertmanager: {
    omitted:
      "Alertmanager needs key and routing key of Splunk On-Call apart, not its whole address",
  },
} satisfies KindOfIntegration<VictorOpsIntegration>;

function terraformBlock(
  integration: VictorOpsIntegration,
  secrets: SecretTokens,
) {
  const { url, messageType = "CRITICAL", title, description } = integration;
  return {
    ...resolveMessage(integration),
    url: secrets(url),
    messageType,
    title,
    description,
  };
}
