import { duplicatesIn } from "../internal/duplicates";
import { problemsAt, type Problem, type ProblemRow } from "../internal/problem";
import { isDuration, secondsIn, type Duration } from "../model/duration";
import type { Labels } from "../model/labels";
import { isUid } from "../model/uid";
import { parseGoTemplate } from "./go-template";
import { got } from "./rule-table";
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
export function ruleGroupProblems(
  name: string,
  interval: Duration,
  rules: readonly NamedRule[],
): readonly Problem[] {
  const isInterval = isDuration(interval);
  return problemsAt(`group "${name}"`, [
    ...nameRows("'name'", name),
    [
      "name",
      /[/\\]/.test(name),
      `'name' must not contain / or \\, ${got(name)}`,
      "grafana",
    ],
    [
      "interval",
      !isInterval,
      `'interval' must be a whole number and one of s, m, h, d, w, ${got(interval)}`,
    ],
    [
      "interval",
      isInterval &&
        (secondsIn(interval) === 0 ||
          secondsIn(interval) % schedulerSeconds !== 0),
      `'interval' must be a multiple of ${schedulerSeconds}s above 0, ${got(interval)}`,
      "grafana",
    ],
    [
      "empty-group",
      rules.length === 0,
      "a group must hold at least one rule, got none",
      "grafana",
    ],
    ...duplicatesIn(rules.map(({ uid }) => uid)).map(
      (uid) =>
        [
          "duplicate-uid",
          true,
          `rules must have different uids, got "${uid}" twice`,
          "grafana",
        ] as const,
    ),
  ]);
}

/** What is wrong with the name of a rule and with its uid. */
export function ruleNameRows({ uid, title }: NamedRule): readonly ProblemRow[] {
  return [
    ...nameRows("its title", title),
    [
      "uid",
      !isUid(uid),
      `'uid' must be at most 40 letters, digits, - or _, ${got(uid)}`,
      "grafana",
    ],
  ];
}

function nameRows(prop: string, name: string): readonly ProblemRow[] {
  const bytes = Buffer.byteLength(name);
  return [
    ["name", name.trim() === "", `${prop} must not be empty, ${got(name)}`],
    [
      "name",
      bytes > nameBytes,
      `${prop} must be at most ${nameBytes} bytes, got ${bytes}: ${JSON.stringify(name.slice(0, 30))}…`,
      "grafana",
    ],
  ];
}

/** What is wrong with the labels of a rule; templates in them are checked where `templates` are expanded. */
export function labelRows(
  labels: Labels,
  templates: boolean,
): readonly ProblemRow[] {
  return Object.entries(labels).flatMap(([label, value]) => [
    [
      "label-name",
      !/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label),
      `label "${label}" must be letters, digits and _, not starting with a digit`,
    ] as const,
    [
      "label-name",
      label.startsWith("__") || label.startsWith("grafana_"),
      `label "${label}" must not start with __ or grafana_, which Grafana keeps for itself`,
      "grafana",
    ] as const,
    [
      "label-name",
      label === "alertname",
      `label "alertname" must be left out, ${got(value)}: it comes from the rule's name`,
    ] as const,
    [
      "value-in-label",
      templates && /\{\{[^}]*(\$value|\.Value)/.test(value),
      `label "${label}" must not hold the value of the alert, ${got(value)}: every new value would be a new alert; write it in an annotation`,
    ] as const,
    [
      "template-in-label",
      !templates && value.includes("{{"),
      `label "${label}" must be plain text, ${got(value)}: recording rules expand no templates`,
    ] as const,
    ...(templates && value.includes("{{") ? templateRows(label, value) : []),
  ]);
}

function templateRows(label: string, value: string): readonly ProblemRow[] {
  return parseGoTemplate(value, {
    functions: alertFunctions,
    variables: ["labels", "value", "values"],
  }).problems.map((problem) => [
    "template-syntax",
    true,
    `label "${label}" must be a Go template: ${problem}`,
  ]);
}

/** What is wrong with a duration; `prop` may be left out. */
export function durationRow(
  prop: string,
  duration: Duration | undefined,
): ProblemRow {
  return [
    "duration",
    duration !== undefined && !isDuration(duration),
    `'${prop}' must be a whole number and one of s, m, h, d, w, ${got(duration)}`,
  ];
}
