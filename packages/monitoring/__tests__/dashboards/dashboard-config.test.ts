import { dashboardConfig } from "../../src/dashboards/dashboard-config";
import { classicDashboard } from "./classic-dashboard";

const placement = { folderUid: "shop", editable: false };

describe("dashboardConfig", () => {
  test("leaves out what belongs to a server or to the import dialog", () => {
    const plain = dashboardConfig(classicDashboard(), placement);
    const exported = dashboardConfig(
      classicDashboard({
        id: 7,
        version: 12,
        iteration: 1_700_000_000,
        __inputs: [],
        __requires: [],
        __elements: {},
      }),
      placement,
    );
    expect(exported).toEqual(plain);
  });

  test("puts the folder first among the tags", () => {
    expect(dashboardConfig(classicDashboard(), placement)).toMatchObject({
      tags: ["shop", "golden-signals"],
    });
  });

  test("does not repeat the folder's tag", () => {
    expect(
      dashboardConfig(classicDashboard({ tags: ["slo", "shop"] }), placement),
    ).toMatchObject({ tags: ["shop", "slo"] });
  });

  test.each([
    { tags: ["a", "b"] },
    { tags: ["b", "a"] },
    { tags: ["a"] },
    { tags: [] },
    { tags: undefined },
  ])("changes with the folder whatever the tags are: $tags", ({ tags }) => {
    const dashboard = classicDashboard({ tags });
    expect(
      dashboardConfig(dashboard, { folderUid: "a", editable: false }),
    ).not.toEqual(
      dashboardConfig(dashboard, { folderUid: "b", editable: false }),
    );
  });

  test.each([true, false])("says whether it is editable: %s", (editable) => {
    expect(
      dashboardConfig(classicDashboard({ editable: !editable }), {
        folderUid: "shop",
        editable,
      }),
    ).toMatchObject({ editable });
  });
});
