"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.startS3Server = startS3Server;
const node_fs_1 = require("node:fs");
const promises_1 = require("node:fs/promises");
const node_net_1 = require("node:net");
const node_path_1 = require("node:path");
const grafana_stand_in_1 = require("@monitoring-as-code/grafana-stand-in");
const VERSION = "5.2.5";
const INSTALL_ATTEMPTS = 3;
const START_ATTEMPTS = 3;
const projectRoot = (0, node_path_1.resolve)(__dirname, "..");
const venv = (0, node_path_1.join)(projectRoot, ".cache", `moto-${VERSION}`);
/** Starts a server on a free port; the first start of all installs it under `.cache/`. */
async function startS3Server() {
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
async function start() {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const server = new grafana_stand_in_1.RunningCommand(
    (0, node_path_1.join)(venv, "bin/python"),
    [
      (0, node_path_1.join)(__dirname, "s3_server.py"),
      "-H",
      "127.0.0.1",
      "-p",
      String(port),
    ],
    { cwd: projectRoot, env: { PATH: process.env["PATH"] ?? "" } },
  );
  let ended = false;
  const end = server.finished.then(() => {
    ended = true;
  });
  while (!(await answers(endpoint))) {
    await Promise.race([end, (0, grafana_stand_in_1.pause)(100)]);
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
async function install() {
  if ((0, node_fs_1.existsSync)(venv)) return;
  const unfinished = `${venv}.${process.pid}`;
  await (0, promises_1.mkdir)((0, node_path_1.join)(projectRoot, ".cache"), {
    recursive: true,
  });
  const python = process.env["PYTHON"] ?? "python3";
  // pip reads its index, proxy and certificates from the environment.
  const env = Object.fromEntries(
    Object.entries(process.env).filter((entry) => entry[1] !== undefined),
  );
  for (let attempt = 1; ; attempt += 1) {
    await (0, promises_1.rm)(unfinished, { recursive: true, force: true });
    const options = { cwd: projectRoot, env };
    const created = await (0, grafana_stand_in_1.runCommand)(
      python,
      ["-m", "venv", unfinished],
      options,
    );
    const result =
      created.exitCode !== 0
        ? created
        : await (0, grafana_stand_in_1.runCommand)(
            (0, node_path_1.join)(unfinished, "bin/pip"),
            ["install", "--quiet", `moto[server,s3]==${VERSION}`],
            options,
          );
    if (result.exitCode === 0) break;
    if (attempt === INSTALL_ATTEMPTS) {
      throw new Error(
        `moto ${VERSION} could not be installed: ${result.output}`,
      );
    }
    await (0, grafana_stand_in_1.pause)(attempt * 2_000);
  }
  await (0, promises_1.rename)(unfinished, venv).catch(async (error) => {
    if (!(0, node_fs_1.existsSync)(venv)) throw error;
    await (0, promises_1.rm)(unfinished, { recursive: true, force: true });
  });
}
async function answers(endpoint) {
  try {
    return (await fetch(`${endpoint}/moto-api/data.json`)).ok;
  } catch {
    return false; // not listening yet
  }
}
function freePort() {
  return new Promise((resolvePort, reject) => {
    const probe = (0, node_net_1.createServer)();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolvePort(port));
    });
  });
}
//# sourceMappingURL=s3-server.js.map
