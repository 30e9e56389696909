import { existsSync, readFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { runProcess } from "../internal/run-process";

/** What `cdktf.json` says, as far as it is read here. */
interface CdktfSettings {
  readonly app?: string;
  /** @default "cdktf.out" */
  readonly output?: string;
}

/** Where the project at `folder` is synthesized to, unless `CDKTF_OUTDIR` says another folder. */
export function synthesizedTo(folder: string): string {
  return resolve(
    folder,
    process.env["CDKTF_OUTDIR"] ?? settings(folder).output ?? "cdktf.out",
  );
}

/**
 * Runs the `app` of cdktf.json, as `cdktf synth` does, and returns what it prints.
 * @throws what is wrong with the content, with file and line
 */
export async function synthesize(
  folder: string,
  out: string = synthesizedTo(folder),
): Promise<string> {
  const { app } = settings(folder);
  if (app === undefined)
    throw new Error(
      `${join(folder, "cdktf.json")}: 'app' must be the command that synthesizes, got none; write "node --import tsx main.ts"`,
    );
  const outcome = await runProcess(app, [], {
    cwd: folder,
    shell: true,
    environment: {
      ...process.env,
      PATH: `${join(folder, "node_modules", ".bin")}${delimiter}${process.env["PATH"] ?? ""}`,
      CDKTF_OUTDIR: out,
      NODE_OPTIONS: `${process.env["NODE_OPTIONS"] ?? ""} --require ${JSON.stringify(require.resolve("./report-content-errors"))}`,
      MONITORING_PROJECT: folder,
      MONITORING_FOLDER: process.cwd(),
    },
  });
  if (outcome?.exitCode !== 0)
    throw new Error(
      outcome?.output.trim() ?? `${folder}: there is no shell that runs ${app}`,
    );
  return outcome.output;
}

function settings(folder: string): CdktfSettings {
  const file = join(folder, "cdktf.json");
  if (!existsSync(file))
    throw new Error(
      `${file}: must say how the project is synthesized, got no such file; write {"language":"typescript","app":"node --import tsx main.ts"}`,
    );
  return JSON.parse(readFileSync(file, "utf8")) as CdktfSettings;
}
