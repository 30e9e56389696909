import type { Matcher } from "../../model/matcher";

/**
 * The matchers in one text of a configuration, such as `severity="critical"`, `{a=b, c=~"d|e"}` or `"a b"!=c`: one or more
 * between commas, with or without braces and quotes. A backslash in quotes escapes a backslash, a quote, and the line feed
 * `\n`; before anything else it stands for itself. Throws on text that is no matcher.
 */
export function matchersIn(text: string): readonly Matcher[] {
  const inner = /^\s*\{(.*)\}\s*$/s.exec(text)?.[1] ?? text;
  const parts = splitAtCommas(inner).filter(
    (part, index, all) => part.trim() !== "" || all.length === 1 || index === 0,
  );
  return parts.map((part) => {
    const found =
      /^\s*(?:([a-zA-Z_:][\w:]*)|"((?:[^"\\]|\\.)*)")\s*(=~|!~|!=|=)\s*(.*?)\s*$/s.exec(
        part,
      );
    const value = found === null ? undefined : valueOf(found[4] ?? "");
    if (found === null || value === undefined)
      throw new Error(
        `a matcher must be written label="value", with =, !=, =~ or !~, got ${JSON.stringify(part)}`,
      );
    const [, plain, quoted, match] = found;
    return {
      label: plain ?? unescaped(quoted ?? ""),
      match: match as Matcher["match"],
      value,
    };
  });
}

function splitAtCommas(text: string): readonly string[] {
  const parts: string[] = [];
  let part = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted && sign === "\\") {
      part += sign + text.charAt(at + 1);
      at += 1;
      continue;
    }
    if (sign === '"') quoted = !quoted;
    if (sign === "," && !quoted) {
      parts.push(part);
      part = "";
    } else part += sign;
  }
  return [...parts, part];
}

function valueOf(text: string): string | undefined {
  if (text.startsWith('"'))
    return /^"(?:[^"\\]|\\.)*"$/s.test(text)
      ? unescaped(text.slice(1, -1))
      : undefined;
  return /"$/.test(text) ? undefined : unescaped(text);
}

function unescaped(text: string): string {
  return text.replace(/\\([\\"n])/g, (_, sign: string) =>
    sign === "n" ? "\n" : sign,
  );
}
