import type { Secret } from "../../model/secret";
import { brokenRules, got } from "../../rules/rule-table";
import { textRule, togetherRule } from "./field-rules";
import {
  optionalSecret,
  resolveMessage,
  type IntegrationBase,
  type KindOfIntegration,
  type SecretTokens,
} from "./kind-of-integration";

/** Kafka REST proxy. */
export interface KafkaIntegration extends IntegrationBase {
  readonly kind: "kafka";
  readonly restProxyUrl: Secret;
  readonly topic: string;
  /** @default "v2" */
  readonly apiVersion?: "v2" | "v3";
  /** @default - none; required for v3 */
  readonly clusterId?: string;
  /** @default - none */
  readonly username?: string;
  /** @default - none */
  readonly password?: Secret;
  /** @default - Grafana's */
  readonly description?: string;
  /** @default - Grafana's */
  readonly details?: string;
}

export const kafka = {
  pages: false,
  problems,
  terraformBlock,
  alertmanager: {
    omitted: "Alertmanager has no integration of kind kafka",
  },
} satisfies KindOfIntegration<KafkaIntegration>;

function problems({
  topic,
  apiVersion = "v2",
  clusterId,
  username,
  password,
}: KafkaIntegration): readonly string[] {
  return brokenRules([
    textRule("topic", topic),
    [
      apiVersion === "v3" && (clusterId === undefined || clusterId === ""),
      "'clusterId' must be given for apiVersion v3, got none",
    ],
    [
      apiVersion === "v2" && clusterId !== undefined,
      `'clusterId' must be left out for apiVersion v2, ${got(clusterId)}`,
    ],
    togetherRule(["username", "password"], [username, password]),
  ]);
}

function terraformBlock(integration: KafkaIntegration, secrets: SecretTokens) {
  const { restProxyUrl, topic, apiVersion = "v2", clusterId } = integration;
  const { username, password, description, details } = integration;
  return {
    ...resolveMessage(integration),
    restProxyUrl: secrets(restProxyUrl),
    topic,
    apiVersion,
    clusterId,
    username,
    password: optionalSecret(password, secrets),
    description,
    details,
  };
}
