import got, { HTTPError, type Got, type Method, type Response } from "got";
import type { JsonObject } from "../internal/json-tree";
import { isObject } from "../review/value";
import { retryDelay } from "./retry-delay";

/** What a Grafana answered instead of what it was asked for. It has no cause: got's own errors carry the headers that were sent. */
export class GrafanaError extends Error {
  constructor(
    message: string,
    /** @default - it did not answer */
    readonly status: number | undefined,
    /** What Grafana says of it. */
    readonly detail: string,
  ) {
    super(message);
  }

  /** Whether a write may have been done all the same. */
  get isUncertain(): boolean {
    return this.status === undefined || this.status >= 500;
  }

  /** Whether nothing else will succeed either: nobody answers, or who asks is not known. */
  get isHopeless(): boolean {
    return this.status === undefined || this.status === 401;
  }
}

export interface GrafanaHttpOptions {
  readonly url: string;
  /** `user:password`, or the token of a service account. */
  readonly auth: string;
  /** Where `auth` comes from, for messages: the name of the variable. */
  readonly authSource: string;
  /** Further attempts after a failure that may pass. @default 4 */
  readonly retries?: number;
  /** Before the first further attempt; it doubles each time. @default 1000 */
  readonly retryDelayMilliseconds?: number;
  /** Of one attempt. @default 30000 */
  readonly timeoutMilliseconds?: number;
}

export interface GrafanaRequest {
  readonly method?: "GET" | "POST" | "PUT";
  readonly query?: Readonly<Record<string, string | number>>;
  readonly json?: unknown;
  /** What who asks must be allowed to do, such as `dashboards:read`. */
  readonly permission: string;
}

/** Asks one path, without `/` before it. Throws a {@link GrafanaError} that never shows who asked. */
export type GrafanaHttp = <Answer>(
  path: string,
  request: GrafanaRequest,
) => Promise<Answer>;

/** What a server that is busy, or starts again, answers. */
const busyStatuses = [429, 502, 503, 504];
/** What cannot have been done yet, so that a write may be tried again without looking. */
const notDoneStatuses = [429, 503];
const notDoneErrors = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"];
/** How long a server may ask to be left alone. */
const longestRetryAfterMilliseconds = 120_000;

/** Reads are tried again whenever that may help; writes only where the first attempt cannot have been done. */
export function grafanaHttp(options: GrafanaHttpOptions): GrafanaHttp {
  const { url, auth, retries = 4, retryDelayMilliseconds } = options;
  const http: Got = got.extend({
    prefixUrl: url,
    headers: { authorization: authorization(auth), accept: "application/json" },
    timeout: options.timeoutMilliseconds ?? 30_000,
    // An API leads nowhere else; a page to sign in does.
    followRedirect: false,
  });
  return async <Answer>(path: string, request: GrafanaRequest) => {
    const { method = "GET", query, json, permission } = request;
    const isRead = method === "GET";
    try {
      const response = await http(path, {
        method,
        ...(query === undefined ? {} : { searchParams: { ...query } }),
        ...(json === undefined ? {} : { json: json as JsonObject }),
        retry: {
          limit: retries,
          methods: [method as Method],
          statusCodes: isRead ? busyStatuses : notDoneStatuses,
          ...(isRead ? {} : { errorCodes: notDoneErrors }),
          maxRetryAfter: longestRetryAfterMilliseconds,
          calculateDelay: retryDelay(retryDelayMilliseconds),
        },
      });
      return answerOf(response, url) as Answer;
    } catch (error) {
      throw grafanaError(error, `${method} ${path}`, permission, options);
    }
  };
}

/** `user:password` or a token, as the provider tells them apart. */
function authorization(auth: string): string {
  return auth.includes(":")
    ? `Basic ${Buffer.from(auth).toString("base64")}`
    : `Bearer ${auth}`;
}

/** Somebody else than Grafana answers. */
class Misled extends Error {}

function answerOf(
  { statusCode, headers, body }: Response<string>,
  url: string,
): unknown {
  if (statusCode >= 300)
    throw new Misled(
      `is led to ${headers.location ?? "another address"}: does ${url} begin as Grafana's own root_url does, with https and path?`,
    );
  try {
    return body === "" ? undefined : JSON.parse(body);
  } catch (error) {
    throw new Misled(
      `is answered with something that is no JSON: is ${url} a Grafana, with nothing to sign in before it?`,
      { cause: error },
    );
  }
}

function grafanaError(
  error: unknown,
  what: string,
  permission: string,
  { url, authSource }: GrafanaHttpOptions,
): GrafanaError {
  const place = `Grafana at ${url}, ${what}`;
  if (error instanceof HTTPError) {
    const { statusCode: status, body } = error.response;
    const detail = detailOf(body);
    return new GrafanaError(
      `${place}: ${status} ${explained(status, permission, authSource)}${detail === "" ? "" : `: ${detail}`}`,
      status,
      detail,
    );
  }
  if (error instanceof Misled)
    return new GrafanaError(`${place}: ${error.message}`, 300, "");
  const message = error instanceof Error ? error.message : String(error);
  return new GrafanaError(
    `${place}: cannot be reached, ${message}`,
    undefined,
    "",
  );
}

function explained(
  status: number,
  permission: string,
  authSource: string,
): string {
  switch (status) {
    case 401:
      return `does not know who asks: ${authSource} must hold user:password or the token of a service account that has not expired`;
    case 403:
      return `forbids it: who asks (${authSource}) needs the permission ${permission}`;
    case 429:
      return "is asked too often";
    default:
      return status >= 500 ? "has a problem of its own" : "refuses";
  }
}

/** Grafana says what is wrong in `message`; anything else may be a page of a proxy. */
function detailOf(body: unknown): string {
  if (typeof body !== "string") return "";
  try {
    const answer = JSON.parse(body) as unknown;
    const message = isObject(answer) ? answer.message : undefined;
    return typeof message === "string" ? message : "";
  } catch {
    return "";
  }
}
