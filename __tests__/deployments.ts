import { deploymentOf } from "monitoring-as-code/deployment";
import { type Deployment, environmentNamed, memoize } from "monitoring-as-code";
import project from "../monitoring";

const deploymentIn = memoize(
  (environment: (typeof project.environments)[number]) =>
    deploymentOf(environment, project),
);

/** All that the environment called `name` deploys, made once. Throws where there is none. */
export function deploymentNamed(name: string): Deployment {
  return deploymentIn(environmentNamed(project, name));
}
