import { spawnSync } from "node:child_process";
import { SavedPlanError } from "./saved-plan";

export interface TerraformRun {
  /** File descriptor that gets standard output. @default - the terminal */
  readonly stdout?: number;
  /** @default [0] */
  readonly exitCodes?: readonly number[];
}

/** Runs Terraform in a folder and returns its exit code. @throws SavedPlanError when it cannot be run, or fails */
export function runTerraform(
  folder: string,
  args: readonly string[],
  { stdout, exitCodes = [0] }: TerraformRun = {},
): number {
  const { status, error } = spawnSync("terraform", args, {
    cwd: folder,
    // The provider writes times in the zone of this machine, and then misses them in the configuration.
    env: { ...process.env, TF_IN_AUTOMATION: "1", TZ: "UTC" },
    stdio: ["ignore", stdout ?? "inherit", "inherit"],
  });
  if (error !== undefined)
    throw new SavedPlanError(
      `terraform must be on the path, got ${error.message}; install Terraform 1.10 or newer`,
    );
  if (status !== null && exitCodes.includes(status)) return status;
  throw new SavedPlanError(
    `${folder}: terraform ${args[0]} must end with exit code ${exitCodes.join(" or ")}, got ${status ?? "a signal"}; what is wrong is above`,
  );
}
