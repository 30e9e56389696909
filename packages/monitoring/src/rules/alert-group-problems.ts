import { duplicatesIn } from "../internal/duplicates";
import { problemsAt, type Problem, type ProblemRow } from "../internal/problem";
import type { DeployedAlert, DeployedAlertGroup } from "../model/deployment";
import { isDuration, secondsIn, type Duration } from "../model/duration";
import { severities } from "../model/severity";
import { isUid } from "../model/uid";
import { grafanaAnnotation } from "./grafana-annotation";
import {
  durationRow,
  labelRows,
  ruleGroupProblems,
  ruleNameRows,
} from "./rule-group-problems";
import { got } from "./rule-table";

/** What a server offers to alert rules. */
export interface AlertContext {
  /** Major version of Grafana. */
  readonly grafanaVersion: number;
  /** Kinds of datasources that the stack has. */
  readonly datasources: readonly ("prometheus" | "loki")[];
}

/** Grafana 12 took the rule away that titles are unique in a folder. */
export const sameTitlesSince = 12;

const panelAnnotations = ["__dashboardUid__", "__panelId__"];

/**
 * What a server refuses of a group of alert rules (Grafana after the two minutes in which its provider repeats a refused
 * request); or takes, and then notifies otherwise than is meant.
 */
export function alertGroupProblems(
  group: DeployedAlertGroup,
  context: AlertContext,
): readonly Problem[] {
  return [
    ...alertGroupOwnProblems(group, context),
    ...group.alerts.flatMap((alert) =>
      alertProblems(alert, group.interval, context),
    ),
  ];
}

/** What a server refuses of a group of alert rules as such. */
export function alertGroupOwnProblems(
  { name, interval, alerts }: DeployedAlertGroup,
  { grafanaVersion }: AlertContext,
): readonly Problem[] {
  const repeated = duplicatesIn(alerts.map(({ alert }) => alert));
  return [
    ...ruleGroupProblems(
      name,
      interval,
      alerts.map(({ uid, alert }) => ({ uid, title: alert })),
    ),
    ...repeated.map((alert): Problem =>
      grafanaVersion < sameTitlesSince
        ? {
            rule: "duplicate-title",
            severity: "error",
            path: `group "${name}"`,
            message: `alerts must have different names below Grafana ${sameTitlesSince}, got "${alert}" twice`,
            server: "grafana",
          }
        : {
            rule: "duplicate-title",
            severity: "warning",
            path: `group "${name}"`,
            message: `alert "${alert}" is there twice: notifications group both together`,
          },
    ),
  ];
}

/** What a server refuses of one alert, which its group evaluates every `interval`. */
export function alertProblems(
  alert: DeployedAlert,
  interval: Duration,
  context: AlertContext,
): readonly Problem[] {
  const path = `alert "${alert.alert}"`;
  return [
    ...problemsAt(path, [
      ...ruleNameRows({ uid: alert.uid, title: alert.alert }),
      ...fieldRows(alert, context),
      durationRow("for", alert.for),
      durationRow("keepFiringFor", alert.keepFiringFor),
      durationRow("lookback", alert.lookback),
      ...labelRows(alert.labels, true),
      ...annotationRows(alert.annotations),
    ]),
    ...waitWarnings(alert, interval, path),
  ];
}

function fieldRows(
  alert: DeployedAlert,
  { datasources }: AlertContext,
): readonly ProblemRow[] {
  const { datasource = "prometheus", condition, panel, severity } = alert;
  return [
    ...(["expr", "team", "summary", "description"] as const).map(
      (prop) =>
        [
          "empty",
          alert[prop].trim() === "",
          `'${prop}' must not be empty, ${got(alert[prop])}`,
        ] as const,
    ),
    [
      // Nothing checks the types of what a project loads.
      "severity",
      !severities.includes(severity),
      `'severity' must be ${severities.join(", ")}, ${got(severity)}`,
    ],
    typeof datasource === "object"
      ? [
          "datasource",
          !isUid(datasource.uid),
          `'datasource' must have a uid of at most 40 letters, digits, - or _, ${got(datasource.uid)}`,
          "grafana",
        ]
      : [
          "datasource",
          !datasources.includes(datasource),
          `'datasource' must be one that the stack has (${datasources.join(", ") || "none"}), ${got(datasource)}`,
          "grafana",
        ],
    [
      "condition",
      condition !== undefined && !Number.isFinite(condition.value),
      `'condition' must compare with a finite number, got ${condition?.value}`,
    ],
    [
      "panel",
      panel !== undefined && !isUid(panel.dashboardUid),
      `'panel' must be on a dashboard with a uid of at most 40 letters, digits, - or _, ${got(panel?.dashboardUid)}`,
    ],
    [
      "panel",
      panel !== undefined &&
        (!Number.isInteger(panel.panelId) || panel.panelId < 1),
      `'panel' must have a whole number above 0 as id, got ${panel?.panelId}`,
    ],
  ];
}

function annotationRows(
  annotations: DeployedAlert["annotations"],
): readonly ProblemRow[] {
  return Object.entries(annotations).flatMap(
    ([annotation, text]): readonly ProblemRow[] =>
      panelAnnotations.includes(annotation)
        ? [
            [
              "annotation",
              true,
              `annotation "${annotation}" must be left out, ${got(text)}: it comes from 'panel'`,
            ],
          ]
        : grafanaAnnotation(text).problems.map((problem) => [
            "template-syntax",
            true,
            `annotation "${annotation}" must be a Go template that Grafana expands: ${problem}`,
          ]),
  );
}

/** An alert that waits for less than an evaluation, which is probably not meant. */
function waitWarnings(
  { for: pending = "0s" }: DeployedAlert,
  interval: Duration,
  path: string,
): readonly Problem[] {
  return isDuration(pending) &&
    isDuration(interval) &&
    secondsIn(pending) > 0 &&
    secondsIn(pending) < secondsIn(interval)
    ? [
        {
          rule: "short-wait",
          severity: "warning",
          path,
          message: `it waits for ${pending}, less than the ${interval} between two evaluations: it fires at the second one`,
        },
      ]
    : [];
}
