import got, { HTTPError, type Got } from "got";
import { retryDelay } from "./retry-delay";

/** One series of an instant query. */
export interface InstantSample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Asks a Prometheus. */
export interface PrometheusClient {
  /** The result of a query now. Throws when the server cannot be reached or refuses the query. */
  query(expr: string): Promise<readonly InstantSample[]>;
}

export interface PrometheusClientOptions {
  /** With or without a path, such as `https://mimir.example.com/prometheus`. */
  readonly url: string;
  /** The header `Authorization`, for example `Bearer …`. @default - none */
  readonly authorization?: string;
  /** Further attempts after a failure that may pass. @default 3 */
  readonly retries?: number;
  /** Before the first further attempt; it doubles each time. @default 1000 */
  readonly retryDelayMilliseconds?: number;
  /** Of one attempt. @default 10000 */
  readonly timeoutMilliseconds?: number;
}

interface QueryAnswer {
  readonly status: string;
  readonly error?: string;
  readonly data?: {
    readonly resultType: string;
    readonly result: unknown;
  };
}

interface VectorEntry {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [time: number, value: string];
}

/** A client of the HTTP API that tries again on timeouts, refused connections, 429 and 5xx. */
export function prometheusClient(
  options: PrometheusClientOptions,
): PrometheusClient {
  const http: Got = got.extend({
    prefixUrl: options.url,
    headers:
      options.authorization === undefined
        ? {}
        : { authorization: options.authorization },
    timeout: options.timeoutMilliseconds ?? 10_000,
    retry: {
      limit: options.retries ?? 3,
      calculateDelay: retryDelay(options.retryDelayMilliseconds),
    },
  });
  return {
    query: async (expr) => {
      const answer = await ask(http, options.url, expr);
      if (answer.status !== "success" || answer.data === undefined)
        throw new Error(
          `Prometheus at ${options.url} refuses the query: ${answer.error ?? answer.status}\n${expr}`,
        );
      if (answer.data.resultType !== "vector")
        throw new Error(
          `Prometheus at ${options.url} gives a ${answer.data.resultType} where a vector is expected\n${expr}`,
        );
      return (answer.data.result as readonly VectorEntry[]).map(
        ({ metric, value }) => ({ labels: metric, value: Number(value[1]) }),
      );
    },
  };
}

async function ask(http: Got, url: string, expr: string): Promise<QueryAnswer> {
  try {
    return await http
      .get("api/v1/query", { searchParams: { query: expr } })
      .json<QueryAnswer>();
  } catch (error) {
    const body = error instanceof HTTPError ? error.response.body : undefined;
    const refusal = typeof body === "string" ? refusalIn(body) : undefined;
    if (refusal !== undefined) return refusal;
    throw new Error(
      `Prometheus at ${url} cannot be asked: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

/** Prometheus says what is wrong with a query in the body of a 4xx. */
function refusalIn(body: string): QueryAnswer | undefined {
  try {
    const answer = JSON.parse(body) as Partial<QueryAnswer> | null;
    return answer?.status === "error" ? (answer as QueryAnswer) : undefined;
  } catch {
    return undefined;
  }
}
