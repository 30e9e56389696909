import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { programsNamed } from "./programs";
import {
  findProviderMirror,
  scratchFolder,
} from "@monitoring-as-code/grafana-stand-in";

/** Something of this machine that the tests here need. */
export interface Prerequisite {
  readonly name: string;
  /** What is missing and how to get it; undefined when it is there. */
  problem(environment: NodeJS.ProcessEnv): string | undefined;
}

const oldestTerraform = [1, 10] as const;

export const prerequisites: readonly Prerequisite[] = [
  { name: "terraform", problem: terraformProblem },
  { name: "the AWS provider", problem: awsProviderProblem },
  { name: "Python with venv", problem: pythonProblem },
  { name: "git", problem: gitProblem },
  ...["promtool", "amtool", "prometheus", "alertmanager", "actionlint"].map(
    (name): Prerequisite => ({
      name,
      problem: () => messageOf(() => programsNamed(name)),
    }),
  ),
];

function terraformProblem(environment: NodeJS.ProcessEnv): string | undefined {
  const [major, minor] = oldestTerraform;
  const how = `install Terraform ${major}.${minor} or newer: https://developer.hashicorp.com/terraform/install`;
  const output = outputOf("terraform", ["version"], environment);
  if (output === undefined) return `terraform is not on the path; ${how}`;
  const version = /^Terraform v(\d+)\.(\d+)/m.exec(output);
  const isNewEnough =
    version !== null &&
    (Number(version[1]) > major ||
      (Number(version[1]) === major && Number(version[2]) >= minor));
  return isNewEnough
    ? undefined
    : `terraform must be ${major}.${minor} or newer, got ${output.split("\n")[0]}; ${how}`;
}

/** From a mirror, or from the registry: `terraform init` says whether it can be reached. */
function awsProviderProblem(
  environment: NodeJS.ProcessEnv,
): string | undefined {
  const mirror = messageOf(() =>
    findProviderMirror("hashicorp/aws", environment),
  );
  if (mirror !== undefined) return mirror;
  if (findProviderMirror("hashicorp/aws", environment) !== undefined)
    return undefined;
  const folder = scratchFolder("provider");
  mkdirSync(folder, { recursive: true });
  const aws = { source: "hashicorp/aws", version: "5.100.0" };
  writeFileSync(
    join(folder, "main.tf.json"),
    JSON.stringify({ terraform: { required_providers: { aws } } }),
  );
  const { status } = spawnSync("terraform", ["init", "-input=false"], {
    cwd: folder,
    env: environment,
  });
  return status === 0
    ? undefined
    : 'the provider hashicorp/aws 5.100.0 is in no mirror of this machine, and the registry does not give it; run "terraform providers mirror <folder>" where it does, and set E2E_PLUGIN_MIRROR to the folder';
}

function pythonProblem(environment: NodeJS.ProcessEnv): string | undefined {
  const python = environment["PYTHON"] ?? "python3";
  const args = ["-c", "import ensurepip, venv"];
  return outputOf(python, args, environment) === undefined
    ? `${python} with the modules venv and ensurepip is not on the path, and runs the S3 server; install it (Debian: apt-get install python3-venv), or set PYTHON`
    : undefined;
}

function gitProblem(environment: NodeJS.ProcessEnv): string | undefined {
  return outputOf("git", ["--version"], environment) === undefined
    ? "git is not on the path; install it (Debian: apt-get install git)"
    : undefined;
}

/** Standard output; undefined when there is no such program, or it fails. */
function outputOf(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): string | undefined {
  const { status, stdout } = spawnSync(command, args, {
    env: environment,
    encoding: "utf8",
  });
  return status === 0 ? stdout : undefined;
}

function messageOf(check: () => unknown): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
