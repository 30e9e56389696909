import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { parse, stringify } from "yaml";
import type { RenderedFile } from "monitoring-as-code/outputs";

/** What one host answers: a body, or undefined for 404. */
export type HostAnswer = (request: {
  readonly host: string;
  readonly path: string;
  readonly body: string;
}) => string | undefined;

/** A forward proxy on the loopback interface that plays all hosts itself and forwards nothing. */
export interface ProxiedHosts {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Plays the hosts that rendered files name, so that the files stay as they are: programs that are told to use this proxy
 * find `http://frontend:8080` behind it.
 */
export async function startProxiedHosts(
  answer: HostAnswer,
): Promise<ProxiedHosts> {
  const server = createServer((request, response) => {
    void respond(request, response, answer);
  });
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: HostAnswer,
): Promise<void> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += String(chunk);
  const { host, pathname } = new URL(request.url ?? "", "http://unknown");
  const text = answer({ host, path: pathname, body });
  response.statusCode = text === undefined ? 404 : 200;
  response.setHeader("content-type", "text/plain; version=0.0.4");
  response.end(text ?? "");
}

/** prometheus.yml, every job of which goes through the proxy. */
export function scrapedThrough(url: string, file: RenderedFile): RenderedFile {
  const config = parse(file.content, { version: "1.1" }) as {
    readonly scrape_configs: readonly object[];
  };
  return rendered(file.path, {
    ...config,
    scrape_configs: config.scrape_configs.map((job) => ({
      ...job,
      proxy_url: url,
    })),
  });
}

/** alertmanager.yml, every notification of which goes through the proxy. */
export function notifiedThrough(url: string, file: RenderedFile): RenderedFile {
  const config = parse(file.content, { version: "1.1" }) as {
    readonly global: object;
  };
  return rendered(file.path, {
    ...config,
    global: { ...config.global, http_config: { proxy_url: url } },
  });
}

function rendered(path: string, config: object): RenderedFile {
  return { path, content: stringify(config, { version: "1.1" }) };
}
