import type { Danger, Item, Review } from "../review-model";
import { plainText } from "../text";

/** The review for programs: texts as one line, with the parts that they are made of beside. */
export function json({
  environments,
  dangers,
  routing,
  sections,
}: Review): string {
  return `${JSON.stringify(
    {
      environments,
      dangers: dangers.map((danger) => ({
        ...dangerOf(danger),
        environments: danger.environments,
      })),
      routing: routing.map((consequence) => ({
        ...consequence,
        adjusted: consequence.adjusted.map(plainText),
      })),
      sections: sections.map(({ id, title, entries }) => ({
        id,
        title,
        entries: entries.map((entry) => ({
          ...itemOf(entry),
          environments: entry.environments,
        })),
      })),
    },
    null,
    2,
  )}\n`;
}

function dangerOf({ kind, text, action }: Danger): object {
  return { kind, text: plainText(text), action: plainText(action) };
}

function itemOf({ change, text, items }: Item): object {
  return {
    change,
    text: plainText(text),
    parts: text,
    ...(items.length > 0 && { items: items.map(itemOf) }),
  };
}
