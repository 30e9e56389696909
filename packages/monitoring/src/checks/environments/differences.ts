import type { DeployedAlert } from "../../model/deployment";
import type { Check } from "../check";
import type { Violation } from "../finding";
import { sharedThings } from "./shared-things";

/** A rule, dashboard or receiver that some environments have and others lack, although nothing says why. */
export const missingThing: Check = {
  id: "environments/missing",
  severity: "error",
  title:
    "A rule, dashboard or receiver that one environment lacks without a reason",
  scope: "environments",
  run: (deployments) =>
    sharedThings(deployments).flatMap(({ path, kind, presence }) => {
      const lacking = [...presence]
        .filter(([, { kind: state }]) => state === "missing")
        .map(([name]) => name);
      const having = [...presence]
        .filter(([, { kind: state }]) => state === "there")
        .map(([name]) => name);
      return lacking.length === 0
        ? []
        : [
            {
              path,
              message: `${having.join(", ")} ${having.length === 1 ? "has" : "have"} this ${kind}, ${lacking.join(", ")} ${lacking.length === 1 ? "lacks" : "lack"} it`,
              fix: "deploy the same systems everywhere; what an environment cannot have follows from its retention, sloPeriod, dataSources and integrations",
              environments: lacking,
            },
          ];
    }),
};

/** The same alert with another threshold, duration or severity: what is rehearsed is then not what runs. */
export const differingAlert: Check = {
  id: "environments/differing-alert",
  severity: "error",
  title: "An alert that fires under other conditions in one environment",
  scope: "environments",
  run: (deployments) => {
    const alerts = new Map<string, { environment: string; text: string }[]>();
    for (const { environment, systems } of deployments)
      for (const { id, alertGroups } of systems)
        for (const alert of alertGroups.flatMap(({ alerts: rules }) => rules)) {
          // Rules of an SLO follow the period that the environment declares.
          if (alert.labels.slo !== undefined) continue;
          const path = `${id} > alert ${alert.alert}`;
          alerts.set(path, [
            ...(alerts.get(path) ?? []),
            { environment: environment.name, text: conditionsOf(alert) },
          ]);
        }
    return [...alerts].flatMap(([path, versions]): readonly Violation[] => {
      const [first] = versions;
      const others = versions.filter(({ text }) => text !== first?.text);
      return first === undefined || others.length === 0
        ? []
        : [
            {
              path,
              message: `in ${first.environment} it is ${first.text}; ${others.map(({ environment, text }) => `in ${environment} ${text}`).join("; ")}`,
              fix: "use one condition everywhere, or two alerts with names of their own",
              environments: others.map(({ environment }) => environment),
            },
          ];
    });
  },
};

function conditionsOf({
  expr,
  condition,
  for: pending = "0s",
  severity,
}: DeployedAlert): string {
  const limit =
    condition === undefined ? "" : ` ${condition.is} ${condition.value}`;
  return `${expr}${limit} for ${pending}, ${severity}`;
}
