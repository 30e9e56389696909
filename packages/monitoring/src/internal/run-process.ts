import {
  spawn,
  type ChildProcess,
  type StdioOptions,
} from "node:child_process";
import { constants } from "node:os";

/** How a program ended. */
export interface ProcessOutcome {
  /** As a shell gives it: 130 when Ctrl-C ended it. */
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
  /** Whether a shell reads the command. @default false */
  readonly shell?: boolean;
  /** Where its output goes instead of being kept. @default - it is kept */
  readonly stdio?: StdioOptions;
}

/** A person ended the program, with Ctrl-C or a signal. */
export class Interrupted extends Error {
  readonly exitCode: number;

  constructor(command: string, signal: NodeJS.Signals) {
    super(`${command} was interrupted by ${signal}, and has ended`);
    this.exitCode = signalExitCode(signal);
  }
}

/**
 * Runs a program to its end and keeps what it prints. Resolves to undefined when there is no such program on the path.
 * A signal that ends this process goes to the program instead, which finishes in its own way.
 * @throws Interrupted after such a signal
 */
export function runProcess(
  command: string,
  args: readonly string[],
  {
    cwd,
    environment,
    onLine,
    shell = false,
    stdio = ["ignore", "pipe", "pipe"],
  }: ProcessOptions,
): Promise<ProcessOutcome | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: environment,
      stdio,
      shell,
      // A group of its own: a terminal would send Ctrl-C to it as well, and a second one makes Terraform stop at once.
      detached: hasGroups,
    });
    const forwarding = forwardSignals(child);
    let stdout = "";
    let output = "";
    let unfinished = "";
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
      output += chunk;
      if (onLine === undefined) return;
      const lines = `${unfinished}${chunk}`.split("\n");
      unfinished = lines.pop() ?? "";
      lines.forEach(onLine);
    });
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
    child.on("error", (error: NodeJS.ErrnoException) => {
      forwarding.stop();
      // A working directory that is not there ends the same way.
      if (error.code === "ENOENT") resolve(undefined);
      else reject(error);
    });
    child.on("close", (code, signal) => {
      const interruption = forwarding.stop();
      if (interruption !== undefined)
        reject(new Interrupted(command, interruption));
      else
        resolve({
          exitCode: code ?? signalExitCode(signal ?? "SIGKILL"),
          stdout,
          output,
        });
    });
  });
}

const hasGroups = process.platform !== "win32";
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Until it is stopped; says then which signal came, if one did. */
function forwardSignals({ pid }: ChildProcess): {
  readonly stop: () => NodeJS.Signals | undefined;
} {
  let received: NodeJS.Signals | undefined;
  const forward = (signal: NodeJS.Signals): void => {
    received ??= signal;
    if (pid === undefined) return;
    try {
      if (hasGroups) process.kill(-pid, signal);
      else process.kill(pid, signal);
    } catch {
      // It has just ended.
    }
  };
  for (const signal of signals) process.on(signal, forward);
  return {
    stop: () => {
      for (const signal of signals) process.off(signal, forward);
      return received;
    },
  };
}

function signalExitCode(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
