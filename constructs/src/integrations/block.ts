import { type IntegrationBase, type Secret } from "monitoring-as-code";

/** Gives the token that stands for the value of a secret. */
export type Secrets = (secret: Secret) => string;

/** What every block has; written out, because the provider sends an unset boolean as false. */
export function resolveMessage({ sendResolved = true }: IntegrationBase): {
  readonly disableResolveMessage: boolean;
} {
  return { disableResolveMessage: !sendResolved };
}

export function optionalSecret(
  secret: Secret | undefined,
  secrets: Secrets,
): string | undefined {
  return secret === undefined ? undefined : secrets(secret);
}
