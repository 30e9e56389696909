import type { Deployment } from "../model/deployment";

/** What is wrong with the dashboard that people are to see first; one line, or none. */
export function homeDashboardProblems({
  homeDashboard,
  systems,
}: Pick<Deployment, "homeDashboard" | "systems">): readonly string[] {
  const uids = systems.flatMap(({ dashboards }) =>
    dashboards.map(({ uid }) => uid),
  );
  return homeDashboard === undefined || uids.includes(homeDashboard)
    ? []
    : [
        `'homeDashboard' must be the uid of a dashboard (${uids.join(", ")}), got "${homeDashboard}"`,
      ];
}
