import { regexpProblem } from "../promql/regexp";
import { RESERVED } from "./keywords";
import { LabelFilterParser } from "./label-filter-parser";
import {
  captureProblem,
  linePatternProblem,
  namedGroupProblem,
  templateProblem,
} from "./stage-patterns";

const LINE_FILTERS = new Set(["|=", "|~", "|>", "!=", "!~", "!>"]);
const CONVERSIONS = new Set(["bytes", "duration", "duration_seconds"]);

/** Reads stream selectors and the stages behind them, up to `| unwrap`, a range, or whatever else follows. */
export class PipelineParser extends LabelFilterParser {
  /** `{app="shop", level=~"warn|error"}`; needs a matcher that does not match the empty string. */
  protected streamSelector(): void {
    const { from } = this.expect("{");
    let isSelective = false;
    if (!this.at("}")) {
      do {
        isSelective = !this.labelMatcher() || isSelective;
      } while (this.take(","));
    }
    const { to } = this.expect("}");
    if (!isSelective) {
      this.problem(
        "the selector needs a matcher that does not match the empty string",
        { from, to },
      );
    }
  }

  /** All stages; true when there was one. */
  protected pipeline(): boolean {
    let found = false;
    while (this.stage()) {
      found = true;
    }
    return found;
  }

  /** `| unwrap label | filters`; true when there was one. */
  protected unwrap(): boolean {
    if (!this.at("|") || this.peek().text.toLowerCase() !== "unwrap") {
      return false;
    }
    this.next();
    this.next();
    if (
      CONVERSIONS.has(this.token.text.toLowerCase()) &&
      this.peek().text === "("
    ) {
      this.next();
      this.expect("(");
      this.label();
      this.expect(")");
    } else {
      this.label();
    }
    while (this.take("|")) {
      this.labelFilters();
    }
    return true;
  }

  private stage(): boolean {
    if (this.token.kind === "symbol" && LINE_FILTERS.has(this.token.text)) {
      this.lineFilter();
      return true;
    }
    if (!this.at("|") || this.peek().text.toLowerCase() === "unwrap") {
      return false;
    }
    this.next();
    const { token } = this;
    const word = token.kind === "word" ? token.text.toLowerCase() : "";
    switch (word) {
      case "json":
        this.next();
        this.extractions();
        break;
      case "logfmt":
        this.next();
        while (/^--(?:strict|keep-empty)$/.test(this.token.text)) {
          this.next();
        }
        this.extractions();
        break;
      case "regexp":
        this.stageWithText(namedGroupProblem);
        break;
      case "pattern":
        this.stageWithText(captureProblem);
        break;
      case "line_format":
        this.stageWithText(templateProblem);
        break;
      case "unpack":
      case "decolorize":
        this.next();
        break;
      case "label_format":
        this.next();
        this.list(() => this.labelFormat());
        break;
      case "drop":
      case "keep":
        this.next();
        this.list(() => this.labelOrMatcher());
        break;
      default:
        this.labelFilters();
    }
    return true;
  }

  private lineFilter(): void {
    const operator = this.next().text;
    do {
      if (this.isCall("ip")) {
        this.ip();
      } else {
        this.text((value) =>
          operator.endsWith("~")
            ? regexpProblem(value)
            : operator.endsWith(">")
              ? linePatternProblem(value)
              : undefined,
        );
      }
    } while (this.takeWord("or"));
  }

  private stageWithText(check: (value: string) => string | undefined): void {
    this.next();
    this.text(check);
  }

  private extractions(): void {
    if (
      this.token.kind !== "word" ||
      RESERVED.has(this.token.text.toLowerCase())
    ) {
      return;
    }
    this.list(() => {
      this.label();
      if (this.take("=")) {
        this.text();
      }
    });
  }

  private labelFormat(): void {
    this.label();
    this.expect("=");
    if (this.token.kind === "string") {
      this.text(templateProblem);
    } else {
      this.label();
    }
  }

  private labelOrMatcher(): void {
    if (/^(?:=|!=|=~|!~)$/.test(this.peek().text)) {
      this.labelMatcher();
    } else {
      this.label();
    }
  }
}
