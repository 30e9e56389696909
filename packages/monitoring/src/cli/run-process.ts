import { spawn } from "node:child_process";

/** How a program ended. */
export interface ProcessOutcome {
  /** -1 when a signal ended it. */
  readonly exitCode: number;
  readonly stdout: string;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

export interface ProcessOptions {
  readonly cwd: string;
  /** All of its environment variables. */
  readonly environment: NodeJS.ProcessEnv;
  /** Gets standard output line by line, as it comes. */
  readonly onLine?: (line: string) => void;
}

/** Runs a program to its end and keeps what it prints. Resolves to undefined when there is no such program on the path. */
export function runProcess(
  command: string,
  args: readonly string[],
  { cwd, environment, onLine }: ProcessOptions,
): Promise<ProcessOutcome | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let output = "";
    let unfinished = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
      output += chunk;
      if (onLine === undefined) return;
      const lines = `${unfinished}${chunk}`.split("\n");
      unfinished = lines.pop() ?? "";
      lines.forEach(onLine);
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
    child.on("error", (error: NodeJS.ErrnoException) => {
      // A working directory that is not there ends the same way.
      if (error.code === "ENOENT") resolve(undefined);
      else reject(error);
    });
    child.on("close", (code) =>
      resolve({ exitCode: code ?? -1, stdout, output }),
    );
  });
}
