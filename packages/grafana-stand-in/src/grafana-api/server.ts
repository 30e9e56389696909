import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { ok, refusal, type Answer, type Asked } from "./answer";
import { Dashboards } from "./dashboards";
import { Folders } from "./folders";
import { Annotations, Silences } from "./notes";

/** What goes wrong with requests whose `<method> <path>` matches. */
export interface Fault {
  readonly on: RegExp;
  /** How many requests it concerns. @default Infinity */
  readonly times?: number;
  /** How many requests go well before it. @default 0 */
  readonly after?: number;
  /** `drop` cuts the connection in the middle of the answer; `lose` does as well, after doing what was asked. */
  readonly kind:
    | {
        readonly status: number;
        /** In seconds, or parts of one. */
        readonly retryAfter?: number;
        readonly html?: string;
      }
    | { readonly slowMilliseconds: number }
    | "drop"
    | "lose";
}

export interface GrafanaApiOptions {
  /** The header `Authorization` that is let in. */
  readonly authorization: string;
  /** @default - that of the machine */
  readonly now?: () => Date;
  /** The most entries of a page, whatever is asked for. @default 1000 */
  readonly pageLimit?: number;
}

/**
 * A Grafana that is played over HTTP, as far as backups ask it: folders, dashboards, annotations, silences, and the rules by
 * which a real one refuses.
 */
export class GrafanaApi {
  /** `GET /api/search`, in the order in which they came. */
  readonly requests: string[] = [];
  faults: Fault[] = [];
  readonly folders = new Folders();
  readonly dashboards: Dashboards;
  readonly annotations: Annotations;
  readonly silences: Silences;
  private readonly server: Server;
  private readonly seen = new Map<Fault, number>();

  private constructor(private readonly options: GrafanaApiOptions) {
    const now = options.now ?? (() => new Date());
    this.dashboards = new Dashboards(this.folders, now);
    this.annotations = new Annotations((uid) =>
      this.dashboards.stored.has(uid),
    );
    this.silences = new Silences(now);
    this.server = createServer((request, response) => {
      this.serve(request, response).catch(() => response.destroy());
    });
  }

  static async start(options: GrafanaApiOptions): Promise<GrafanaApi> {
    const api = new GrafanaApi(options);
    await new Promise<void>((resolve) =>
      api.server.listen(0, "127.0.0.1", () => resolve()),
    );
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  /** Forgets everything, as a server does whose disk is lost. */
  clear(): void {
    this.folders.stored.clear();
    this.dashboards.stored.clear();
    this.annotations.stored = [];
    this.silences.stored = [];
  }

  private async serve(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "", this.url);
    const asked: Asked = {
      method: request.method ?? "",
      path: pathname,
      query: searchParams,
      body: await bodyOf(request),
    };
    const name = `${asked.method} ${asked.path}`;
    this.requests.push(name);
    const kind = this.faultOf(name);
    if (kind === "drop") {
      cut(response);
      return;
    }
    if (typeof kind === "object" && "status" in kind) {
      response.statusCode = kind.status;
      if (kind.retryAfter !== undefined)
        response.setHeader("retry-after", String(kind.retryAfter));
      response.end(kind.html ?? '{"message":"something is wrong"}');
      return;
    }
    if (typeof kind === "object" && "slowMilliseconds" in kind)
      await new Promise((resolve) =>
        setTimeout(resolve, kind.slowMilliseconds),
      );
    const { status, body } =
      asked.path === "/api/health" ||
      request.headers.authorization === this.options.authorization
        ? this.answer(asked)
        : refusal(401, "Invalid API key");
    if (kind === "lose") {
      cut(response);
      return;
    }
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  }

  private faultOf(name: string): Fault["kind"] | undefined {
    for (const fault of this.faults) {
      if (!fault.on.test(name)) continue;
      const count = this.seen.get(fault) ?? 0;
      this.seen.set(fault, count + 1);
      const { after = 0, times = Infinity } = fault;
      if (count >= after && count < after + times) return fault.kind;
    }
    return undefined;
  }

  private answer(asked: Asked): Answer {
    const { pageLimit = 1000 } = this.options;
    const [route, uid = ""] = routeOf(asked);
    switch (route) {
      case "GET /api/health":
        return ok({ database: "ok", version: "13.0.1" });
      case "GET /api/frontend/settings":
        return ok({ namespace: "default" });
      case "GET /api/search":
        return this.dashboards.search(asked, pageLimit);
      case "GET /api/dashboards/uid/*":
        return this.dashboards.get(uid);
      case "POST /api/dashboards/db":
        return this.dashboards.save(asked);
      case "GET /api/folders":
        return this.folders.list(asked, pageLimit);
      case "POST /api/folders":
        return this.folders.create(asked);
      case "GET /api/folders/*":
        return this.folders.get(uid);
      case "PUT /api/folders/*":
        return this.folders.update(uid, asked);
      case "POST /api/folders/*/move":
        return this.folders.move(uid, asked);
      case "GET /api/annotations":
        return this.annotations.list(asked);
      case "POST /api/annotations":
        return this.annotations.create(asked);
      case "GET /api/alertmanager/grafana/api/v2/silences":
        return this.silences.list();
      case "POST /api/alertmanager/grafana/api/v2/silences":
        return this.silences.create(asked);
      default:
        return this.answerApp(asked);
    }
  }

  private answerApp(asked: Asked): Answer {
    const [, apiVersion, uid] =
      /^\/apis\/(dashboard\.grafana\.app\/v2\w*)\/namespaces\/default\/dashboards(?:\/([\w-]+))?$/.exec(
        asked.path,
      ) ?? [];
    if (apiVersion === undefined) return refusal(404, "Not found");
    return asked.method === "GET"
      ? this.dashboards.getApp(apiVersion, uid ?? "")
      : this.dashboards.saveApp(apiVersion, asked);
  }
}

/** Promises more than it sends, and hangs up. */
function cut(response: ServerResponse): void {
  response.writeHead(200, { "content-length": "1000" });
  response.write('{"dashboard":');
  setTimeout(() => response.destroy(), 5);
}

/** The path with `*` for the uid in it, and the uid. */
function routeOf({ method, path }: Asked): readonly [string, string?] {
  const [, start, uid, end = ""] =
    /^(\/api\/(?:folders|dashboards\/uid)\/)([^/]+)(\/move)?$/.exec(path) ?? [];
  return uid === undefined
    ? [`${method} ${path}`]
    : [`${method} ${start}*${end}`, decodeURIComponent(uid)];
}

async function bodyOf(request: IncomingMessage): Promise<Asked["body"]> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text === "" ? {} : (JSON.parse(text) as Asked["body"]);
}
