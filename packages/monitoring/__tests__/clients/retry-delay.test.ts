import type { RetryObject } from "got";
import { retryDelay } from "../../src/clients/retry-delay";

/** What got says of a failure after which `computedValue` would be its own choice, 0 for none. */
function failure(changes: Partial<RetryObject>): RetryObject {
  return { attemptCount: 1, computedValue: 1_000, ...changes } as RetryObject;
}

describe("retryDelay", () => {
  it("doubles from a second on", () => {
    const delays = [1, 2, 3].map((attemptCount) =>
      retryDelay()(failure({ attemptCount })),
    );
    expect(delays).toEqual([1_000, 2_000, 4_000]);
  });

  it("begins with what it is told", () => {
    expect(retryDelay(5)(failure({ attemptCount: 2 }))).toBe(10);
  });

  it.each([
    ["gives up where nothing helps", { computedValue: 0 }, 0],
    [
      "waits as long as the server asks for",
      { computedValue: 30_000, retryAfter: 30_000 },
      30_000,
    ],
  ])("%s", (_, changes, delay) => {
    expect(retryDelay(5)(failure(changes))).toBe(delay);
  });
});
