import type { Danger, RoutingConsequence } from "../review-model";
import { counted, list, plainText, text, words } from "../text";

/** More names than this are not read by anybody. */
const mostNames = 10;

/** Alerts that reach nobody any more, or that woke somebody up and do not any more. */
export function routingDangers(
  consequences: readonly RoutingConsequence[],
): readonly Danger[] {
  return consequences.flatMap((consequence): readonly Danger[] => {
    const { because, lost, pagedBefore, pagedAfter } = consequence;
    // Rules that are removed or paused are dangers of their own.
    if (because === "removed" || because === "paused") return [];
    const urgent = consequence.alerts.filter(
      ({ severity }) => severity === "critical",
    );
    if (pagedBefore.length > 0 && pagedAfter.length === 0)
      return [
        silent(
          consequence.alerts.map(({ alert }) => alert),
          text`nobody is paged any more, ${list(pagedBefore)} was`,
          "make sure that nobody needs to be woken up for them",
        ),
      ];
    const mute = consequence.adjusted.filter((adjusted) =>
      / is (?:silent|only told) in /.test(plainText(adjusted)),
    );
    if (urgent.length > 0 && mute.length > 0)
      return [
        silent(
          urgent.map(({ alert }) => alert),
          mute.flatMap((sentence, index) =>
            index === 0 ? sentence : ["; ", ...sentence],
          ),
          "make sure that critical alerts may wait for these hours",
        ),
      ];
    return because !== "new" && lost.length > 0 && consequence.isUnheard
      ? [
          silent(
            consequence.alerts.map(({ alert }) => alert),
            text`${list(lost)} no longer notified, and nobody else is`,
            "give them a receiver",
          ),
        ]
      : [];
  });
}

function silent(
  alerts: readonly string[],
  what: Danger["text"],
  action: string,
): Danger {
  const names = [...new Set(alerts)];
  const more =
    names.length > mostNames ? [` and ${names.length - mostNames} more`] : [];
  return {
    kind: "alert-silent",
    text: text`${[counted(names.length, "alert")]} (${list(names.slice(0, mostNames))}${more}): ${what}`,
    action: words(action),
  };
}
