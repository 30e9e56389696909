import { FolderPermission } from "@cdktf/provider-grafana/lib/folder-permission";
import { RuleGroup } from "@cdktf/provider-grafana/lib/rule-group";
import {
  SystemMonitoring,
  type SystemMonitoringProps,
} from "../src/system-monitoring";
import { Team } from "../src/team";
import { deployedShop } from "./test-deployment";
import { onlyResourceIn, resourcesIn, synthesizedGrafana } from "./test-stack";

function synthesize(props: Partial<SystemMonitoringProps> = {}): string {
  return synthesizedGrafana((stack) => {
    new SystemMonitoring(stack, "shop", {
      system: deployedShop(),
      team: new Team(stack, "team", { name: "Shop" }),
      prometheusUid: "prometheus",
      grafanaVersion: 13,
      evaluation: true,
      ruleDependencies: [],
      ...props,
    });
  });
}

describe("SystemMonitoring", () => {
  test("defines a folder called after the system, with its dashboards and rules", () => {
    const json = synthesize();
    expect(onlyResourceIn(json, "grafana_folder")).toMatchObject({
      uid: "shop",
      title: "Shop",
      prevent_destroy_if_not_empty: true,
    });
    expect(Object.keys(resourcesIn(json, "grafana_dashboard"))).toHaveLength(2);
    expect(Object.keys(resourcesIn(json, "grafana_rule_group"))).toHaveLength(
      2,
    );
  });

  test("lets everybody look, and the team change", () => {
    expect(synthesize()).toHaveResourceWithProperties(FolderPermission, {
      permissions: [
        { role: "Viewer", permission: "View" },
        { role: "Editor", permission: "View" },
        {
          team_id: expect.stringMatching(/^\$\{grafana_team\./) as string,
          permission: "Edit",
        },
      ],
    });
  });

  test.each(["availability", "requests"])(
    "keeps the group %s in the folder by reference",
    (name) => {
      expect(synthesize()).toHaveResourceWithProperties(RuleGroup, {
        name,
        folder_uid: expect.stringMatching(
          /^\$\{grafana_folder\.\S+\.uid\}$/,
        ) as string,
      });
    },
  );

  test("has no rules where Prometheus evaluates them", () => {
    const json = synthesize({ evaluation: false });
    expect(resourcesIn(json, "grafana_rule_group")).toEqual({});
    expect(Object.keys(resourcesIn(json, "grafana_dashboard"))).toHaveLength(2);
  });

  test("hands down that nothing is protected", () => {
    expect(
      onlyResourceIn(
        synthesize({ deletionProtection: false }),
        "grafana_folder",
      ),
    ).toMatchObject({ prevent_destroy_if_not_empty: false });
  });
});
