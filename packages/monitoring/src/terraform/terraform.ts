import { runProcess, type ProcessOutcome } from "../internal/run-process";

/** Terraform ended with an error; the message holds all that it printed. */
export class TerraformFailure extends Error {}

/** The oldest version that has all that the stacks use: `use_lockfile` of the S3 backend. */
const oldest = { major: 1, minor: 10 };

/** How to get Terraform where there is none, or one too old. */
export const installTerraform = `install Terraform ${oldest.major}.${oldest.minor} or newer from https://developer.hashicorp.com/terraform/install, or with "brew install hashicorp/tap/terraform" or "choco install terraform"`;

/**
 * The version of the `terraform` on the path, such as `1.11.4`; undefined when there is none.
 * @throws TerraformFailure when it does not say, or is too old
 */
export async function terraformVersion(
  cwd: string,
): Promise<string | undefined> {
  const outcome = await runProcess("terraform", ["version"], {
    cwd,
    environment: { ...process.env, CHECKPOINT_DISABLE: "1" },
  });
  if (outcome === undefined) return undefined;
  const version = /^Terraform v(\d+)\.(\d+)(\.\S+)/m.exec(outcome.stdout);
  if (outcome.exitCode !== 0 || version === null)
    throw new TerraformFailure(failureText(["version"], outcome));
  const [, major = "", minor = "", rest = ""] = version;
  const text = `${major}.${minor}${rest}`;
  if (
    Number(major) < oldest.major ||
    (Number(major) === oldest.major && Number(minor) < oldest.minor)
  )
    throw new TerraformFailure(
      `terraform must be ${oldest.major}.${oldest.minor} or newer, got ${text}; ${installTerraform}`,
    );
  return text;
}

/** Terraform in one folder, with its output kept instead of shown. */
export class Terraform {
  constructor(
    private readonly folder: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** Returns standard output. @throws TerraformFailure */
  async run(
    args: readonly string[],
    onLine?: (line: string) => void,
  ): Promise<string> {
    const [command = "", ...options] = args;
    const outcome = await runProcess(
      "terraform",
      [command, "-no-color", ...options],
      {
        cwd: this.folder,
        environment: {
          ...this.environment,
          TF_IN_AUTOMATION: "1",
          CHECKPOINT_DISABLE: "1",
          // The provider writes times in the zone of this machine, and then misses them in the configuration.
          TZ: "UTC",
        },
        ...(onLine === undefined ? {} : { onLine }),
      },
    );
    if (outcome === undefined)
      throw new TerraformFailure(
        `terraform must be on the path; ${installTerraform}`,
      );
    if (outcome.exitCode !== 0)
      throw new TerraformFailure(failureText(args, outcome));
    return outcome.stdout;
  }
}

function failureText(
  [command]: readonly string[],
  { exitCode, output }: ProcessOutcome,
): string {
  return `terraform ${command} must end with exit code 0, got ${exitCode}:\n${output.trim()}`;
}
