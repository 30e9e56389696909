import { Worker } from "node:worker_threads";

const patienceMilliseconds = 1_000;

/** Runs `work`, which blocks this thread, and says `what` goes on when a person has waited for a second. */
export function noticeWhileBlocked<T>(what: string, work: () => T): T {
  if (!process.stderr.isTTY) return work();
  const worker = new Worker(
    `const { workerData } = require("node:worker_threads");
     setTimeout(() => require("node:fs").writeSync(2, workerData.text), workerData.after);`,
    {
      eval: true,
      workerData: { text: `${what} …\n`, after: patienceMilliseconds },
    },
  );
  worker.unref();
  try {
    return work();
  } finally {
    void worker.terminate();
  }
}

/** Waits for `work`, and says so when a person has waited for a second. */
export async function noticeWhileWaiting<T>(
  what: string,
  work: Promise<T>,
): Promise<T> {
  const timer = setTimeout(() => {
    if (process.stderr.isTTY) process.stderr.write(`waiting for ${what} …\n`);
  }, patienceMilliseconds);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
