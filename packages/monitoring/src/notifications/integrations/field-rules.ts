import { got, type Rule } from "../../rules/rule-table";

/** A rule on an address that may be left out; a text with `{{` is only known when a notification is sent. */
export function urlRule(prop: string, url: string | undefined): Rule {
  return [
    url !== undefined && !url.includes("{{") && !isHttpUrl(url),
    `'${prop}' must be an http or https URL without user and password, ${got(url)}`,
  ];
}

function isHttpUrl(text: string): boolean {
  if (!/^https?:\/\/[^\s/]/.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}

/** A rule on text that may be left out, but not be blank. */
export function textRule(prop: string, text: string | undefined): Rule {
  return [
    text !== undefined && text.trim() === "",
    `'${prop}' must not be empty, ${got(text)}`,
  ];
}

/** A rule on two props of which each needs the other. */
export function togetherRule(
  [first, second]: readonly [string, string],
  values: readonly [unknown, unknown],
): Rule {
  const given = values[0] === undefined ? second : first;
  return [
    (values[0] === undefined) !== (values[1] === undefined),
    `'${first}' and '${second}' must be given together, got only '${given}'`,
  ];
}

/** A rule on a whole number. */
export function integerRule(
  prop: string,
  value: number | undefined,
  minimum: number,
  maximum: number,
): Rule {
  return [
    value !== undefined &&
      (!Number.isInteger(value) || value < minimum || value > maximum),
    `'${prop}' must be a whole number from ${minimum} to ${maximum}, got ${value}`,
  ];
}
