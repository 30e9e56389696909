import {
  fieldsOf,
  isFields,
  listOf,
  own,
  sameJson,
  type Fields,
  type Json,
} from "../../../internal/json-tree";
import {
  word,
  type Call,
  type Expression,
  type ExpressionFields,
} from "./expression";

const palette =
  /^(?:(?:dark-|semi-dark-|light-|super-light-)?(?:red|orange|yellow|green|blue|purple)|text|transparent|#.+|rgba?\(.*\))$/;

/** A colour that the house style accepts. */
export function colorWord(value: Json): string | undefined {
  return typeof value === "string" && palette.test(value) ? value : undefined;
}

/** `thresholds(…)`, or by the common patterns `highIsBad(…)` and `lowIsBad(…)`; undefined where they cannot say it. */
export function thresholdsWord(value: Json): Call | undefined {
  if (!isFields(value) || value.mode !== "absolute") return undefined;
  if (Object.keys(value).length !== 2 || !Array.isArray(value.steps))
    return undefined;
  const steps: { from: Json; color: string }[] = [];
  for (const step of value.steps) {
    const color = colorWord(fieldsOf(step).color);
    if (!isFields(step) || color === undefined) return undefined;
    if (Object.keys(step).length !== 2) return undefined;
    steps.push({ from: step.value, color });
  }
  const [base, ...others] = steps;
  if (base === undefined || base.from !== null) return undefined;
  const from = others.map((step) => step.from);
  if (!from.every((at) => typeof at === "number")) return undefined;
  if (from.some((at, index) => !(at > (from[index - 1] ?? -Infinity))))
    return undefined;
  const colors = [base, ...others].map(({ color }) => color).join(" ");
  const [first, second] = from;
  switch (colors) {
    case "green red":
      return word("highIsBad", { critical: first });
    case "green orange red":
      return word("highIsBad", { warning: first, critical: second });
    case "red orange green":
      return word("lowIsBad", { warning: second, critical: first });
    default:
      return word(
        "thresholds",
        base.color,
        ...others.map(({ from: at, color }) => [at as number, color]),
      );
  }
}

/** `{ 0: "Down", 1: { text: "Up", color: "green" } }`; undefined where mappings are of other kinds. */
export function mappingsWord(value: Json): ExpressionFields | undefined {
  const [mapping, ...others] = listOf(value);
  if (mapping === undefined || others.length > 0) return undefined;
  if (mapping.type !== "value" || Object.keys(mapping).length !== 2)
    return undefined;
  const entries = Object.entries(fieldsOf(mapping.options));
  const words: [string, Expression][] = [];
  for (const [at, [from, result]] of entries.entries()) {
    if (!isFields(result) || result.index !== at) return undefined;
    const { text, color, index: _, ...rest } = result;
    if (typeof text !== "string" || Object.keys(rest).length > 0)
      return undefined;
    if (color !== undefined && colorWord(color) === undefined) return undefined;
    words.push([
      from,
      color === undefined ? text : { text, color: color as string },
    ]);
  }
  return entries.length === 0 ? undefined : Object.fromEntries(words);
}

/** A link by title and address; what else it says is raw. */
export function linkWord(link: Fields): ExpressionFields {
  const { title, url, targetBlank, tooltip, ...rest } = link;
  return {
    title: typeof title === "string" ? title : "",
    url: typeof url === "string" ? url : "",
    newTab: targetBlank === true ? true : undefined,
    tooltip: typeof tooltip === "string" ? tooltip : undefined,
    raw: Object.keys(rest).length === 0 ? undefined : rest,
  };
}

/** The mode and the colour of fields. */
export function fixedColorOf(color: Json): string | undefined {
  if (!isFields(color) || color.mode !== "fixed") return undefined;
  return sameJson(Object.keys(color).sort(), ["fixedColor", "mode"])
    ? colorWord(own(color, "fixedColor"))
    : undefined;
}
