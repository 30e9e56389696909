import { stackErrors } from "../checks/stack-checks";
import { deploymentOf } from "../deployment/deployment";
import { memoize } from "../internal/memoize";
import type { Deployment } from "../model/deployment";
import type { Environment } from "../model/environment";
import { environmentNamed as environmentIn } from "../project";
import { currentProject } from "./current-project";

/** The environment called `name`. Throws an error that lists the known ones. */
export function environmentNamed(name: string): Environment {
  return environmentIn(currentProject(), name);
}

const deploymentIn = memoize((environment: Environment) =>
  deploymentOf(environment, currentProject()),
);

/** All that `name` deploys, made once. Throws on an unknown environment, and where the model does not hold. */
export function deploymentNamed(name: string): Deployment {
  return deploymentIn(environmentNamed(name));
}

/** Like {@link deploymentNamed}, and checked as a synth checks it. Throws with every error of the checks. */
export function checkedDeploymentNamed(name: string): Deployment {
  const deployment = deploymentNamed(name);
  const errors = stackErrors(deployment);
  if (errors.length > 0)
    throw new Error([`${name} is not right:`, ...errors].join("\n"));
  return deployment;
}
