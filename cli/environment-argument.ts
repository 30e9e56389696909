import { environments } from "../environments";
import { stackErrors } from "../lib/checks/stack-checks";
import { deploymentOf } from "../lib/deployment/deployment";
import type { Deployment } from "../lib/model/deployment";
import type { Environment } from "../lib/model/environment";
import { remembered } from "../lib/model/remembered";
import { rootNotifications } from "../notifications";
import { systems } from "../systems";

/** The environment called `name`. Throws an error that lists the known ones. */
export function environmentNamed(name: string): Environment {
  const environment = environments.find((candidate) => candidate.name === name);
  if (environment === undefined) {
    const known = environments.map((candidate) => candidate.name).join(", ");
    throw new Error(`unknown environment "${name}", known are ${known}`);
  }
  return environment;
}

const deploymentIn = remembered((environment: Environment) =>
  deploymentOf(environment, systems, rootNotifications),
);

/** All that `name` deploys, made once. Throws on an unknown environment, and where the model does not hold. */
export function deploymentNamed(name: string): Deployment {
  return deploymentIn(environmentNamed(name));
}

/** Like {@link deploymentNamed}, and proven as a synth proves it. Throws with every error of the checks. */
export function provenDeploymentNamed(name: string): Deployment {
  const deployment = deploymentNamed(name);
  const errors = stackErrors(deployment);
  if (errors.length > 0)
    throw new Error([`${name} is not right:`, ...errors].join("\n"));
  return deployment;
}
