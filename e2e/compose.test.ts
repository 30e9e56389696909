import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { programsNamed, type Program } from "./programs";
import { scratchFolder } from "@monitoring-as-code/grafana-stand-in";
import { freePort, startServerProgram } from "./server-program";

/** There may be no Docker here, but the programs in the containers are: they run with the flags and files of compose.yaml. */
const projectRoot = resolve(__dirname, "..");
const { services } = parse(
  readFileSync(join(projectRoot, "compose.yaml"), "utf8"),
) as { services: Record<string, { command: string[] }> };
const rendered = scratchFolder("rendered");

beforeAll(() => {
  const { status, stderr } = spawnSync(
    "npx",
    ["monitoring", "render", "local", "--out", rendered],
    { cwd: projectRoot, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
});

/** The flags of a container, with its folders replaced by folders of this machine. */
function flagsOf(service: string): readonly string[] {
  const storage = scratchFolder(service);
  mkdirSync(storage, { recursive: true });
  return (services[service]?.command ?? []).map((flag) =>
    flag
      .replace("=/rendered/", `=${rendered}/`)
      .replace(`=/${service}`, `=${storage}`),
  );
}

function configFile(service: string): string {
  const flag = flagsOf(service).find((one) => one.startsWith("--config.file="));
  return flag?.replace("--config.file=", "") ?? "";
}

function output({ path }: Program, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(path, args, {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return `${stdout}${stderr}`;
}

test.each(programsNamed("promtool"))(
  "$version accepts the prometheus.yml that is mounted",
  (promtool) => {
    expect(
      output(promtool, "check", "config", configFile("prometheus")),
    ).toMatch(/SUCCESS: .*prometheus\.yml is valid/);
  },
);

test.each(programsNamed("amtool"))(
  "$version accepts the alertmanager.yml that is mounted, with its templates",
  (amtool) => {
    const text = output(amtool, "check-config", configFile("alertmanager"));
    expect(text).toContain("SUCCESS");
    expect(text).toMatch(/[1-9]\d* templates/);
  },
);

test.each([
  { service: "prometheus", flag: "--web.listen-address" },
  { service: "alertmanager", flag: "--web.listen-address" },
])(
  "$service starts with these flags and becomes ready",
  async ({ service, flag }) => {
    const [program] = programsNamed(service);
    const port = await freePort();
    const server = await startServerProgram(
      program?.path ?? "",
      [...flagsOf(service), `${flag}=127.0.0.1:${port}`],
      { cwd: scratchFolder(service), port, readyPath: "/-/ready" },
    );
    try {
      if (service === "prometheus") await expectRemoteWrite(server.url);
    } finally {
      await server.stop();
    }
  },
);

/** Grafana and Tempo write to it: without the receiver it would answer 404. */
async function expectRemoteWrite(url: string): Promise<void> {
  const { status } = await fetch(`${url}/api/v1/write`, { method: "POST" });
  expect(status).not.toBe(404);
}
