import type { Matcher } from "../../model/matcher";
import type { InhibitionRule } from "../../model/route";
import { kebabCase } from "../../model/uid";
import type { ConfigMap } from "./alertmanager-document";
import { ConfigFields, type ConfigReading } from "./config-fields";
import { readMatchers } from "./read-matchers";

/**
 * The inhibitions of a file, in its order. A name that the file does not give is taken from the comment before the rule
 * when that is one kebab-case word, as rendering writes it, or said after the values that the rule compares.
 */
export function readInhibitions(
  rules: readonly ConfigMap[],
  comments: readonly (readonly string[])[],
  reading: ConfigReading,
): readonly InhibitionRule[] {
  const taken = new Set<string>();
  return rules.map((rule, index) => {
    const fields = new ConfigFields(rule, `inhibit_rules[${index}]`, reading);
    const given = fields.text("name");
    const source = readMatchers(fields, "source_");
    const target = readMatchers(fields, "target_");
    const equal = fields.texts("equal") ?? [];
    if (source.length === 0)
      fields.say("source_matchers", "must be there, got nothing");
    if (target.length === 0)
      fields.say("target_matchers", "must be there, got nothing");
    fields.finish();
    const name =
      given ??
      commentName(comments[index]) ??
      `${valuesOf(source)}-silences-${valuesOf(target)}`;
    return { name: free(name, taken), source, target, equal };
  });
}

/** The name that rendering writes above a rule. */
export function commentName(
  comments: readonly string[] | undefined,
): string | undefined {
  const last = comments?.at(-1);
  return last !== undefined && /^[a-z0-9]+(-[a-z0-9]+)+$/.test(last)
    ? last
    : undefined;
}

function valuesOf(matchers: readonly Matcher[]): string {
  const words = matchers
    .map(({ match, value }) =>
      kebabCase(match.startsWith("!") ? `not ${value}` : value),
    )
    .filter((word) => word !== "");
  return words.join("-").slice(0, 40).replace(/-+$/, "") || "any";
}

function free(name: string, taken: Set<string>): string {
  let unique = name;
  for (let count = 2; taken.has(unique); count += 1)
    unique = `${name}-${count}`;
  taken.add(unique);
  return unique;
}
