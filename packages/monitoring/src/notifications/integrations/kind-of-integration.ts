import type { Secret } from "../../model/secret";
import type { AlertmanagerForm, NotInAlertmanager } from "./alertmanager-form";

/** What every integration has. */
export interface IntegrationBase {
  /** Whether the end of an alert is notified too. @default true */
  readonly sendResolved?: boolean;
}

/** Gives the token that stands for the value of a secret. */
export type SecretTokens = (secret: Secret) => string;

/** All that there is to know of a kind of integration whose fields are `I`. */
export interface KindOfIntegration<I extends IntegrationBase> {
  /** Whether it wakes somebody up: a page must reach one such kind where the environment has any switched on. */
  readonly pages: boolean;
  /**
   * What Grafana or Alertmanager would refuse, or drop without a word, in the fields of this kind, one line each. That
   * texts parse and secrets are named well is checked of all kinds alike.
   */
  problems(integration: I): readonly string[];
  /** Its block in Grafana's contact point, with the attributes of the Terraform provider in camelCase. */
  terraformBlock(integration: I, secrets: SecretTokens): object;
  /** How Alertmanager has it, or why it does not. */
  readonly alertmanager: AlertmanagerForm<I> | NotInAlertmanager;
}

/** What every block of a contact point has; written out, because the provider sends an unset boolean as false. */
export function resolveMessage({ sendResolved = true }: IntegrationBase): {
  readonly disableResolveMessage: boolean;
} {
  return { disableResolveMessage: !sendResolved };
}

export function optionalSecret(
  secret: Secret | undefined,
  secrets: SecretTokens,
): string | undefined {
  return secret === undefined ? undefined : secrets(secret);
}
