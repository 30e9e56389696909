import type { Environment } from "../model/environment";
import type { Project } from "../model/project";

/** Checks the types of what `monitoring.ts` exports, and returns it: `export default defineProject({ … })`. */
export function defineProject(project: Project): Project {
  return project;
}

/** The environment called `name`. Throws an error that lists the known ones. */
export function environmentNamed(
  { environments }: Pick<Project, "environments">,
  name: string,
): Environment {
  const environment = environments.find((candidate) => candidate.name === name);
  if (environment === undefined) {
    const known = environments.map((candidate) => candidate.name).join(", ");
    throw new Error(`unknown environment "${name}", known are ${known}`);
  }
  return environment;
}
