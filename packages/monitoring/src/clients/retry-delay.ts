import type { RetryFunction } from "got";

/** Waits before further attempts: twice as long each time, or as long as the server asks for. @default 1000 */
export function retryDelay(firstMilliseconds = 1_000): RetryFunction {
  return ({ computedValue, retryAfter = 0, attemptCount }) =>
    // 0 gives up; what the server asks for is computed already.
    computedValue === 0 || retryAfter > 0
      ? computedValue
      : firstMilliseconds * 2 ** (attemptCount - 1);
}
