import { environments } from "../environments";
import { stackErrors } from "../lib/checks/stack-checks";
import { deploymentOf } from "../lib/deployment/deployment";
import type { Deployment } from "../lib/model/deployment";
import type { Environment } from "../lib/model/environment";
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

const deployments = new Map<string, Deployment>();

/** All that `name` deploys, made once. Throws on an unknown environment, and where the model does not hold. */
export function deploymentNamed(name: string): Deployment {
  const environment = environmentNamed(name);
  const deployment =
    deployments.get(name) ??
    deploymentOf(environment, systems, rootNotifications);
  deployments.set(name, deployment);
  return deployment;
}

/** Like {@link deploymentNamed}, and proven as a synth proves it. Throws with every error of the checks. */
export function provenDeploymentNamed(name: string): Deployment {
  const deployment = deploymentNamed(name);
  const errors = stackErrors(deployment);
  if (errors.length > 0)
    throw new Error([`${name} is not right:`, ...errors].join("\n"));
  return deployment;
}
