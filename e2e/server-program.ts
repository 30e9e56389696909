import { createServer, type AddressInfo } from "node:net";
import { pause, RunningCommand } from "@monitoring-as-code/grafana-stand-in";

/**
 * Runs a program beside a watch that kills it when this process is gone, and says its process id first. The watch only
 * uses what the shell has built in: a process of its own would hold the output open.
 */
const watched = `exec 3<&0
"$@" </dev/null &
program=$!
echo $program
{ while read -r line <&3; do :; done; kill -9 $program; } 2>/dev/null &
watch=$!
wait $program
kill $watch 2>/dev/null`;

/** A server on the loopback interface. */
export interface ServerProgram {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Ends it as a crash would: it gets no chance to write anything. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server that listens on `port`, and waits until `readyPath` answers. Throws, with its output, when it ends. */
export async function startServerProgram(
  path: string,
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly port: number;
    readonly readyPath: string;
  },
): Promise<ServerProgram> {
  const { cwd, port, readyPath } = options;
  const url = `http://127.0.0.1:${port}`;
  const command = new RunningCommand(
    "sh",
    ["-c", watched, "sh", path, ...args],
    { cwd, env: { PATH: process.env["PATH"] ?? "" } },
  );
  const pid = Number(await command.line());
  let isOver = false;
  const ended = command.finished.then(({ output }) => {
    isOver = true;
    return output;
  });
  const end = (signal: NodeJS.Signals) => async (): Promise<void> => {
    // Its process id may be somebody else's by then.
    if (!isOver) process.kill(pid, signal);
    await ended;
  };
  for (;;) {
    if (await isReady(`${url}${readyPath}`)) break;
    const output = await Promise.race([ended, pause(100)]);
    if (output !== undefined) {
      throw new Error(`${path} ended before it was ready: ${output}`);
    }
  }
  return { url, crash: end("SIGKILL"), stop: end("SIGTERM") };
}

/** A port of the loopback interface that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
