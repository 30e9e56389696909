import type { Labels } from "../model/labels";

/**
 * Labels from words such as `severity=critical` or `team="a b"`. Throws, all problems in one message, on a word without
 * `=`, an empty name, or a label that is given twice.
 */
export function labelsFrom(words: readonly string[]): Labels {
  const problems: string[] = [];
  const labels = new Map<string, string>();
  for (const word of words) {
    const at = word.indexOf("=");
    const label = word.slice(0, at).trim();
    if (at < 1 || label === "" || /[!~]$|^~/.test(label)) {
      problems.push(`labels must be written name=value, got "${word}"`);
      continue;
    }
    if (labels.has(label)) {
      problems.push(`label "${label}" must be given once, got "${word}" too`);
    }
    labels.set(label, unquoted(word.slice(at + 1).trim()));
  }
  if (problems.length > 0) throw new Error(problems.join("; "));
  return Object.fromEntries(labels);
}

/** Labels from a JSON object of strings. Throws on anything else, saying what was got. */
export function labelsFromJson(text: string): Labels {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (
    typeof value !== "object" ||
    value === null ||
    Array.isArray(value) ||
    !Object.values(value).every((entry) => typeof entry === "string")
  ) {
    throw new Error(
      `labels must be a JSON object of strings such as {"severity":"critical"}, got ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`,
    );
  }
  return value as Labels;
}

/** A moment from ISO 8601 text; without an offset it is UTC. Throws on anything else. */
export function momentFrom(text: string): Date {
  const match =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/.exec(
      text,
    );
  const [, day = "", time = "00:00", offset = "Z"] = match ?? [];
  const moment = new Date(`${day}T${time}${offset}`);
  if (match === null || Number.isNaN(moment.getTime())) {
    throw new Error(
      `a time must be written like 2026-12-25T03:00Z, got "${text}"`,
    );
  }
  return moment;
}

function unquoted(value: string): string {
  return /^"[^"]*"$/.test(value) ? value.slice(1, -1) : value;
}
