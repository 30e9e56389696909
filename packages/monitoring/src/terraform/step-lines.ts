/** What the lines are written to, such as `process.stdout`. */
export interface StepOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows how far a step has come. */
export type ShowDetail = (detail: string) => void;

/** Writes a line for each step: what is done, and when it is done what came of it and how long it took. */
export class StepLines {
  constructor(
    private readonly output: StepOutput,
    /** Milliseconds of some clock. */
    private readonly now: () => number,
  ) {}

  /**
   * Does a step. On a terminal the line shows the step's details while it goes on; elsewhere it is written once.
   * @param result what to say at the end; nothing but the time without it
   */
  async step<T>(
    title: string,
    work: (show: ShowDetail) => Promise<T>,
    result: (value: T) => string = () => "",
  ): Promise<T> {
    const start = this.now();
    this.output.write(`${title} … `);
    try {
      const value = await work((detail) => {
        if (this.output.isTTY) this.writeOver(`${title} … ${detail}`);
      });
      this.end(title, start, result(value));
      return value;
    } catch (error) {
      this.end(title, start, "failed");
      throw error;
    }
  }

  private end(title: string, start: number, result: string): void {
    if (this.output.isTTY) this.writeOver(`${title} … `);
    const seconds = ((this.now() - start) / 1000).toFixed(1);
    this.output.write(`${result === "" ? "" : `${result}, `}${seconds} s\n`);
  }

  private writeOver(line: string): void {
    this.output.write(`\r\u001b[2K${line}`);
  }
}
