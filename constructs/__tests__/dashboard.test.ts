import { Dashboard as GrafanaDashboard } from "@cdktf/provider-grafana/lib/dashboard";
import { Folder } from "@cdktf/provider-grafana/lib/folder";
import type { TerraformStack } from "cdktf";
import { Dashboard } from "../src/dashboard";
import type { Dashboard as DashboardModel } from "monitoring-as-code";
import { classicDashboard, panel } from "./classic-dashboard";
import {
  jsonOf,
  onlyResourceIn,
  resourcesIn,
  synthesizedGrafana,
  testStack,
} from "./test-stack";

const folderOf = (stack: TerraformStack): Folder =>
  new Folder(stack, "folder", { title: "Shop", uid: "shop" });

function synthesize(dashboard: DashboardModel, editable?: boolean): string {
  return synthesizedGrafana((stack) => {
    new Dashboard(stack, "overview", {
      dashboard,
      folder: folderOf(stack),
      ...(editable === undefined ? {} : { editable }),
    });
  });
}

function configOf(json: string): unknown {
  return jsonOf(onlyResourceIn(json, "grafana_dashboard")["config_json"]);
}

describe("Dashboard", () => {
  test("with defaults sends the model, tagged with its folder, not editable", () => {
    const json = synthesize(classicDashboard());
    expect(configOf(json)).toEqual({
      uid: "shop-overview",
      title: "Shop overview",
      schemaVersion: 42,
      refresh: "30s",
      tags: ["shop", "golden-signals"],
      panels: [panel(1, 0, 0)],
      editable: false,
    });
  });

  test("lies in its folder by reference, so that the folder comes first", () => {
    expect(synthesize(classicDashboard())).toHaveResourceWithProperties(
      GrafanaDashboard,
      { folder: "${grafana_folder.folder.uid}" },
    );
  });

  test.each([
    ["shop-overview", "shop-overview"],
    ["0x1F", "_0x1F"],
    ["_0x1F", "__0x1F"],
  ])("has an address of its own from the uid %s", (uid, address) => {
    expect(
      Object.keys(
        resourcesIn(synthesize(classicDashboard({}, uid)), "grafana_dashboard"),
      ),
    ).toEqual([address]);
  });

  test("says nothing of the organisation, which tokens may not choose", () => {
    expect(
      onlyResourceIn(synthesize(classicDashboard()), "grafana_dashboard"),
    ).not.toHaveProperty("org_id");
  });

  test("may be editable", () => {
    expect(configOf(synthesize(classicDashboard(), true))).toMatchObject({
      editable: true,
    });
  });

  test("keeps Grafana's variables from being read by Terraform", () => {
    const json = synthesize(
      classicDashboard({
        panels: [panel(1, 0, 0, { title: "${job} at 100%{x}" })],
      }),
    );
    const { config_json: config } = onlyResourceIn(json, "grafana_dashboard");
    expect(config).toContain("$${job} at 100%%{x}");
    expect(configOf(json)).toMatchObject({
      panels: [{ title: "${job} at 100%{x}" }],
    });
  });

  test("rejects a bad model with its path and all problems", () => {
    const stack = testStack();
    expect(
      () =>
        new Dashboard(stack, "overview", {
          dashboard: classicDashboard({ schemaVersion: 16, refresh: "1s" }),
          folder: folderOf(stack),
        }),
    ).toThrow(
      new Error(
        [
          "test/overview:",
          "'schemaVersion' must be 42, got 16",
          `'refresh' must be empty, "auto" or a duration of at least 5s, got "1s"`,
        ].join("\n  "),
      ),
    );
  });

  test("rejects a folder whose uid Grafana chooses", () => {
    const stack = testStack();
    expect(
      () =>
        new Dashboard(stack, "overview", {
          dashboard: classicDashboard(),
          folder: new Folder(stack, "folder", { title: "Shop" }),
        }),
    ).toThrow(
      new Error(
        "test/overview: 'folder' must have a fixed uid, got one that Grafana chooses",
      ),
    );
  });

  test("rejects tokens in the model, which would be spliced in unescaped", () => {
    const stack = testStack();
    const folder = folderOf(stack);
    expect(
      () =>
        new Dashboard(stack, "overview", {
          dashboard: classicDashboard({ description: folder.title }),
          folder,
        }),
    ).toThrow(/^test\/overview: JSON must not hold tokens/);
  });
});
