import type { Deployment } from "../model/deployment";
import type { Suppression } from "../model/suppression";
import { routesIn } from "../notifications/routes-in";
import type { Check } from "./check";
import { allDashboards } from "./dashboards/panels";

/** A suppression that cannot work: of no check, without a reason, or with a day that is none. */
export function suppressionCheck(ids: readonly string[]): Check {
  return {
    id: "suppressions/invalid",
    severity: "error",
    title:
      "A suppression of an unknown check, without a reason, or without a last day",
    run: (deployment) =>
      suppressionsOf(deployment).flatMap(({ path, suppression }) => {
        const { check, reason, until } = suppression;
        const problems = [
          ...(ids.includes(check)
            ? []
            : [`there is no check "${check}"; there are ${ids.join(", ")}`]),
          ...(reason.trim() === ""
            ? [`${check} is suppressed without a reason`]
            : []),
          ...(isDay(until)
            ? []
            : [
                `${check} is suppressed until "${until}", which is no day such as 2027-01-31`,
              ]),
        ];
        return problems.map((message) => ({
          path,
          message,
          fix: "name an existing check, say why it does not apply, and until when",
        }));
      }),
  };
}

/** A suppression without a finding to suppress: whatever it excused is put right, or it names the wrong check. */
export const unusedSuppression: Check = {
  id: "suppressions/unused",
  severity: "warning",
  title: "A suppression that suppresses nothing in any environment",
  scope: "suppressions",
  run: (deployments, applied) => {
    const unused = deployments
      .flatMap(suppressionsOf)
      .filter(({ suppression }) => !applied.has(suppression));
    return unused.map(({ path, suppression: { check } }) => ({
      path,
      message: `${check} is suppressed and finds nothing here, in any environment`,
      fix: "remove the suppression, or name the check that finds something",
    }));
  },
};

/** Every suppression of an environment, and where it stands. */
export function suppressionsOf(
  deployment: Deployment,
): readonly { readonly path: string; readonly suppression: Suppression }[] {
  const { systems, notifications } = deployment;
  const places = [
    ...allDashboards(deployment).flatMap(({ panels }) => panels),
    ...systems.flatMap(({ id, alertGroups, recordingGroups, slos }) => [
      ...alertGroups.flatMap(({ alerts }) =>
        alerts.map(({ alert, suppress }) => ({
          path: `${id} > alert ${alert}`,
          suppress,
        })),
      ),
      ...recordingGroups.flatMap(({ recordings }) =>
        recordings.map(({ record, suppress }) => ({
          path: `${id} > recording ${record}`,
          suppress,
        })),
      ),
      ...slos.map((slo) => ({
        path: `${id} > slo ${slo.id}`,
        suppress: slo.suppress,
      })),
    ]),
    ...notifications.receivers.map(({ name, suppress }) => ({
      path: `receiver "${name}"`,
      suppress,
    })),
    ...routesIn(notifications.route).map(({ suppress }) => ({
      path: "route",
      suppress,
    })),
  ];
  return places.flatMap(({ path, suppress = [] }) =>
    suppress.map((suppression) => ({ path, suppression })),
  );
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(text)
  );
}
