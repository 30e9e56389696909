import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import {
  pause,
  runCommand,
  RunningCommand,
} from "@monitoring-as-code/grafana-stand-in";

const VERSION = "5.2.5";
const INSTALL_ATTEMPTS = 3;
const START_ATTEMPTS = 3;
const projectRoot = resolve(__dirname, "..");
const venv = join(projectRoot, ".cache", `moto-${VERSION}`);

/** An S3 server (moto) on the loopback interface; what it holds is gone when it stops. */
export interface S3Server {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Starts a server on a free port; the first start of all installs it under `.cache/`. */
export async function startS3Server(): Promise<S3Server> {
  await install();
  for (let attempt = 1; ; attempt += 1) {
    const server = await start();
    if (server !== undefined) return server;
    if (attempt === START_ATTEMPTS) {
      throw new Error(
        `moto server ${VERSION} did not start in ${attempt} attempts`,
      );
    }
  }
}

/** undefined if the server ended, for example because somebody else took the port. */
async function start(): Promise<S3Server | undefined> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const server = new RunningCommand(
    join(venv, "bin/python"),
    [join(__dirname, "s3_server.py"), "-H", "127.0.0.1", "-p", String(port)],
    { cwd: projectRoot, env: { PATH: process.env["PATH"] ?? "" } },
  );
  let ended = false;
  const end = server.finished.then(() => {
    ended = true;
  });
  while (!(await answers(endpoint))) {
    await Promise.race([end, pause(100)]);
    if (ended) return undefined;
  }
  return {
    endpoint,
    stop: async () => {
      server.kill("SIGTERM");
      await end;
    },
  };
}

/**
 * Installs the server from the package index, in a virtual environment of its own, which is there when it is whole: test
 * files run side by side.
 */
async function install(): Promise<void> {
  if (existsSync(venv)) return;
  const unfinished = `${venv}.${process.pid}`;
  await mkdir(join(projectRoot, ".cache"), { recursive: true });
  const python = process.env["PYTHON"] ?? "python3";
  // pip reads its index, proxy and certificates from the environment.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  for (let attempt = 1; ; attempt += 1) {
    await rm(unfinished, { recursive: true, force: true });
    const options = { cwd: projectRoot, env };
    const created = await runCommand(
      python,
      ["-m", "venv", unfinished],
      options,
    );
    const result =
      created.exitCode !== 0
        ? created
        : await runCommand(
            join(unfinished, "bin/pip"),
            ["install", "--quiet", `moto[server,s3]==${VERSION}`],
            options,
          );
    if (result.exitCode === 0) break;
    if (attempt === INSTALL_ATTEMPTS) {
      throw new Error(
        `moto ${VERSION} could not be installed: ${result.output}`,
      );
    }
    await pause(attempt * 2_000);
  }
  await rename(unfinished, venv).catch(async (error: unknown) => {
    if (!existsSync(venv)) throw error;
    await rm(unfinished, { recursive: true, force: true });
  });
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    return (await fetch(`${endpoint}/moto-api/data.json`)).ok;
  } catch {
    return false; // not listening yet
  }
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolvePort(port));
    });
  });
}
