import { HTTPError, type Got } from "got";
import type { AlertHistory, RangeSeries } from "../analyze/episode";
import { retryingHttp, type RetryingHttpOptions } from "./retrying-http";

export interface AlertHistoryOptions extends Omit<
  RetryingHttpOptions,
  "timeoutMilliseconds"
> {
  readonly end: Date;
  readonly days: number;
  readonly stepSeconds: number;
}

/** Prometheus refuses more than 11,000 points of a series at once. */
const mostPoints = 10_000;

interface RangeAnswer {
  readonly status: string;
  readonly error?: string;
  readonly data?: {
    readonly result: readonly {
      readonly metric: Readonly<Record<string, string>>;
      readonly values: readonly (readonly [number, string])[];
    }[];
  };
}

/** What a Prometheus recorded of its alerts, asked in parts that it answers. Throws when it cannot be asked, or refuses. */
export async function alertHistory({
  end,
  days,
  stepSeconds,
  ...server
}: AlertHistoryOptions): Promise<AlertHistory> {
  const { url } = server;
  const http = retryingHttp({ ...server, timeoutMilliseconds: 60_000 });
  // On multiples of the step, so that the parts fit together.
  const last = Math.floor(end.getTime() / 1000 / stepSeconds) * stepSeconds;
  const points = Math.max(1, Math.floor((days * 86_400) / stepSeconds));
  const first = last - points * stepSeconds;
  const asked = (expr: string): Promise<readonly RangeSeries[]> =>
    range(http, url, expr, { first, last, stepSeconds });
  return {
    start: first,
    end: last,
    stepSeconds,
    firing: await asked('ALERTS{alertstate="firing"}'),
    activeSince: await asked("ALERTS_FOR_STATE"),
  };
}

async function range(
  http: Got,
  url: string,
  query: string,
  times: { first: number; last: number; stepSeconds: number },
): Promise<readonly RangeSeries[]> {
  const { first, last, stepSeconds } = times;
  const found = new Map<
    string,
    { labels: RangeSeries["labels"]; samples: [number, number][] }
  >();
  for (let start = first; start <= last; start += mostPoints * stepSeconds) {
    const end = Math.min(last, start + (mostPoints - 1) * stepSeconds);
    const { data } = await ask(http, url, {
      query,
      start,
      end,
      step: stepSeconds,
    });
    for (const { metric, values } of data?.result ?? []) {
      const key = JSON.stringify(metric);
      const series = found.get(key) ?? { labels: metric, samples: [] };
      for (const [time, value] of values) {
        series.samples.push([time, Number(value)]);
      }
      found.set(key, series);
    }
  }
  return [...found.values()];
}

async function ask(
  http: Got,
  url: string,
  searchParams: Readonly<Record<string, string | number>>,
): Promise<RangeAnswer> {
  try {
    const answer = await http
      .get("api/v1/query_range", { searchParams: { ...searchParams } })
      .json<RangeAnswer>();
    if (answer.status === "success") return answer;
    throw new Error(answer.error ?? answer.status);
  } catch (error) {
    throw new Error(
      `Prometheus at ${url} cannot be asked for ${searchParams["query"] ?? ""}: ${reasonOf(error)}`,
      { cause: error },
    );
  }
}

/** Prometheus says what is wrong in the body of a 4xx. */
function reasonOf(error: unknown): string {
  if (error instanceof HTTPError && typeof error.response.body === "string") {
    return `${error.response.statusCode} ${error.response.body.trim()}`;
  }
  return error instanceof Error ? error.message : String(error);
}
