import { Dashboard as GrafanaDashboard } from "@cdktf/provider-grafana/lib/dashboard";
import { Folder } from "@cdktf/provider-grafana/lib/folder";
import { FolderPermission } from "@cdktf/provider-grafana/lib/folder-permission";
import type { TerraformStack } from "cdktf";
import {
  DashboardFolder,
  type DashboardFolderProps,
} from "../src/dashboard-folder";
import { Team } from "../src/team";
import { classicDashboard } from "./classic-dashboard";
import {
  onlyResourceIn,
  resourcesIn,
  synthesizedGrafana,
  testStack,
} from "./test-stack";

const shop = { uid: "shop", title: "Shop", dashboards: [] } as const;

function dashboardsOf(...uids: readonly string[]) {
  return uids.map((uid) => classicDashboard({}, uid));
}

function synthesize(props: Partial<DashboardFolderProps> = {}): string {
  return synthesizedGrafana((stack) => {
    new DashboardFolder(stack, "shop", { ...shop, ...props });
  });
}

/** `depth` folders, each in the one before. */
function nest(stack: TerraformStack, depth: number): DashboardFolder {
  let folder = new DashboardFolder(stack, "level-1", shop);
  for (let level = 2; level <= depth; level += 1)
    folder = new DashboardFolder(stack, `level-${level}`, {
      ...shop,
      uid: `shop-${level}`,
      parent: folder,
    });
  return folder;
}

