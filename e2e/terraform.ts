import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  RunningCommand,
  type CommandOptions,
  type CommandResult,
  findProviderMirror,
  scratchFolder,
} from "@monitoring-as-code/grafana-stand-in";
import type { PlanJson, StateJson } from "./plan-json";

/** A Terraform run ended with an error; `message` holds all that it printed. */
export class TerraformError extends Error {}

export interface TerraformProps {
  /** The folder with the configuration; Terraform writes there too. */
  readonly workDir: string;
  /** Variables of the environment besides PATH and HOME, such as `TF_VAR_x`. @default - none */
  readonly environment?: Readonly<Record<string, string>>;
}

const running = new Set<RunningCommand>();

/**
 * Ends every run that is still going. To be called before a provider that runs
 * reattach to is stopped: Terraform kills the process whose pid it was given
 * when it cannot reach the provider any more, and by then that may be another.
 */
export async function endTerraformRuns(): Promise<void> {
  const commands = [...running];
  for (const command of commands) command.kill("SIGKILL");
  await Promise.all(commands.map(({ finished }) => finished));
}

/**
 * Terraform in one working directory. Runs see none of the caller's
 * environment but PATH and HOME, so no real credentials either.
 */
export class Terraform {
  readonly workDir: string;
  private readonly environment: Readonly<Record<string, string>>;

  constructor({ workDir, environment = {} }: TerraformProps) {
    this.workDir = workDir;
    this.environment = {
      PATH: process.env["PATH"] ?? "",
      HOME: process.env["HOME"] ?? "/",
      TZ: "UTC",
      TF_IN_AUTOMATION: "1",
      CHECKPOINT_DISABLE: "1",
      AWS_EC2_METADATA_DISABLED: "true",
      // Runs are short and machines have memory: collecting garbage less often takes a third off the time of AWS's provider.
      GOGC: "400",
      TF_CLI_CONFIG_FILE: writeCliConfig(),
      ...environment,
    };
  }

  async init(): Promise<void> {
    await this.run("init", "-input=false");
  }

  async validate(): Promise<void> {
    await this.run("validate");
  }

  /** Plans, and gives the plan back as JSON. */
  async plan(...options: string[]): Promise<PlanJson> {
    const file = join(this.workDir, "e2e.tfplan");
    await this.run("plan", "-input=false", `-out=${file}`, ...options);
    return JSON.parse(await this.run("show", "-json", file)) as PlanJson;
  }

  /** Applies the plan made last. */
  async applyPlan(...options: string[]): Promise<void> {
    await this.run("apply", "-input=false", ...options, "e2e.tfplan");
  }

  async apply(...options: string[]): Promise<void> {
    await this.run("apply", "-auto-approve", "-input=false", ...options);
  }

  async destroy(): Promise<void> {
    await this.run("destroy", "-auto-approve", "-input=false");
  }

  async import(address: string, id: string): Promise<void> {
    await this.run("import", "-input=false", address, id);
  }

  async state(): Promise<StateJson> {
    return JSON.parse(await this.run("show", "-json")) as StateJson;
  }

  /** Runs any command and gives its standard output back. @throws TerraformError */
  async run(...args: string[]): Promise<string> {
    const { exitCode, stdout, output } = await this.start(...args).finished;
    if (exitCode === 0) return stdout;
    throw new TerraformError(
      `terraform ${args.join(" ")} ended with exit code ${exitCode}\n${output}`,
    );
  }

  /** Runs a command that is expected to fail, and gives all it printed back in one line. */
  async failure(...args: string[]): Promise<string> {
    const { exitCode, output }: CommandResult = await this.start(...args)
      .finished;
    if (exitCode === 0) {
      throw new Error(`terraform ${args.join(" ")} succeeded:\n${output}`);
    }
    return output.replace(/[\s│]+/g, " ");
  }

  /** Starts a command that the caller talks to. */
  start(...args: string[]): RunningCommand {
    const options: CommandOptions = {
      cwd: this.workDir,
      env: this.environment,
    };
    // The option stands between a command, which may have two words, and its arguments.
    const words = args[0] === "state" ? 2 : 1;
    const command = new RunningCommand(
      "terraform",
      [...args.slice(0, words), "-no-color", ...args.slice(words)],
      options,
    );
    running.add(command);
    const forget = (): void => void running.delete(command);
    command.finished.then(forget, forget);
    return command;
  }
}

/** Providers come from a mirror on this machine if it has one, otherwise from the registry. */
function writeCliConfig(): string {
  const mirrored = ["hashicorp/aws", "grafana/grafana"].flatMap((provider) => {
    const path = findProviderMirror(provider);
    return path === undefined ? [] : [{ provider, path }];
  });
  const mirrors = mirrored.map(
    ({ provider, path }) =>
      `  filesystem_mirror {\n    path    = ${JSON.stringify(path)}\n    include = ["${provider}"]\n  }\n`,
  );
  const exclude = mirrored.map(({ provider }) => `"${provider}"`).join(", ");
  const file = join(scratchFolder("terraform"), "cli.tfrc");
  writeFileSync(
    file,
    `provider_installation {\n${mirrors.join("")}  direct {\n    exclude = [${exclude}]\n  }\n}\n`,
  );
  return file;
}
