import type { Labels } from "../../model/labels";
import { matcherText, matchersFor } from "../../model/matcher";
import type { ConcernedAlert, Item, RoutingConsequence } from "../review-model";
import { counted, list, text, type Text } from "../text";
import { consequenceText } from "./consequence-text";

/** More label sets than this say less than their number. */
const mostSets = 3;

/** A consequence with the alerts that it concerns; those for which it holds whatever their labels in one line. */
export function routingItem(consequence: RoutingConsequence): Item {
  const { alerts } = consequence;
  const whole = alerts.filter(({ where }) => where.length === 0);
  const partly = alerts.filter(({ where }) => where.length > 0);
  return {
    change: "changed",
    text: text`${consequenceText(consequence)}: ${[counted(alerts.length, "alert")]}`,
    items: [
      ...(whole.length === 0
        ? []
        : [note(list(whole.map(({ alert }) => alert)))]),
      ...partly.map((concerned) => note(partText(concerned))),
    ],
  };
}

function partText({ alert, where }: ConcernedAlert): Text {
  const sets = where.slice(0, mostSets).map(labelsText);
  const more =
    where.length > mostSets
      ? [` and ${where.length - mostSets} other label sets`]
      : [];
  return text`${alert} with ${sets.flatMap((set, index): Text => (index === 0 ? [{ value: set }] : [" or ", { value: set }]))}${more}`;
}

function labelsText(labels: Labels): string {
  const matchers = matchersFor(labels).map(matcherText);
  return matchers.length === 0 ? "no such label" : matchers.join(", ");
}

function note(words: Text): Item {
  return { change: "note", text: words, items: [] };
}
