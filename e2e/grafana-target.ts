import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { RunningCommand } from "./command";
import { scratchFolder } from "./scratch-folder";
import { endTerraformRuns } from "./terraform";

/** The longest path that a unix socket can have, in bytes. */
const MAX_SOCKET_PATH = 107;
const projectRoot = resolve(__dirname, "..");
const schemaFile = join(projectRoot, "packages/provider-grafana/schema.json");

/** What the Grafana provider talks to, and what Terraform's environment needs for it. */
export interface GrafanaTarget {
  readonly url: string;
  /** @default - what the stack says: the stand-in takes any */
  readonly auth?: string;
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export interface GrafanaTargetProps {
  /**
   * Let the stand-in run applies that arrive together in the worst order.
   * The real provider has no such mode.
   * @default false
   */
  readonly worstOrder?: boolean;
}

/**
 * The stand-in, unless `E2E_GRAFANA_PROVIDER=real`: then the real provider
 * against the server `E2E_GRAFANA_URL` with `E2E_GRAFANA_AUTH` (`user:password`
 * or a token). The server must be empty: tests create and destroy on it.
 */
export async function startGrafana(
  props: GrafanaTargetProps = {},
): Promise<GrafanaTarget> {
  const kind = process.env["E2E_GRAFANA_PROVIDER"] ?? "stand-in";
  if (kind === "real") return realGrafana();
  if (kind === "stand-in") return startStandIn(props);
  throw new Error(
    `E2E_GRAFANA_PROVIDER must be "stand-in" or "real", got ${JSON.stringify(kind)}`,
  );
}

function realGrafana(): GrafanaTarget {
  const url = process.env["E2E_GRAFANA_URL"] ?? "";
  const auth = process.env["E2E_GRAFANA_AUTH"] ?? "";
  if (url === "" || auth === "") {
    throw new Error(
      "E2E_GRAFANA_PROVIDER=real needs E2E_GRAFANA_URL and E2E_GRAFANA_AUTH",
    );
  }
  return { url, auth, environment: {}, stop: () => Promise.resolve() };
}

async function startStandIn({
  worstOrder = false,
}: GrafanaTargetProps): Promise<GrafanaTarget> {
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
      "--import",
      "tsx",
      join(__dirname, "grafana-provider/serve.ts"),
      ...["--schema", schemaFile, "--socket", socket],
      ...["--settle-ms", worstOrder ? "40" : "0"],
    ],
    { cwd: projectRoot, env: { PATH: process.env["PATH"] ?? "" } },
  );
  const reattach = await standIn.line();
  return {
    url: "http://grafana.e2e.invalid",
    environment: { TF_REATTACH_PROVIDERS: reattach },
    stop: async () => {
      await endTerraformRuns();
      standIn.kill("SIGTERM");
      await standIn.finished;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
