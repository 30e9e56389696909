import { isDuration, secondsIn, type Duration } from "../model/duration";
import type { Labels } from "../model/labels";
import { isUid } from "../model/uid";
import { parseGoTemplate } from "./go-template";
import { brokenRules, got, repeatedIn } from "./rule-table";
import { alertFunctions } from "./template-functions";

/** The scheduler of Grafana evaluates at multiples of this. */
const schedulerSeconds = 10;

/** Columns for names of groups and titles of rules hold this many bytes. */
const nameBytes = 190;

/** What alerts and recordings have in common. */
export interface NamedRule {
  readonly uid: string;
  readonly title: string;
}

/** What is wrong with a group as such, whatever its rules. */
export function problemsInGroup(
  name: string,
  interval: Duration,
  rules: readonly NamedRule[],
): readonly string[] {
  return [
    ...nameProblems("'name'", name),
    ...brokenRules([
      [/[/\\]/.test(name), `'name' must not contain / or \\, ${got(name)}`],
      [
        !isDuration(interval),
        `'interval' must be a whole number and one of s, m, h, d, w, ${got(interval)}`,
      ],
      [
        isDuration(interval) &&
          (secondsIn(interval) === 0 ||
            secondsIn(interval) % schedulerSeconds !== 0),
        `'interval' must be a multiple of ${schedulerSeconds}s above 0, ${got(interval)}`,
      ],
      [rules.length === 0, "a group must hold at least one rule, got none"],
    ]),
    ...repeatedIn(rules.map(({ uid }) => uid)).map(
      (uid) => `rules must have different uids, got "${uid}" twice`,
    ),
  ];
}

/** What is wrong with the name of a rule and with its uid. */
export function problemsInNames({ uid, title }: NamedRule): readonly string[] {
  return [
    ...nameProblems("its title", title),
    ...(isUid(uid)
      ? []
      : [`'uid' must be at most 40 letters, digits, - or _, ${got(uid)}`]),
  ];
}

function nameProblems(prop: string, name: string): readonly string[] {
  const bytes = Buffer.byteLength(name);
  return brokenRules([
    [name.trim() === "", `${prop} must not be empty, ${got(name)}`],
    [
      bytes > nameBytes,
      `${prop} must be at most ${nameBytes} bytes, got ${bytes}: ${JSON.stringify(name.slice(0, 30))}…`,
    ],
  ]);
}

/** What is wrong with the labels of a rule; templates in them are checked where `templates` are expanded. */
export function problemsInLabels(
  labels: Labels,
  templates: boolean,
): readonly string[] {
  return Object.entries(labels).flatMap(([label, value]) => [
    ...brokenRules([
      [
        !/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label),
        `label "${label}" must be letters, digits and _, not starting with a digit`,
      ],
      [
        label.startsWith("__") || label.startsWith("grafana_"),
        `label "${label}" must not start with __ or grafana_, which Grafana keeps for itself`,
      ],
      [
        label === "alertname",
        `label "alertname" must be left out, ${got(value)}: it comes from the rule's name`,
      ],
      [
        templates && /\{\{[^}]*(\$value|\.Value)/.test(value),
        `label "${label}" must not hold the value of the alert, ${got(value)}: every new value would be a new alert; write it in an annotation`,
      ],
      [
        !templates && value.includes("{{"),
        `label "${label}" must be plain text, ${got(value)}: recording rules expand no templates`,
      ],
    ]),
    ...(templates
      ? parseGoTemplate(value, {
          functions: alertFunctions,
          variables: ["labels", "value", "values"],
        }).problems.map(
          (problem) => `label "${label}" must be a Go template: ${problem}`,
        )
      : []),
  ]);
}

/** What is wrong with a duration; `prop` may be left out. */
export function durationProblems(
  prop: string,
  duration: Duration | undefined,
): readonly string[] {
  return duration === undefined || isDuration(duration)
    ? []
    : [
        `'${prop}' must be a whole number and one of s, m, h, d, w, ${got(duration)}`,
      ];
}
