import { memoize } from "../../internal/memoize";
import type { Problem } from "../../internal/problem";
import type { DeployedSystem, Deployment } from "../../model/deployment";
import { usesCloudSlos } from "../../deployment/deployment";
import {
  alertGroupOwnProblems,
  alertProblems,
  type AlertContext,
} from "../../rules/alert-group-problems";
import { grafanaSloProblems } from "../../rules/grafana-slo-problems";
import {
  recordingGroupOwnProblems,
  recordingProblems,
} from "../../rules/recording-group-problems";
import { groupNameProblems } from "../../rules/system-rule-problems";
import type { Check } from "../check";
import { pathOf } from "../paths";
import { placeOfRule } from "../queries";

/** Rules that the environment's evaluator refuses, in the words in which constructs refuse them. */
export const refusedRules: Check = {
  id: "rules/refused",
  severity: "error",
  title: "A rule that Grafana or Prometheus refuses or misreads",
  run: (deployment) =>
    ruleProblems(deployment)
      // The check of uids finds these, across groups and systems.
      .filter(
        ({ rule }) => !["template-syntax", "duplicate-uid"].includes(rule),
      )
      .map(({ path, message, severity }) => ({
        path,
        message,
        severity,
        fix: "change it as the message says",
      })),
};

/** What is wrong with the rules and SLOs of an environment for the server that evaluates them, each with its path. */
export const ruleProblems = memoize(
  (deployment: Deployment): readonly Problem[] => {
    const { evaluator } = deployment.environment.alerting;
    return deployment.systems
      .flatMap((system) => problemsOfSystem(system, deployment))
      .filter(({ server = evaluator }) => server === evaluator);
  },
);

function problemsOfSystem(
  system: DeployedSystem,
  { environment, dataSources }: Deployment,
): readonly Problem[] {
  const { alertGroups, recordingGroups } = system;
  const context: AlertContext = {
    grafanaVersion: environment.grafana.version,
    datasources: (["prometheus", "loki"] as const).filter((kind) =>
      dataSources.some((source) => source.kind === kind),
    ),
  };
  return [
    ...below(system.id, groupNameProblems(system)),
    ...alertGroups.flatMap((group) => [
      ...below(system.id, alertGroupOwnProblems(group, context)),
      ...group.alerts.flatMap((alert) =>
        at(
          placeOfRule(system, alert, `alert ${alert.alert}`).path,
          alertProblems(alert, group.interval, context),
        ),
      ),
    ]),
    ...recordingGroups.flatMap((group) => [
      ...below(system.id, recordingGroupOwnProblems(group)),
      ...group.recordings.flatMap((recording) =>
        at(
          placeOfRule(system, recording, `recording ${recording.record}`).path,
          recordingProblems(recording),
        ),
      ),
    ]),
    ...(usesCloudSlos(environment)
      ? system.slos.flatMap((slo) =>
          at(pathOf(system.id, `slo ${slo.id}`), grafanaSloProblems(slo)),
        )
      : []),
  ];
}

function at(path: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, path }));
}

function below(
  system: string,
  problems: readonly Problem[],
): readonly Problem[] {
  return problems.map((problem) => ({
    ...problem,
    path: pathOf(system, problem.path),
  }));
}
