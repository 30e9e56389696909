import { SingleBar } from "cli-progress";

/** Tells how far a command is. */
export interface Progress {
  /** Ends what went on before. */
  start(what: string, total: number): void;
  step(): void;
  /** Once; also after an error, so that it is not written over. */
  stop(): void;
}

/** A stream that progress is told on. */
export type ProgressStream = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
};

/** A bar on a terminal. Elsewhere, as in the log of a pipeline, a line for each tenth. */
export function progressOn(stream: ProgressStream): Progress {
  return stream.isTTY === true ? bar(stream) : lines(stream);
}

function bar(stream: ProgressStream): Progress {
  let current: SingleBar | undefined;
  const stop = (): void => {
    current?.stop();
    current = undefined;
  };
  return {
    start: (what, total) => {
      stop();
      if (total === 0) return;
      current = new SingleBar({
        stream,
        format: `${what} {bar} {value}/{total} {eta_formatted}`,
        barCompleteChar: "█",
        barIncompleteChar: "░",
        barsize: 30,
      });
      current.start(total, 0);
    },
    step: () => current?.increment(),
    stop,
  };
}

function lines(stream: ProgressStream): Progress {
  let [what, total, done] = ["", 0, 0];
  return {
    start: (next, count) => {
      [what, total, done] = [next, count, 0];
    },
    step: () => {
      done += 1;
      const tenth = (count: number): number => Math.floor((count * 10) / total);
      if (tenth(done) > tenth(done - 1))
        stream.write(`${what} ${done}/${total}\n`);
    },
    stop: () => undefined,
  };
}