describe("DashboardFolder", () => {
  test("with defaults defines a folder with a fixed uid, protected while it holds something", () => {
    expect(onlyResourceIn(synthesize(), "grafana_folder")).toEqual({
      uid: "shop",
      title: "Shop",
      prevent_destroy_if_not_empty: true,
      lifecycle: { create_before_destroy: true },
    });
    expect(resourcesIn(synthesize(), "grafana_folder_permission")).toEqual({});
  });

  test("puts each dashboard into the folder by reference", () => {
    const json = synthesize({ dashboards: dashboardsOf("a", "b") });
    const [address] = Object.keys(resourcesIn(json, "grafana_folder"));
    const dashboards = Object.values(resourcesIn(json, "grafana_dashboard"));
    expect(dashboards).toHaveLength(2);
    for (const { folder } of dashboards)
      expect(folder).toBe(`\${grafana_folder.${address}.uid}`);
  });

  test("keeps addresses when the list is reordered", () => {
    expect(
      JSON.parse(synthesize({ dashboards: dashboardsOf("a", "b", "c") })),
    ).toEqual(
      JSON.parse(synthesize({ dashboards: dashboardsOf("c", "a", "b") })),
    );
  });

  test("keeps the address of a dashboard that moves to another folder", () => {
    const addressesWith = (shopUids: string[], otherUids: string[]) =>
      Object.keys(
        resourcesIn(
          synthesizedGrafana((stack) => {
            new DashboardFolder(stack, "shop", {
              ...shop,
              dashboards: dashboardsOf(...shopUids),
            });
            new DashboardFolder(stack, "other", {
              uid: "other",
              title: "Other",
              dashboards: dashboardsOf(...otherUids),
            });
          }),
          "grafana_dashboard",
        ),
      ).sort();
    expect(addressesWith(["a", "b"], [])).toEqual(addressesWith(["a"], ["b"]));
  });

  test("takes dashboards called like its own parts", () => {
    const json = synthesize({
      dashboards: dashboardsOf("folder", "permissions", "dashboards"),
    });
    expect(Object.keys(resourcesIn(json, "grafana_dashboard"))).toHaveLength(3);
  });

  test("may be deleted with all that is in it where nothing is protected", () => {
    expect(
      synthesize({ deletionProtection: false }),
    ).toHaveResourceWithProperties(Folder, {
      prevent_destroy_if_not_empty: false,
    });
  });

  test("hands down that its dashboards are editable", () => {
    expect(
      synthesize({ dashboards: dashboardsOf("a"), editable: true }),
    ).toHaveResourceWithProperties(GrafanaDashboard, {
      config_json: expect.stringContaining('"editable":true') as string,
    });
  });

  test("keeps its title from being read by Terraform", () => {
    expect(synthesize({ title: "Shop ${x}" })).toHaveResourceWithProperties(
      Folder,
      { title: "Shop $${x}" },
    );
  });

  test("lies in its parent by the parent's uid, at most 4 deep", () => {
    const json = synthesizedGrafana((stack) => {
      expect(nest(stack, 4).depth).toBe(4);
    });
    expect(json).toHaveResourceWithProperties(Folder, {
      uid: "shop-2",
      parent_folder_uid: expect.stringMatching(
        /^\$\{grafana_folder\.level-1_folder_\w+\.uid\}$/,
      ) as string,
    });
  });

  test("says what roles and teams may do, in one authoritative set", () => {
    const json = synthesizedGrafana((stack) => {
      const team = new Team(stack, "team", { name: "Shop" });
      new DashboardFolder(stack, "shop", {
        ...shop,
        rolePermissions: { Viewer: "View", Editor: "View" },
        teamPermissions: [{ team, permission: "Edit" }],
      });
    });
    expect(json).toHaveResourceWithProperties(FolderPermission, {
      permissions: [
        { role: "Viewer", permission: "View" },
        { role: "Editor", permission: "View" },
        {
          team_id: expect.stringMatching(
            /^\$\{grafana_team\.team_\w+\.id\}$/,
          ) as string,
          permission: "Edit",
        },
      ],
    });
  });

  test.each<{
    name: string;
    props: Partial<DashboardFolderProps>;
    problem: string;
  }>([
    {
      name: "an empty title",
      props: { title: " " },
      problem: `'title' must not be empty, got " "`,
    },
    {
      name: "the title of Grafana's own folder",
      props: { title: "General" },
      problem: `'title' must not be that of Grafana's own folder, got "General"`,
    },
    {
      name: "the title of Grafana's list",
      props: { title: "dashboards" },
      problem: `'title' must not be that of Grafana's own folder, got "dashboards"`,
    },
    {
      name: "the uid of Grafana's own folder",
      props: { uid: "general" },
      problem: `'uid' must not be one of Grafana's own folders, got "general"`,
    },
    {
      name: "the uid of shared dashboards",
      props: { uid: "sharedwithme" },
      problem: `'uid' must not be one of Grafana's own folders, got "sharedwithme"`,
    },
    {
      name: "a uid with a slash",
      props: { uid: "shop/eu" },
      problem: `'uid' must be at most 40 letters, digits, hyphens and underscores, got "shop/eu"`,
    },
    {
      name: "an empty uid",
      props: { uid: "" },
      problem: `'uid' must be at most 40 letters, digits, hyphens and underscores, got ""`,
    },
    {
      name: "two dashboards with one uid",
      props: { dashboards: dashboardsOf("a", "b", "a") },
      problem: `'dashboards' must have a uid of their own, got "a" twice`,
    },
  ])("rejects $name", ({ props, problem }) => {
    expect(
      () => new DashboardFolder(testStack(), "shop", { ...shop, ...props }),
    ).toThrow(new Error(`test/shop: ${problem}`));
  });

  test("rejects a fifth level", () => {
    expect(() => nest(testStack(), 5)).toThrow(
      new Error("test/level-5: 'parent' must be at most 3 folders deep, got 4"),
    );
  });

  test("rejects one team twice", () => {
    const stack = testStack();
    const team = new Team(stack, "team", { name: "Shop" });
    expect(
      () =>
        new DashboardFolder(stack, "shop", {
          ...shop,
          teamPermissions: [
            { team, permission: "Edit" },
            { team, permission: "View" },
          ],
        }),
    ).toThrow(
      new Error(
        "test/shop: 'teamPermissions' must name a team once, got test/team twice",
      ),
    );
  });
});
