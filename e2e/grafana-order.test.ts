import { deployStack, prepareStack, type Deployment } from "./deploy-stack";
import { startGrafana, type GrafanaTarget } from "./grafana-target";
import { plannedActions } from "./plan-json";
import { missingEdges } from "./reference-check";
import type { Terraform } from "./terraform";
import {
  alertRule,
  changed,
  grafanaStack,
  smallTeam,
  writeStack,
} from "./terraform-fixture";

type Change = Parameters<typeof changed>[1];

const oncall = "grafana_contact_point.oncall";
const weekend = "grafana_mute_timing.weekend";
const rules = "grafana_rule_group.availability";
const routes = "grafana_notification_policy.routes";

let grafana: GrafanaTarget;

beforeAll(async () => {
  grafana = await startGrafana({ worstOrder: true });
});

afterAll(() => grafana.stop());

function configure(terraform: Terraform, change: Change): void {
  const stack = grafanaStack(changed(smallTeam(), change));
  writeStack(stack, terraform.workDir);
}

describe("an object in use", () => {
  let deployment: Deployment;

  async function deployed(change: Change): Promise<Terraform> {
    const stackDir = writeStack(grafanaStack(changed(smallTeam(), change)));
    deployment = await deployStack({ stackDir, grafana });
    return deployment.terraform;
  }

  afterEach(() => deployment.destroy());

  test("a contact point with create_before_destroy is renamed in one apply", async () => {
    const terraform = await deployed({});
    configure(terraform, { [oncall]: { name: "Night shift" } });
    await terraform.apply();
    expect(plannedActions(await terraform.plan())).toEqual([]);
  });

  test("a contact point without it cannot be renamed", async () => {
    const terraform = await deployed({ [oncall]: { lifecycle: {} } });
    configure(terraform, { [oncall]: { name: "Night shift", lifecycle: {} } });
    expect(await terraform.failure("apply", "-auto-approve")).toMatch(
      /On-call.* still used|409|used by/,
    );
  });

  test("a contact point in a rule's notification settings is renamed like one in a route", async () => {
    const settings = [{ contact_point: `\${${oncall}.name}` }];
    const rule = [
      alertRule("target-down", { notification_settings: settings }),
    ];
    const terraform = await deployed({ [rules]: { rule } });
    configure(terraform, {
      [rules]: { rule },
      [oncall]: { name: "Night shift" },
    });
    await terraform.apply();
    expect(plannedActions(await terraform.plan())).toEqual([]);
  });

  test("a mute timing is renamed without create_before_destroy: the provider unlinks it", async () => {
    const terraform = await deployed({});
    configure(terraform, { [weekend]: { name: "Days off" } });
    await terraform.apply();
    expect(plannedActions(await terraform.plan())).toEqual([]);
  });

  test("an active timing is not: it needs create_before_destroy", async () => {
    const child = {
      active_timings: [`\${${weekend}.name}`],
      matcher: [{ label: "team", match: "=", value: "shop" }],
    };
    const active = { [routes]: { policy: [child] } };
    const terraform = await deployed(active);
    configure(terraform, { ...active, [weekend]: { name: "Days off" } });
    expect(await terraform.failure("apply", "-auto-approve")).toMatch(
      /Weekend.* still used|409|used by/,
    );
  });

  test("a folder that is not empty is kept where it is told so", async () => {
    const keep = {
      "grafana_folder.team": { prevent_destroy_if_not_empty: true },
    };
    const terraform = await deployed(keep);
    await terraform.run("state", "rm", "grafana_dashboard.overview");
    configure(terraform, {
      "grafana_dashboard.overview": null,
      [rules]: null,
      "grafana_folder.team": null,
    });
    expect(await terraform.failure("apply", "-auto-approve")).toMatch(/empty/);
    configure(terraform, keep);
    await terraform.import("grafana_dashboard.overview", "overview");
  });
});

describe("a literal where a reference is needed", () => {
  const literal = { [routes]: { contact_point: "On-call" } };

  async function planned(change: Change): Promise<Terraform> {
    const stackDir = writeStack(grafanaStack(changed(smallTeam(), change)));
    const terraform = prepareStack({ stackDir, grafana });
    await terraform.init();
    return terraform;
  }

  const outside = { policy: [] };

  test("is found in the plan", async () => {
    const terraform = await planned({
      [routes]: { contact_point: "On-call", ...outside },
    });
    expect(missingEdges(await terraform.plan())).toEqual([
      'grafana_notification_policy.routes: contact_point = "On-call" names grafana_contact_point.oncall by a literal; Terraform sees no dependency, use a reference or depends_on',
    ]);
  });

  test("is found in lists and at any depth of a policy", async () => {
    const inner = { mute_timings: ["Weekend"], matcher: [] };
    const terraform = await planned({
      [routes]: { policy: [{ policy: [inner] }] },
    });
    expect(missingEdges(await terraform.plan())).toEqual([
      expect.stringContaining(
        'policy[0].policy[0].mute_timings[0] = "Weekend" names grafana_mute_timing.weekend',
      ),
    ]);
  });

  test("is accepted beside a depends_on", async () => {
    const terraform = await planned({
      [routes]: { ...literal[routes], ...outside, depends_on: [oncall] },
    });
    expect(missingEdges(await terraform.plan())).toEqual([]);
  });

  test("is accepted where a chain of references leads to the object", async () => {
    const [first] = [alertRule("a")] as [
      { data: { datasource_uid: string }[] },
    ];
    first.data[0]!.datasource_uid = "prometheus";
    const terraform = await planned({
      [rules]: { rule: [first] },
      "grafana_folder.team": { depends_on: ["grafana_data_source.prometheus"] },
    });
    expect(missingEdges(await terraform.plan())).toEqual([]);
  });
});
