import { grafanaReferences } from "../grafana-references";

interface Waiting {
  readonly rank: number;
  readonly run: () => void;
}

/**
 * Runs the applies that Terraform sends at once in the worst order: of a batch,
 * the most dependent object is created first and the most needed one deleted
 * first. An order that was right by luck only then fails.
 */
export class WorstOrder {
  private waiting: Waiting[] = [];
  private timer: NodeJS.Timeout | undefined;

  /** @param settleMs how long no further apply must come before the batch is complete; 0: in order of arrival */
  constructor(private readonly settleMs: number) {}

  submit(type: string, deletes: boolean, run: () => void): void {
    if (this.settleMs === 0) return run();
    const rank = dependencyRank(type);
    this.waiting.push({ rank: deletes ? -rank : rank, run });
    this.runNextWhenSettled();
  }

  /** One at a time: what an apply sets free joins the batch before the next one. */
  private runNextWhenSettled(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.waiting.sort((a, b) => a.rank - b.rank);
      this.waiting.pop()?.run();
      if (this.waiting.length > 0) this.runNextWhenSettled();
    }, this.settleMs);
  }
}

/** 0 for a type that refers to nothing, else one more than the highest it refers to. */
export function dependencyRank(type: string): number {
  const targets = grafanaReferences
    .filter(({ from, to }) => from === type && to !== type)
    .map(({ to }) => dependencyRank(to) + 1);
  return Math.max(0, ...targets);
}
