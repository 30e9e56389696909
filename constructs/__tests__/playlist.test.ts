import type { TerraformStack } from "cdktf";
import type { Dashboard } from "../src/dashboard";
import { DashboardFolder } from "../src/dashboard-folder";
import { Playlist, type PlaylistProps } from "../src/playlist";
import { classicDashboard } from "./classic-dashboard";
import { onlyResourceIn, synthesizedGrafana, testStack } from "./test-stack";

function dashboardsIn(stack: TerraformStack): readonly Dashboard[] {
  return new DashboardFolder(stack, "shop", {
    uid: "shop",
    title: "Shop",
    dashboards: [classicDashboard({}, "a"), classicDashboard({}, "b")],
  }).dashboards;
}

describe("Playlist", () => {
  test("with defaults shows each dashboard for 5 minutes, numbered from 1", () => {
    const json = synthesizedGrafana((stack) => {
      new Playlist(stack, "wall", {
        name: "Wall",
        dashboards: dashboardsIn(stack),
      });
    });
    const uid = expect.stringMatching(
      /^\$\{grafana_dashboard\.\S+\.uid\}$/,
    ) as string;
    expect(onlyResourceIn(json, "grafana_playlist")).toEqual({
      name: "Wall",
      interval: "5m",
      item: [
        { order: 1, type: "dashboard_by_uid", value: uid },
        { order: 2, type: "dashboard_by_uid", value: uid },
      ],
    });
  });

  test.each<{ name: string; props: Partial<PlaylistProps>; problem: string }>([
    {
      name: "an empty name",
      props: { name: "" },
      problem: `'name' must not be empty, got ""`,
    },
    {
      name: "no dashboards",
      props: { dashboards: [] },
      problem: "'dashboards' must hold a dashboard, got none",
    },
    {
      name: "no time at all",
      props: { interval: "0s" },
      problem: `'interval' must be a duration above zero such as "5m", got "0s"`,
    },
  ])("rejects $name", ({ props, problem }) => {
    const stack = testStack();
    const dashboards = dashboardsIn(stack);
    expect(
      () => new Playlist(stack, "wall", { name: "Wall", dashboards, ...props }),
    ).toThrow(new Error(`test/wall: ${problem}`));
  });
});
