import { HTTPError, type Got } from "got";
import { retryingHttp, type RetryingHttpOptions } from "./retrying-http";

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
  options: RetryingHttpOptions,
): PrometheusClient {
  const http = retryingHttp(options);
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
