import { spawn, type ChildProcess } from "node:child_process";

export interface CommandOptions {
  readonly cwd: string;
  /** The whole environment of the command: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
}

export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

/**
 * A command that is running: its output so far, and its end. Its standard input
 * stays open as long as this process lives, so that a server can end with it.
 */
export class RunningCommand {
  private stdout = "";
  private output = "";
  private readonly child: ChildProcess;
  readonly finished: Promise<CommandResult>;

  constructor(
    readonly command: string,
    args: readonly string[],
    options: CommandOptions,
  ) {
    const child = spawn(command, args, { cwd: options.cwd, env: options.env });
    this.child = child;
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      this.stdout += chunk;
      this.output += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      this.output += chunk;
    });
    this.finished = new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => {
        const { stdout, output } = this;
        resolve({ exitCode: code ?? -1, stdout, output });
      });
    });
  }

  /** Waits until the output holds the text; throws if the command ends before. */
  async prints(expected: string): Promise<void> {
    await this.until(() => this.output.includes(expected), expected);
  }

  /** The first line of standard output. */
  async line(): Promise<string> {
    await this.until(() => this.stdout.includes("\n"), "a line");
    return this.stdout.slice(0, this.stdout.indexOf("\n"));
  }

  private async until(met: () => boolean, what: string): Promise<void> {
    let ended = false;
    const end = this.finished.finally(() => {
      ended = true;
    });
    while (!met()) {
      if (ended) {
        throw new Error(
          `${this.command} ended without printing ${JSON.stringify(what)}: ${this.output}`,
        );
      }
      await Promise.race([end, pause(50)]);
    }
  }

  /** Types a line into the command. */
  enter(line: string): void {
    this.child.stdin?.write(`${line}\n`);
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

/** Runs a command to its end, whatever its exit code. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  return new RunningCommand(command, args, options).finished;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
