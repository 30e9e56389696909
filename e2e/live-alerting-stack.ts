import project from "../monitoring";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { local } from "../environments/local";
import { alertmanagerConfig } from "monitoring-as-code/outputs/alertmanager";
import { deploymentOf } from "monitoring-as-code/deployment";
import { type Deployment, type Labels } from "monitoring-as-code";
import { ruleFiles, scrapeConfig } from "monitoring-as-code/outputs/prometheus";
import { ecommerce } from "../systems/ecommerce";
import { pause, scratchFolder } from "@monitoring-as-code/grafana-stand-in";
import { PlayedShop } from "./played-shop";
import { programsNamed, type Program } from "./programs";
import {
  notifiedThrough,
  scrapedThrough,
  startProxiedHosts,
} from "./proxied-hosts";
import {
  freePort,
  startServerProgram,
  type ServerProgram,
} from "./server-program";
import { shortened } from "./shortened-time";

/** An hour as rendered is a minute here. */
const speed = 60;

/** What Alertmanager posts to a webhook, as far as it is read here. */
export interface Notification {
  readonly status: "firing" | "resolved";
  readonly groupKey: string;
  readonly groupLabels: Labels;
  readonly alerts: readonly {
    readonly status: "firing" | "resolved";
    readonly labels: Labels;
    readonly annotations: Readonly<Record<string, string>>;
  }[];
}

/** An alert as Alertmanager's API gives it. */
export interface ActiveAlert {
  readonly labels: Labels;
  readonly status: {
    readonly state: "active" | "suppressed" | "unprocessed";
    readonly inhibitedBy: readonly string[];
    readonly silencedBy: readonly string[];
  };
}

/** The shop with a real Prometheus and a real Alertmanager on the files that are rendered for them. */
export interface LiveAlertingStack {
  readonly deployment: Deployment;
  readonly shop: PlayedShop;
  readonly prometheusUrl: string;
  readonly alertmanagerUrl: string;
  /** What reached the webhook, oldest first. */
  readonly notifications: readonly Notification[];
  /** What Alertmanager knows now. */
  alerts(): Promise<readonly ActiveAlert[]>;
  /** Kills Alertmanager without a chance to write anything. */
  crashAlertmanager(): Promise<void>;
  /** Starts it again on the same storage and port. */
  startAlertmanager(): Promise<void>;
  stop(): Promise<void>;
}

/** A Prometheus and an Alertmanager that are run together. */
export interface ServerPair {
  readonly prometheus: Program;
  readonly alertmanager: Program;
}

/** The oldest of both, and the newest of both if they are others. */
export function serverPairs(): readonly ServerPair[] {
  const prometheuses = programsNamed("prometheus");
  const alertmanagers = programsNamed("alertmanager");
  return [0, Math.max(prometheuses.length, alertmanagers.length) - 1]
    .filter((place, index, places) => places.indexOf(place) === index)
    .flatMap((place) => {
      const prometheus = prometheuses[place] ?? prometheuses.at(-1);
      const alertmanager = alertmanagers[place] ?? alertmanagers.at(-1);
      return prometheus && alertmanager ? [{ prometheus, alertmanager }] : [];
    });
}

/** Starts everything on free ports of the loopback interface. */
export async function startLiveAlertingStack(
  servers: ServerPair,
): Promise<LiveAlertingStack> {
  const folder = scratchFolder("live-alerting");
  const alertmanagerPort = await freePort();
  const deployment = deploymentWith(`http://127.0.0.1:${alertmanagerPort}`);
  const shop = new PlayedShop(() => Date.now() / 1000);
  const notifications: Notification[] = [];
  const world = await startProxiedHosts(({ host, path, body }) => {
    if (host !== "webhook-receiver:8080") return shop.metricsOf(host);
    notifications.push(JSON.parse(body) as Notification);
    return path === "/webhook" ? "" : undefined;
  });
  writeFiles(folder, deployment, world.url);
  const running: ServerProgram[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.stop()));
    await world.stop();
  };
  const started = async (
    start: () => Promise<ServerProgram>,
  ): Promise<ServerProgram> => {
    try {
      const server = await start();
      running.push(server);
      return server;
    } catch (error) {
      await stop();
      throw error;
    }
  };
  const startAlertmanager = (): Promise<ServerProgram> =>
    startServerProgram(
      servers.alertmanager.path,
      [
        "--config.file=alertmanager.yml",
        "--storage.path=alertmanager",
        `--web.listen-address=127.0.0.1:${alertmanagerPort}`,
        "--cluster.listen-address=",
        // What it wrote last is what survives a crash; as delivered, it writes every 15 minutes.
        "--data.maintenance-interval=1s",
      ],
      { cwd: folder, port: alertmanagerPort, readyPath: "/-/ready" },
    );
  let alertmanager = await started(startAlertmanager);
  const prometheusPort = await freePort();
  const prometheus = await started(() =>
    startServerProgram(
      servers.prometheus.path,
      [
        "--config.file=prometheus.yml",
        "--storage.tsdb.path=prometheus",
        `--web.listen-address=127.0.0.1:${prometheusPort}`,
        `--query.lookback-delta=${300 / speed}s`,
        // Alertmanager takes an alert for resolved when it hears nothing for four times this long.
        "--rules.alert.resend-delay=3s",
      ],
      { cwd: folder, port: prometheusPort, readyPath: "/-/ready" },
    ),
  );
  return {
    deployment,
    shop,
    notifications,
    prometheusUrl: prometheus.url,
    alertmanagerUrl: alertmanager.url,
    alerts: async () => {
      const response = await fetch(`${alertmanager.url}/api/v2/alerts`);
      return (await response.json()) as ActiveAlert[];
    },
    crashAlertmanager: () => alertmanager.crash(),
    startAlertmanager: async () => {
      alertmanager = await started(startAlertmanager);
    },
    stop,
  };
}

/** Waits until `met` gives something, and returns it; throws after `seconds`, saying what was awaited. */
export async function eventually<T>(
  what: string,
  met: () => T | undefined | false | Promise<T | undefined | false>,
  seconds = 45,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await met();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds}s`);
    await pause(200);
  }
}

/** The local environment with the shop alone, in which Prometheus evaluates and Alertmanager notifies. */
function deploymentWith(alertmanagerUrl: string): Deployment {
  return deploymentOf(
    {
      ...local,
      dataSources: { alertmanager: alertmanagerUrl },
      alerting: { ...local.alerting, evaluator: "prometheus" },
    },
    { ...project, systems: [ecommerce] },
  );
}

function writeFiles(
  folder: string,
  deployment: Deployment,
  proxyUrl: string,
): void {
  const { files } = alertmanagerConfig(
    deployment.notifications,
    deployment.environment,
  );
  const all = [
    ...ruleFiles(deployment).map((file) => shortened(file, speed)),
    scrapedThrough(proxyUrl, shortened(scrapeConfig(deployment), speed)),
    ...files.map((file) =>
      file.path === "alertmanager.yml"
        ? notifiedThrough(proxyUrl, shortened(file, speed))
        : file,
    ),
  ];
  for (const { path, content } of all) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
