import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileSha256 } from "./saved-plan";

/** What the linter said last, and by which rules. */
interface LintRecord {
  /** Changes with the rules and with the linter. */
  readonly rules: string;
  /** Paths of the files it found fault with. */
  readonly faulty: readonly string[];
}

/** The faulty files of the last run; undefined when there was none by the rules that `ruleFiles` give now. */
export function readFaulty(
  path: string,
  ruleFiles: readonly string[],
): readonly string[] | undefined {
  if (!existsSync(path)) return undefined;
  const record = JSON.parse(readFileSync(path, "utf8")) as LintRecord;
  return record.rules === digestOf(ruleFiles)
    ? record.faulty.filter((file) => existsSync(file))
    : undefined;
}

export function writeFaulty(
  path: string,
  ruleFiles: readonly string[],
  faulty: readonly string[],
): void {
  const record: LintRecord = { rules: digestOf(ruleFiles), faulty };
  writeFileSync(path, JSON.stringify(record));
}

function digestOf(files: readonly string[]): string {
  return files.map(fileSha256).join(" ");
}
