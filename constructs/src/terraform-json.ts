import { Token } from "cdktf";

/**
 * `value` as JSON for an attribute of a Terraform resource: whatever Terraform would read as a template (`${`, `%{`) is
 * escaped, so that the provider gets exactly `JSON.stringify(value)`.
 *
 * Throws when the JSON holds a token (its value may need quotes escaped, and hides the whole JSON in the plan: use fixed
 * uids, and `dependsOn` for the order), when a `${` is never closed, and when there is no JSON for the value.
 */
export function terraformJson(value: unknown): string {
  // JSON.stringify is declared to return a string, but gives undefined for undefined, functions and symbols.
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) {
    throw new Error(
      `only what has a JSON form can be written as JSON, got ${typeof value}`,
    );
  }
  if (mayHoldToken(json) && holdsToken(value)) {
    throw new Error(
      "JSON must not hold tokens, because their values are spliced in unescaped: use a fixed uid and dependsOn instead",
    );
  }
  const unclosed = unclosedTemplate(json);
  if (unclosed !== undefined) {
    throw new Error(
      `every "\${" must be closed by a "}" in the same text, got ${JSON.stringify(unclosed)}`,
    );
  }
  return terraformText(json);
}

/** `text` so that Terraform reads it literally. */
export function terraformText(text: string): string {
  return text.replace(/[$%](?=\{)/g, "$&$&");
}

/** Whether `text` may hold a token of cdktf: its mark, its form in JSON, or a number of the size that stands for one. */
function mayHoldToken(text: string): boolean {
  return /TfToken\[|unresolved-token|e\+\d{3}/.test(text);
}

/** Numbers and lists that stand for a value which is not known yet look like ordinary ones once they are JSON. */
function holdsToken(value: unknown): boolean {
  if (Token.isUnresolved(value)) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([key, inner]) => Token.isUnresolved(key) || holdsToken(inner),
  );
}

/** The part of `json` from a `${` that is not closed before the end of its string, or undefined. */
function unclosedTemplate(json: string): string | undefined {
  if (!json.includes("${")) return undefined;
  // A JSON string: characters other than quote and backslash, or escapes.
  for (const [quoted] of json.matchAll(/"(?:[^"\\]|\\.)*"/g)) {
    if (!quoted.includes("${")) continue;
    const text = JSON.parse(quoted) as string;
    for (const { index } of text.matchAll(/\$\{/g)) {
      if (!text.includes("}", index)) return text.slice(index, index + 40);
    }
  }
  return undefined;
}
