import got, { type Got } from "got";
import { retryDelay } from "./retry-delay";

export interface RetryingHttpOptions {
  /** Of the server, with or without a path, such as `https://mimir.example.com/prometheus`. */
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

/** Tries again on timeouts, refused connections, 429 and 5xx. */
export function retryingHttp({
  url,
  authorization,
  retries = 3,
  retryDelayMilliseconds,
  timeoutMilliseconds = 10_000,
}: RetryingHttpOptions): Got {
  return got.extend({
    prefixUrl: url,
    headers: authorization === undefined ? {} : { authorization },
    timeout: timeoutMilliseconds,
    retry: {
      limit: retries,
      calculateDelay: retryDelay(retryDelayMilliseconds),
    },
  });
}
