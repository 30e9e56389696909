/**
 * How often a property is tried: all of `count` with `npm run test:thorough`, which CI runs, and a tenth of it, but 10 times
 * at least, with `npm test`, which is to answer while one waits.
 */
export function runs(count: number): number {
  return process.env.THOROUGH_TESTS === "1"
    ? count
    : Math.max(10, Math.ceil(count / 10));
}
