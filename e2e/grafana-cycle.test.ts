import { deployStack, type Deployment } from "./deploy-stack";
import { startGrafana, type GrafanaTarget } from "./grafana-target";
import { plannedActions, valuesOf } from "./plan-json";
import {
  changed,
  grafanaStack,
  smallTeam,
  terraformJson,
  writeStack,
} from "./terraform-fixture";

describe("a small team's Grafana", () => {
  let grafana: GrafanaTarget;
  let deployment: Deployment;

  /** The plan after some arguments have changed. */
  async function planWith(
    changes: Parameters<typeof changed>[1],
    rest: object = {},
  ): Promise<string[]> {
    const stack = grafanaStack(changed(smallTeam(), changes), rest);
    writeStack(stack, deployment.terraform.workDir);
    return plannedActions(await deployment.terraform.plan());
  }

  beforeAll(async () => {
    grafana = await startGrafana({ worstOrder: true });
    const stackDir = writeStack(grafanaStack(smallTeam()));
    deployment = await deployStack({ stackDir, grafana });
  });

  afterAll(() => deployment.destroy());
  afterAll(() => grafana.stop());

  test("is created whole", () => {
    expect(plannedActions(deployment.plan)).toEqual([
      "grafana_contact_point.oncall: create",
      "grafana_dashboard.overview: create",
      "grafana_data_source.prometheus: create",
      "grafana_folder.team: create",
      "grafana_message_template.title: create",
      "grafana_mute_timing.weekend: create",
      "grafana_notification_policy.routes: create",
      "grafana_rule_group.availability: create",
    ]);
  });

  test("refers to everything by reference", () => {
    expect(deployment.missingEdges).toEqual([]);
  });

  test("settles: the second plan is empty", () => {
    expect(deployment.unsettled).toEqual([]);
  });

  test("is changed in place, and settles again", async () => {
    const changes = {
      "grafana_folder.team": { title: "The team" },
      "grafana_dashboard.overview": {
        config_json: terraformJson({ uid: "overview", title: "All of it" }),
      },
      "grafana_notification_policy.routes": { group_wait: "1m" },
    };
    expect(await planWith(changes)).toEqual([
      "grafana_dashboard.overview: update",
      "grafana_folder.team: update",
      "grafana_notification_policy.routes: update",
    ]);
    await deployment.terraform.applyPlan();
    expect(await planWith(changes)).toEqual([]);
    const state = await deployment.terraform.state();
    expect(valuesOf(state, "grafana_dashboard.overview")).toMatchObject({
      uid: "overview",
      version: 2,
    });
  });

  test.each([
    [
      "a dashboard whose uid changes",
      "grafana_dashboard.overview",
      { config_json: terraformJson({ uid: "other", title: "Overview" }) },
    ],
    ["a folder whose uid changes", "grafana_folder.team", { uid: "squad" }],
    [
      "a rule group that is renamed",
      "grafana_rule_group.availability",
      { name: "Up" },
    ],
    [
      "a mute timing that is renamed",
      "grafana_mute_timing.weekend",
      { name: "Off" },
    ],
  ])("replaces %s", async (_case, address, change) => {
    expect(await planWith({ [address]: change })).toContain(
      `${address}: delete, create`,
    );
  });

  test("is read back through data sources", async () => {
    const data = {
      grafana_folder: { team: { title: "Team" } },
      grafana_dashboard: { overview: { uid: "overview" } },
      grafana_data_source: { prometheus: { name: "Prometheus" } },
    };
    await planWith({});
    await deployment.terraform.applyPlan();
    await planWith({}, { data });
    await deployment.terraform.applyPlan();
    const state = await deployment.terraform.state();
    expect(valuesOf(state, "data.grafana_folder.team")).toMatchObject({
      uid: "team",
    });
    expect(valuesOf(state, "data.grafana_dashboard.overview")).toMatchObject({
      title: "Overview",
      folder_uid: "team",
    });
    expect(
      valuesOf(state, "data.grafana_data_source.prometheus"),
    ).toMatchObject({
      type: "prometheus",
    });
  });

  test("is imported under the ids that Grafana gives", async () => {
    const { terraform } = deployment;
    for (const [address, id] of [
      ["grafana_folder.team", "team"],
      ["grafana_contact_point.oncall", "On-call"],
      ["grafana_rule_group.availability", "team:Availability"],
      ["grafana_notification_policy.routes", "any text"],
    ] as const) {
      await terraform.run("state", "rm", address);
      await terraform.import(address, id);
    }
    expect(await planWith({})).toEqual([]);
  });
});
