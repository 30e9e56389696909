import type { TextTable } from "../internal/text-table";
import type { Deployment } from "../model/deployment";

/** How much of everything each environment deploys. */
export function environmentSummary(
  deployments: readonly Deployment[],
): TextTable {
  return {
    title: "environments",
    head: [
      "environment",
      "dashboards",
      "panels",
      "alerts",
      "recordings",
      "SLOs",
      "receivers",
    ],
    rows: deployments.map(({ environment, systems, notifications }) => {
      const dashboards = systems.flatMap((system) => system.dashboards);
      return [
        environment.name,
        dashboards.length,
        dashboards.flatMap(({ panels }) => panels).length,
        systems
          .flatMap(({ alertGroups }) => alertGroups)
          .flatMap(({ alerts }) => alerts).length,
        systems
          .flatMap(({ recordingGroups }) => recordingGroups)
          .flatMap(({ recordings }) => recordings).length,
        systems.flatMap(({ slos }) => slos).length,
        notifications.receivers.length,
      ];
    }),
  };
}
