/** What a piece of work takes, in seconds. */
export interface Spent {
  readonly elapsed: number;
  /** Of all threads: what else the machine does is not in it, compiling and collecting garbage on the side is. */
  readonly processor: number;
}

export function spentOn(work: () => void): Spent {
  const started = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return {
    elapsed: (performance.now() - started) / 1000,
    processor: (user + system) / 1e6,
  };
}

/** One line, and exit code 1 where more than `budget` seconds passed. */
export function reportSpent(
  what: string,
  { elapsed, processor }: Spent,
  budget: number,
): void {
  const verdict = elapsed <= budget ? "ok  " : "FAIL";
  console.log(
    `${verdict} ${what}: ${elapsed.toFixed(2)} s (${processor.toFixed(2)} s of processor time), ${(elapsed / budget).toFixed(2)} of the budget of ${budget} s`,
  );
  if (elapsed > budget) process.exitCode = 1;
}
