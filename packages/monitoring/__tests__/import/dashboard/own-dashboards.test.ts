import "../../in-sample-project";
import { findProject } from "../../../src/project/load-project";
import { dashboardConfig } from "../../../src/dashboards/dashboard-config";
import { dashboardRoundTrip } from "../../../src/import/dashboard/import-dashboard";
import { oneOfEachKind } from "../../property-runs";
import { evaluated, imported } from "./fixture-dashboards";

const own = findProject().content.systems.flatMap(({ id, dashboards }) =>
  dashboards.map((dashboard) => [dashboard.uid, id, dashboard] as const),
);

describe("the dashboards of a project", () => {
  test.each(own)(
    "%s comes back as it was, in words alone",
    (uid, id, dashboard) => {
      const result = imported(dashboard.model, uid, id);
      const again = evaluated(result);
      expect(result.unexpressed).toEqual([]);
      expect(again.model).toEqual(dashboard.model);
      expect(again.panels.map((panel) => panel.id)).toEqual(
        dashboard.panels.map((panel) => panel.id),
      );
      expect(dashboardRoundTrip(again.model, dashboard.model)).toEqual([]);
      const content = result.files[0]?.content ?? "";
      expect(content).not.toContain("imported: true");
      expect(content).not.toContain("raw:");
    },
  );

  const deployed = findProject()
    .deployment("prod")
    .systems.flatMap(({ id, dashboards }) =>
      dashboards.map((dashboard) => [dashboard.uid, id, dashboard] as const),
    );

  test.each(oneOfEachKind(deployed, ([, id]) => id))(
    "%s as Grafana has it comes back, too",
    (uid, id, dashboard) => {
      const stored = {
        ...dashboardConfig(dashboard, { folderUid: id, editable: false }),
        id: 12,
        version: 3,
      };
      const answer = { dashboard: stored, meta: { folderUid: id, version: 3 } };
      const result = imported(answer, uid, id);
      expect(result.unexpressed).toEqual([]);
      expect(dashboardRoundTrip(evaluated(result).model, answer)).toEqual([]);
    },
  );
});
