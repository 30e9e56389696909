import type { LabelList, VectorMatching } from "./ast";
import { DurationParser } from "./duration-parser";

/** Reads what stands around operands without being one: grouping, vector matching, `fill`, the time after `@`. */
export class ClauseParser extends DurationParser {
  protected matching(): VectorMatching | undefined {
    const kind = this.takeWord("on")
      ? "on"
      : this.takeWord("ignoring")
        ? "ignoring"
        : undefined;
    if (kind === undefined) {
      return undefined;
    }
    const list = this.labelList();
    const side = this.takeWord("group_left")
      ? "left"
      : this.takeWord("group_right")
        ? "right"
        : undefined;
    if (side === undefined) {
      return { kind, list };
    }
    return this.at("(")
      ? { kind, list, group: { side, list: this.labelList() } }
      : { kind, list, group: { side } };
  }

  protected fill(): boolean {
    const seen = new Set<string>();
    for (;;) {
      const word = this.token.text.toLowerCase();
      const isFill =
        this.token.kind === "word" &&
        /^fill(?:_left|_right)?$/.test(word) &&
        this.peek().text === "(";
      if (
        !isFill ||
        seen.has(word) ||
        seen.has("fill") ||
        (word === "fill" && seen.size > 0)
      ) {
        return seen.size > 0;
      }
      seen.add(word);
      this.next();
      this.expect("(");
      this.signedNumber();
      this.expect(")");
    }
  }

  protected grouping(): (LabelList & { without: boolean }) | undefined {
    const without = this.takeWord("without");
    return without || this.takeWord("by")
      ? { without, ...this.labelList() }
      : undefined;
  }

  protected timestamp(): number | "start" | "end" {
    for (const word of ["start", "end"] as const) {
      if (this.takeWord(word)) {
        this.expect("(");
        this.expect(")");
        return word;
      }
    }
    return this.signedNumber();
  }
}
