import { rmSync } from "node:fs";
import { join } from "node:path";
import { RunningCommand } from "./command";
import { scratchFolder } from "./scratch-folder";

/** The longest path that a unix socket can have, in bytes. */
const MAX_SOCKET_PATH = 107;
const schemaFile = require.resolve("@cdktf/provider-grafana/schema.json");

export interface StandInProps {
  /**
   * Run applies that arrive together in the worst order.
   * @default false
   */
  readonly worstOrder?: boolean;
}

/** The stand-in for the Grafana provider and for the server behind it, in a process of its own. */
export interface StandIn {
  /** What the provider is told; nothing answers there. */
  readonly url: string;
  /** What Terraform's environment needs to find it. */
  readonly environment: Readonly<Record<string, string>>;
  /** All that was deployed to it is gone afterwards. */
  stop(): Promise<void>;
}

/** Starts it with nothing on the server, and waits until Terraform can reach it. */
export async function startStandIn({
  worstOrder = false,
}: StandInProps = {}): Promise<StandIn> {
  const directory = scratchFolder("grafana");
  const socket = join(directory, "provider.sock");
  if (Buffer.byteLength(socket) > MAX_SOCKET_PATH) {
    throw new Error(
      `${socket}: longer than the ${MAX_SOCKET_PATH} bytes of a socket path, set TMPDIR to a shorter folder`,
    );
  }
  const standIn = new RunningCommand(
    process.execPath,
    [
      join(__dirname, "grafana-provider/serve.js"),
      ...["--schema", schemaFile, "--socket", socket],
      ...["--settle-ms", worstOrder ? "40" : "0"],
    ],
    { cwd: directory, env: { PATH: process.env["PATH"] ?? "" } },
  );
  const reattach = await standIn.line();
  return {
    url: "http://grafana.e2e.invalid",
    environment: { TF_REATTACH_PROVIDERS: reattach },
    stop: async () => {
      standIn.kill("SIGTERM");
      await standIn.finished;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
