import { ServiceAccount as GrafanaServiceAccount } from "@cdktf/provider-grafana/lib/service-account";
import { ServiceAccountRotatingToken } from "@cdktf/provider-grafana/lib/service-account-rotating-token";
import { Construct } from "constructs";
import { isDuration, secondsIn, type Duration } from "monitoring-as-code";
import { claimProblems } from "./claims";
import { rejectInvalidProps } from "./invalid-props";

export interface ServiceAccountProps {
  /** Lower-case letters, digits and hyphens; its tokens' names start with it. */
  readonly name: string;
  /** No `Admin`: an account for programs must not be able to give itself more. @default "Viewer" */
  readonly role?: "Viewer" | "Editor";
  /** How long a token is valid. @default "90d" */
  readonly tokenLifetime?: Duration;
  /** How long before its end a deploy replaces a token: more than the time between two deploys. @default "30d" */
  readonly tokenRotation?: Duration;
}

/**
 * Defines an account for programs, and a token that each deploy renews when its end is near: the next one exists before the
 * last is deleted. Terraform changes things only while it runs, so an environment that nobody deploys for the length of
 * `tokenRotation` loses its token: a scheduled pipeline deploys more often than that.
 */
export class ServiceAccount extends Construct {
  /** The token's value, sensitive. */
  readonly token: string;

  constructor(scope: Construct, id: string, props: ServiceAccountProps) {
    super(scope, id);
    const {
      name,
      role = "Viewer",
      tokenLifetime = "90d",
      tokenRotation = "30d",
    } = props;
    rejectInvalidProps(this, [
      ...problemsIn(name, tokenLifetime, tokenRotation),
      ...claimProblems(this, "service account", [name]),
    ]);
    const account = new GrafanaServiceAccount(this, "account", { name, role });
    this.token = new ServiceAccountRotatingToken(this, "token", {
      serviceAccountId: account.id,
      namePrefix: name,
      secondsToLive: secondsIn(tokenLifetime),
      earlyRotationWindowSeconds: secondsIn(tokenRotation),
      // The next token is there before the last one goes, and none that Terraform has forgotten goes on working.
      deleteOnDestroy: true,
      lifecycle: { createBeforeDestroy: true },
    }).key;
  }
}

function problemsIn(
  name: string,
  tokenLifetime: Duration,
  tokenRotation: Duration,
): readonly string[] {
  const durations = { tokenLifetime, tokenRotation };
  const malformed = Object.entries(durations).filter(
    ([, duration]) => !isDuration(duration) || secondsIn(duration) === 0,
  );
  return [
    ...(/^[a-z][a-z0-9-]*$/.test(name)
      ? []
      : [
          `'name' must be lower-case letters, digits and hyphens, got "${name}"`,
        ]),
    ...malformed.map(
      ([prop, duration]) =>
        `'${prop}' must be a duration above zero such as "30d", got "${duration}"`,
    ),
    ...(malformed.length > 0 ||
    secondsIn(tokenRotation) < secondsIn(tokenLifetime)
      ? []
      : [
          `'tokenRotation' must be shorter than 'tokenLifetime' (${tokenLifetime}), got "${tokenRotation}"`,
        ]),
  ];
}
