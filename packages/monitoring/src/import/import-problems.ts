import { shown } from "./difference";

/** Collects what is wrong with a file, so that one message says all of it. */
export class ImportProblems {
  private readonly lines: string[] = [];

  /** Something at `path` that is not `allowed`. */
  add(path: string, allowed: string, value: unknown): void {
    this.lines.push(`${path}: must be ${allowed}, got ${shortened(value)}`);
  }

  /** Something that is wrong whatever its value. */
  say(path: string, message: string): void {
    this.lines.push(`${path}: ${message}`);
  }

  /** Throws when there is anything, all of it in one message that begins with `what`. */
  throwIfAny(what: string): void {
    if (this.lines.length === 0) return;
    throw new Error(
      this.lines.length === 1
        ? `${what}: ${this.lines[0]}`
        : `${what}:\n${this.lines.map((line) => `- ${line}`).join("\n")}`,
    );
  }
}

/** A value in an error, cut where it would fill the screen. */
function shortened(value: unknown): string {
  const text = shown(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
