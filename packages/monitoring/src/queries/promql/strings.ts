/** The value of a string literal, or what is wrong with it; offsets count from the literal's first character. */
export type StringValue =
  | { readonly value: string }
  | { readonly message: string; readonly from: number; readonly to: number };

const SIMPLE: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
};

/** Half of a surrogate pair, and the replacement character, which stands for bytes that could not be read. */
const NOT_UTF8 = /[\uFFFD\p{Surrogate}]/u;

/** Digits of the escapes `\x41`, `\u00e9`, `\U0001f600`. */
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * Reads a string literal, quotes included, by the rules of Go: backquotes take everything as it stands, the other
 * quotes know the escapes of Go string literals. `\x` and octal escapes stand for bytes.
 */
export function stringValue(literal: string): StringValue {
  const quote = literal.charAt(0);
  const body = literal.slice(1, -1);
  const broken = NOT_UTF8.exec(body);
  if (broken) {
    const from = broken.index + 1;
    return {
      message: "the string holds a character that is not valid UTF-8",
      from,
      to: from + 1,
    };
  }
  if (quote === "`" || !body.includes("\\")) {
    return { value: body };
  }
  const bytes: Buffer[] = [];
  let plain = 0;
  for (let i = body.indexOf("\\"); i >= 0; i = body.indexOf("\\", plain)) {
    bytes.push(Buffer.from(body.slice(plain, i), "utf8"));
    const escape = escapeAt(body, i, quote);
    if (escape === undefined) {
      return {
        message: `unknown escape ${JSON.stringify(body.slice(i, i + 2))} in the string; write \\\\ for a backslash or use backquotes`,
        from: i + 1,
        to: i + 3,
      };
    }
    bytes.push(escape.bytes);
    plain = i + escape.length;
  }
  bytes.push(Buffer.from(body.slice(plain), "utf8"));
  return { value: Buffer.concat(bytes).toString("utf8") };
}

/** Writes a value as a string literal in double quotes, which every query language here reads the same. */
export function stringLiteral(value: string): string {
  return JSON.stringify(value);
}

function escapeAt(
  body: string,
  at: number,
  quote: string,
): { bytes: Buffer; length: number } | undefined {
  const letter = body.charAt(at + 1);
  if (letter === quote) {
    return { bytes: Buffer.from(quote), length: 2 };
  }
  const simple = Object.hasOwn(SIMPLE, letter) ? SIMPLE[letter] : undefined;
  if (simple !== undefined) {
    return { bytes: Buffer.from(simple), length: 2 };
  }
  const octal = /^[0-7]{3}/.exec(body.slice(at + 1, at + 4))?.[0];
  if (octal !== undefined) {
    const code = Number.parseInt(octal, 8);
    return code > 255 ? undefined : { bytes: Buffer.from([code]), length: 4 };
  }
  const digits = Object.hasOwn(HEX_DIGITS, letter)
    ? HEX_DIGITS[letter]
    : undefined;
  if (digits === undefined) {
    return undefined;
  }
  const hex = body.slice(at + 2, at + 2 + digits);
  if (hex.length < digits || !/^[0-9A-Fa-f]+$/.test(hex)) {
    return undefined;
  }
  const code = Number.parseInt(hex, 16);
  if (letter === "x") {
    return { bytes: Buffer.from([code]), length: 4 };
  }
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return code > 0x10ffff || surrogate
    ? undefined
    : {
        bytes: Buffer.from(String.fromCodePoint(code), "utf8"),
        length: 2 + digits,
      };
}
