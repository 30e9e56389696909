import { currentProject } from "./current-project";
import type { TextTable } from "./deployed-tables";
import { deploymentNamed } from "./environment-argument";

/** How much of everything each environment deploys, and the command that does it. */
export function environmentSummary(): TextTable {
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
      "deploy with",
    ],
    rows: currentProject().environments.map(({ name }) => {
      const { systems, notifications } = deploymentNamed(name);
      const dashboards = systems.flatMap((system) => system.dashboards);
      return [
        name,
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
        `npx cdktf deploy ${name}`,
      ];
    }),
  };
}
