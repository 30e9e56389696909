import type { Matcher } from "../../model/matcher";
import { regexpProblem } from "../../notifications/anchored-regexp";
import type { ConfigFields } from "./config-fields";
import { matchersIn } from "./matcher-text";

/** Fields of a route or an inhibition that hold matchers, with `source_` or `target_` before them in an inhibition. */
export function readMatchers(
  fields: ConfigFields,
  prefix: "" | "source_" | "target_" = "",
): readonly Matcher[] {
  const pairs = (
    field: string,
    match: Matcher["match"],
  ): readonly Matcher[] => {
    const map = fields.map(field);
    const texts = map?.restAsTexts() ?? {};
    // A route without one of its matchers would take other alerts.
    for (const label of map?.names() ?? [])
      map?.say(label, "must be text, got something else");
    return Object.entries(texts).map(([label, value]) => ({
      label,
      match,
      value,
    }));
  };
  const matchers = [
    ...pairs(`${prefix}match`, "="),
    ...pairs(`${prefix}match_re`, "=~"),
    ...(fields.texts(`${prefix}matchers`) ?? []).flatMap((text) => {
      try {
        return matchersIn(text);
      } catch (error) {
        fields.say(
          `${prefix}matchers`,
          error instanceof Error ? error.message : String(error),
        );
        return [];
      }
    }),
  ];
  for (const { label, match, value } of matchers) {
    if (!/^[a-zA-Z_:][\w:]*$/.test(label))
      fields.say(
        `${prefix}matchers`,
        `a label must be letters, digits and underscores, got ${JSON.stringify(label)}; older versions of Alertmanager take no other, so rename it first`,
      );
    if (match !== "=~" && match !== "!~") continue;
    const problem = regexpProblem(value);
    if (problem !== undefined)
      fields.say(
        `${prefix}matchers`,
        `the expression for ${label} must be RE2 (${problem}), got ${JSON.stringify(value)}`,
      );
  }
  return matchers;
}
