import { join } from "node:path";
import { stackErrors } from "../checks/stack-checks";
import { deploymentOf } from "../deployment/deployment";
import { memoize } from "../internal/memoize";
import type { Deployment } from "../model/deployment";
import type { Environment } from "../model/environment";
import type { Project } from "../model/project";
import { environmentNamed } from "./define-project";

/** A project, and where its files are. Its content is loaded when it is first asked for. */
export class OpenProject {
  private readonly load: () => Project;
  private readonly deploymentIn = memoize((environment: Environment) =>
    deploymentOf(environment, this.content),
  );

  constructor(
    readonly folder: string,
    load: () => Project,
  ) {
    let content: Project | undefined;
    this.load = () => (content ??= load());
  }

  /** Throws where the content cannot be loaded. */
  get content(): Project {
    return this.load();
  }

  /** A file or folder of the project. */
  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  /** The environment called `name`. Throws an error that lists the known ones. */
  environment(name: string): Environment {
    return environmentNamed(this.content, name);
  }

  /** All that `name` deploys, made once. Throws on an unknown environment, and where the model does not hold. */
  deployment(name: string): Deployment {
    return this.deploymentIn(this.environment(name));
  }

  /** Like {@link deployment}, and checked as a synth checks it. Throws with every error of the checks. */
  checkedDeployment(name: string): Deployment {
    const deployment = this.deployment(name);
    const errors = stackErrors(deployment);
    if (errors.length > 0)
      throw new Error([`${name} is not right:`, ...errors].join("\n"));
    return deployment;
  }
}
