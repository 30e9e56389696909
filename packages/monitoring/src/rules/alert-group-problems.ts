import type { DeployedAlert, DeployedAlertGroup } from "../model/deployment";
import { isDuration, secondsIn } from "../model/duration";
import { isUid } from "../model/uid";
import { grafanaAnnotation } from "./grafana-annotation";
import {
  durationProblems,
  problemsInGroup,
  problemsInLabels,
  problemsInNames,
} from "./rule-group-problems";
import { brokenRules, got, repeatedIn } from "./rule-table";

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
 * What Grafana refuses of a group of alert rules, after the two minutes in which the provider repeats a refused request;
 * or takes, and then notifies otherwise than Prometheus would.
 */
export function problemsInAlertGroup(
  { name, interval, alerts }: DeployedAlertGroup,
  context: AlertContext,
): readonly string[] {
  const rules = alerts.map(({ uid, alert }) => ({ uid, title: alert }));
  return [
    ...problemsInGroup(name, interval, rules),
    ...(context.grafanaVersion < sameTitlesSince
      ? repeatedIn(alerts.map(({ alert }) => alert)).map(
          (alert) =>
            `alerts must have different names below Grafana ${sameTitlesSince}, got "${alert}" twice`,
        )
      : []),
    ...alerts.flatMap((alert) =>
      problemsInAlert(alert, context).map(
        (problem) => `alert "${alert.alert}": ${problem}`,
      ),
    ),
  ];
}

/** What Grafana takes, although it is probably not meant. */
export function warningsInAlertGroup(
  { interval, alerts }: DeployedAlertGroup,
  { grafanaVersion }: AlertContext,
): readonly string[] {
  return [
    ...(grafanaVersion < sameTitlesSince
      ? []
      : repeatedIn(alerts.map(({ alert }) => alert)).map(
          (alert) =>
            `alert "${alert}" is there twice: notifications group both together`,
        )),
    ...alerts
      .filter(
        ({ for: pending = "0s" }) =>
          isDuration(pending) &&
          secondsIn(pending) > 0 &&
          secondsIn(pending) < secondsIn(interval),
      )
      .map(
        ({ alert, for: pending }) =>
          `alert "${alert}" waits for ${pending}, less than the ${interval} between two evaluations: it fires at the second one`,
      ),
  ];
}

function problemsInAlert(
  alert: DeployedAlert,
  { datasources }: AlertContext,
): readonly string[] {
  const { datasource = "prometheus", condition, labels, panel } = alert;
  return [
    ...problemsInNames({ uid: alert.uid, title: alert.alert }),
    ...brokenRules([
      ...(["expr", "team", "summary", "description"] as const).map(
        (prop) =>
          [
            alert[prop].trim() === "",
            `'${prop}' must not be empty, ${got(alert[prop])}`,
          ] as const,
      ),
      typeof datasource === "object"
        ? [
            !isUid(datasource.uid),
            `'datasource' must have a uid of at most 40 letters, digits, - or _, ${got(datasource.uid)}`,
          ]
        : [
            !datasources.includes(datasource),
            `'datasource' must be one that the stack has (${datasources.join(", ") || "none"}), ${got(datasource)}`,
          ],
      [
        condition !== undefined && !Number.isFinite(condition.value),
        `'condition' must compare with a finite number, got ${condition?.value}`,
      ],
      [
        panel !== undefined && !isUid(panel.dashboardUid),
        `'panel' must be on a dashboard with a uid of at most 40 letters, digits, - or _, ${got(panel?.dashboardUid)}`,
      ],
      [
        panel !== undefined &&
          (!Number.isInteger(panel.panelId) || panel.panelId < 1),
        `'panel' must have a whole number above 0 as id, got ${panel?.panelId}`,
      ],
    ]),
    ...durationProblems("for", alert.for),
    ...durationProblems("keepFiringFor", alert.keepFiringFor),
    ...durationProblems("lookback", alert.lookback),
    ...problemsInLabels(labels, true),
    ...problemsInAnnotations(alert.annotations),
  ];
}

function problemsInAnnotations(
  annotations: DeployedAlert["annotations"],
): readonly string[] {
  return Object.entries(annotations).flatMap(([annotation, text]) =>
    panelAnnotations.includes(annotation)
      ? [
          `annotation "${annotation}" must be left out, ${got(text)}: it comes from 'panel'`,
        ]
      : grafanaAnnotation(text).problems.map(
          (problem) =>
            `annotation "${annotation}" must be a Go template that Grafana expands: ${problem}`,
        ),
  );
}
