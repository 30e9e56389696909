import type { Span } from "./ast";
import type { QueryProblem } from "./position";
import { stringValue } from "./strings";
import type { Token } from "./tokens";

/** Ends the reading of a query at the first token that cannot stand where it stands. */
export class SyntaxFault extends Error {
  constructor(readonly problem: QueryProblem) {
    super(problem.message);
  }
}

/** No query may nest deeper or hold more operations than this. */
const MAX_DEPTH = 300;
const MAX_OPERATIONS = 1000;

const END: Token = { kind: "end", text: "", from: 0, to: 0 };

/**
 * Walks over the tokens of a query, whatever its language. What is wrong without hindering the reading, such as an
 * unknown escape, is collected in `problems`.
 */
export class TokenCursor {
  readonly problems: QueryProblem[] = [];
  private index = 0;
  private depth = 0;
  private operations = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly expr: string,
  ) {}

  protected get token(): Token {
    return this.tokens[this.index] ?? END;
  }

  protected get previousEnd(): number {
    return this.tokens[this.index - 1]?.to ?? 0;
  }

  protected peek(): Token {
    return this.tokens[this.index + 1] ?? END;
  }

  protected lookAhead(count: number): Token {
    return this.tokens[this.index + count] ?? END;
  }

  /** Reads something within something else; at most {@link MAX_DEPTH} deep, so that no query exhausts the stack. */
  protected nested<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) {
      throw this.tooLarge();
    }
    const result = read();
    this.depth -= 1;
    return result;
  }

  /** Counts what makes the syntax tree deeper without nesting in the text, such as the terms of a sum. */
  protected countOperation(): void {
    this.operations += 1;
    if (this.operations > MAX_OPERATIONS) {
      throw this.tooLarge();
    }
  }

  private tooLarge(): SyntaxFault {
    const { from, to } = this.token;
    return new SyntaxFault({
      message: `the query is too large; at most ${MAX_DEPTH} operations may be nested in one another and ${MAX_OPERATIONS} written in all`,
      from,
      to,
    });
  }

  protected next(): Token {
    const { token } = this;
    this.index += 1;
    return token;
  }

  protected at(symbol: string): boolean {
    return this.token.text === symbol && this.token.kind === "symbol";
  }

  protected take(symbol: string): boolean {
    const found = this.at(symbol);
    this.index += found ? 1 : 0;
    return found;
  }

  protected atWord(word: string): boolean {
    return this.token.kind === "word" && this.token.text.toLowerCase() === word;
  }

  protected takeWord(word: string): boolean {
    const found = this.atWord(word);
    this.index += found ? 1 : 0;
    return found;
  }

  protected expect(symbol: string): Token {
    if (!this.at(symbol)) {
      throw this.unexpected(JSON.stringify(symbol));
    }
    return this.next();
  }

  protected unexpected(expected: string): SyntaxFault {
    const { kind, text, from, to } = this.token;
    const got = kind === "end" ? "end of the query" : shortened(text);
    return new SyntaxFault({
      message: `unexpected ${got}, expected ${expected}`,
      from,
      to,
    });
  }

  protected problem(message: string, { from, to }: Span): void {
    this.problems.push({ message, from, to });
  }

  /** A node's text as the author wrote it, variables included. */
  protected written({ from, to }: Span): string {
    return this.expr.slice(from, to);
  }

  protected checkString(token: Token): void {
    const read = stringValue(token.text);
    if ("message" in read) {
      this.problem(read.message, {
        from: token.from + read.from,
        to: token.from + read.to,
      });
    }
  }
}

/** A quoted piece of a query for messages, cut when it is long. */
export function shortened(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
