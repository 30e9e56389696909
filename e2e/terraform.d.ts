import { RunningCommand } from "@monitoring-as-code/grafana-stand-in";
import type { PlanJson, StateJson } from "./plan-json";
/** A Terraform run ended with an error; `message` holds all that it printed. */
export declare class TerraformError extends Error {}
export interface TerraformProps {
  /** The folder with the configuration; Terraform writes there too. */
  readonly workDir: string;
  /** Variables of the environment besides PATH and HOME, such as `TF_VAR_x`. @default - none */
  readonly environment?: Readonly<Record<string, string>>;
}
/**
 * Ends every run that is still going. To be called before a provider that runs
 * reattach to is stopped: Terraform kills the process whose pid it was given
 * when it cannot reach the provider any more, and by then that may be another.
 */
export declare function endTerraformRuns(): Promise<void>;
/**
 * Terraform in one working directory. Runs see none of the caller's
 * environment but PATH and HOME, so no real credentials either.
 */
export declare class Terraform {
  readonly workDir: string;
  private readonly environment;
  constructor({ workDir, environment }: TerraformProps);
  init(): Promise<void>;
  validate(): Promise<void>;
  /** Plans, and gives the plan back as JSON. */
  plan(...options: string[]): Promise<PlanJson>;
  /** Applies the plan made last. */
  applyPlan(...options: string[]): Promise<void>;
  apply(...options: string[]): Promise<void>;
  destroy(): Promise<void>;
  import(address: string, id: string): Promise<void>;
  state(): Promise<StateJson>;
  /** Runs any command and gives its standard output back. @throws TerraformError */
  run(...args: string[]): Promise<string>;
  /** Runs a command that is expected to fail, and gives all it printed back in one line. */
  failure(...args: string[]): Promise<string>;
  /** Starts a command that the caller talks to. */
  start(...args: string[]): RunningCommand;
}
