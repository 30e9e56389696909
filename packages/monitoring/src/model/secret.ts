/**
 * The name of a value that is never written down: a sensitive Terraform variable (filled from `TF_VAR_<name>`)
 * in Grafana's configuration, a file `/etc/alertmanager/secrets/<name>` in Alertmanager's.
 */
export interface Secret {
  /** Lower-case letters, digits and underscores, unique in the project. */
  readonly secret: string;
  /** What to fill in, shown by Terraform when the value is missing. */
  readonly description: string;
}

/** Names a secret, for example `secret("shop_slack_webhook_url", "incoming webhook of the shop's Slack")`. */
export function secret(name: string, description: string): Secret {
  return { secret: name, description };
}

export function isSecret(value: unknown): value is Secret {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as Secret).secret === "string"
  );
}
