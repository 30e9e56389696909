import { runProcess } from "../internal/run-process";
import { SavedPlanError } from "./saved-plan";

export interface TerraformRun {
  /** File descriptor that gets standard output. @default - the terminal */
  readonly stdout?: number;
  /** @default [0] */
  readonly exitCodes?: readonly number[];
}

/** Runs Terraform in a folder and returns its exit code. @throws SavedPlanError when it cannot be run, or fails */
export async function runTerraform(
  folder: string,
  args: readonly string[],
  { stdout, exitCodes = [0] }: TerraformRun = {},
): Promise<number> {
  const outcome = await runProcess("terraform", args, {
    cwd: folder,
    // The provider writes times in the zone of this machine, and then misses them in the configuration.
    environment: { ...process.env, TF_IN_AUTOMATION: "1", TZ: "UTC" },
    stdio: ["ignore", stdout ?? "inherit", "inherit"],
  });
  if (outcome === undefined)
    throw new SavedPlanError(
      `terraform must be on the path, got none; install Terraform 1.10 or newer`,
    );
  const { exitCode } = outcome;
  if (exitCodes.includes(exitCode)) return exitCode;
  throw new SavedPlanError(
    `${folder}: terraform ${args[0]} must end with exit code ${exitCodes.join(" or ")}, got ${exitCode}; what is wrong is above`,
  );
}
