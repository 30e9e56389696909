import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { deploymentNamed } from "./deployments";
import { local } from "../environments/local";
import { alertmanagerConfig } from "monitoring-as-code/outputs/alertmanager";
import { secondsIn } from "monitoring-as-code";
import { ruleFiles, scrapeConfig } from "monitoring-as-code/outputs/prometheus";

interface Mount {
  readonly type: "bind";
  readonly source: string;
  readonly target: string;
  readonly read_only?: boolean;
}

interface Service {
  readonly image: string;
  readonly ports: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly (string | Mount)[];
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
}

const compose = yaml<Compose>("compose.yaml");
const services = Object.entries(compose.services).map(([name, service]) => ({
  name,
  ...service,
}));
const { grafana, prometheus, alertmanager, loki, tempo } = compose.services;

function text(path: string): string {
  return readFileSync(join(__dirname, "..", path), "utf8");
}

function yaml<T>(path: string): T {
  return parse(text(path)) as T;
}

/** The value of `--name=value` or `-name=value` in a command. */
function flag({ command = [] }: Service, name: string): string | undefined {
  return command
    .map((argument) => /^--?([^=]+)=(.*)$/.exec(argument))
    .find((match) => match?.[1] === name)?.[2];
}

/** Where the host finds the port of a container, such as `127.0.0.1:3000`. */
function published({ ports }: Service): ReadonlyMap<string, string> {
  return new Map(
    ports.map((port) => {
      const [container = "", ...host] = port.split(":").reverse();
      return [container, host.reverse().join(":")];
    }),
  );
}

/** What is mounted from this folder: where it is, and where the container sees it. */
function mounts({ volumes = [] }: Service): readonly Mount[] {
  return volumes
    .map((volume): Mount => {
      if (typeof volume !== "string") return volume;
      const [source = "", target = "", mode] = volume.split(":");
      return { type: "bind", source, target, read_only: mode === "ro" };
    })
    .filter(({ source }) => source.startsWith("./"));
}

/** What `npx monitoring render local` writes, as paths in the project. */
function renderedFiles(): readonly string[] {
  const deployment = deploymentNamed(local.name);
  const { files } = alertmanagerConfig(
    deployment.notifications,
    deployment.environment,
  );
  return [scrapeConfig(deployment), ...ruleFiles(deployment), ...files].map(
    ({ path }) => `cdktf.out/prometheus/${local.name}/${path}`,
  );
}

test("runs Grafana, Prometheus, Loki, Tempo and Alertmanager", () => {
  expect(Object.keys(compose.services).sort()).toEqual([
    "alertmanager",
    "grafana",
    "loki",
    "prometheus",
    "tempo",
  ]);
});

test.each(services)("$name is pinned to one version", ({ image }) => {
  expect(image).toMatch(/^[a-z]+\/[a-z]+:v?\d+\.\d+\.\d+$/);
});

test("Prometheus and Alertmanager are the versions that the end-to-end tests check the rendered files with", () => {
  const programs = text(".ci/install-programs");
  const tested = (name: string): string | undefined =>
    new RegExp(`^${name}=(\\S+)`, "m").exec(programs)?.[1];
  expect(prometheus?.image).toBe(`prom/prometheus:v${tested("prometheus")}`);
  expect(alertmanager?.image).toBe(
    `prom/alertmanager:v${tested("alertmanager")}`,
  );
});

test("Grafana is as new as the environment says", () => {
  expect(grafana?.image).toMatch(
    new RegExp(`^grafana/grafana:${local.grafana.version}\\.`),
  );
});

test.each(["prometheus", "loki", "tempo", "alertmanager"] as const)(
  "the data source %s of local leads to its container, on a port that this machine reaches too",
  (name) => {
    const { protocol, hostname, port } = new URL(local.dataSources[name]);
    const service = compose.services[hostname];
    expect(protocol).toBe("http:");
    expect(hostname).toBe(name);
    expect(service && published(service).get(port)).toBe(`127.0.0.1:${port}`);
  },
);

test("the address of local's Grafana is the one that is published", () => {
  const { hostname, port } = new URL(local.grafana.url);
  expect(hostname).toBe("localhost");
  expect(grafana && published(grafana).get("3000")).toBe(`127.0.0.1:${port}`);
});

test("no two containers ask for one port", () => {
  const ports = services.flatMap((service) => [...published(service).values()]);
  expect(new Set(ports).size).toBe(ports.length);
});

test("named volumes are declared, and every declared one is used", () => {
  const used = services.flatMap(({ volumes = [] }) =>
    volumes.flatMap((volume) =>
      typeof volume === "string" && !volume.startsWith("./")
        ? [volume.split(":")[0]]
        : [],
    ),
  );
  expect(used.sort()).toEqual(Object.keys(compose.volumes).sort());
});

describe.each(services.filter((service) => mounts(service).length > 0))(
  "the configuration of $name",
  (service) => {
    const file =
      flag(service, "config.file") ?? `${service.name} names no config.file`;
    const mount = mounts(service).find(
      ({ target }) => file === target || file.startsWith(`${target}/`),
    );
    const source =
      mount === undefined
        ? `${file} is not mounted`
        : file.replace(mount.target, mount.source).replace(/^\.\//, "");

    test("is written by monitoring render, or is in the repository", () => {
      const isRendered = renderedFiles().includes(source);
      expect([isRendered, existsSync(join(__dirname, "..", source))]).toContain(
        true,
      );
    });

    test("cannot be changed from inside", () => {
      for (const { read_only: readOnly } of mounts(service))
        expect(readOnly).toBe(true);
    });
  },
);

describe("what local says of its servers is what they are told", () => {
  test("how long Prometheus keeps what, and that others may write to it", () => {
    if (prometheus === undefined) throw new Error("no prometheus");
    const { retention, retentionSizeGB } = local.prometheus;
    expect(flag(prometheus, "storage.tsdb.retention.time")).toBe(retention);
    expect(flag(prometheus, "storage.tsdb.retention.size")).toBe(
      `${retentionSizeGB}GB`,
    );
    expect(prometheus.command).toContain("--web.enable-remote-write-receiver");
    expect(flag(prometheus, "enable-feature")).toBe("exemplar-storage");
  });

  test("how long Loki keeps logs, and where it listens", () => {
    expect(yaml("compose/loki.yml")).toMatchObject({
      server: {
        http_listen_port: Number(new URL(local.dataSources.loki).port),
      },
      limits_config: { retention_period: local.loki.retention },
      compactor: { retention_enabled: true },
    });
    expect(loki?.volumes).toContain("loki:/loki");
  });

  test("how long Tempo keeps traces, where it listens, and where it writes the metrics of spans", () => {
    expect(yaml("compose/tempo.yml")).toMatchObject({
      server: {
        http_listen_port: Number(new URL(local.dataSources.tempo).port),
      },
      compactor: { compaction: { block_retention: local.tempo.retention } },
      metrics_generator: {
        storage: {
          remote_write: [
            { url: `${local.dataSources.prometheus}/api/v1/write` },
          ],
        },
      },
    });
    expect(tempo && [...published(tempo).keys()]).toEqual(
      expect.arrayContaining(["4317", "4318"]),
    );
  });

  test("Tempo's paths are where the container may write", () => {
    const paths = [...text("compose/tempo.yml").matchAll(/ path: (\S+)/g)];
    expect(paths).toHaveLength(3);
    for (const [, path] of paths) expect(path).toMatch(/^\/tmp\//);
  });

  test("retentions are at least a day, which Loki's compactor needs", () => {
    expect(secondsIn(local.loki.retention)).toBeGreaterThanOrEqual(86_400);
  });
});
