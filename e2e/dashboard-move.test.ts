import { App, TerraformStack } from "cdktf";
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  defineBackend,
  DashboardFolder,
  defineGrafanaProvider,
  Secrets,
} from "@monitoring-as-code/constructs";
import { classicDashboard } from "../packages/monitoring/__tests__/dashboards/classic-dashboard";
import { deployStack, type Deployment } from "./deploy-stack";
import { startGrafana, type GrafanaTarget } from "./grafana-target";
import { plannedActions } from "./plan-json";

/** Folders by construct id: their uid, and the uids of their dashboards. */
type Folders = Readonly<
  Record<
    string,
    { readonly uid: string; readonly dashboards: readonly string[] }
  >
>;

/** Synthesizes a stack with `folders`; returns its folder. */
function synthesize(folders: Folders): string {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), "move-")) });
  const stack = new TerraformStack(app, "move");
  const secrets = new Secrets(stack, "secrets");
  defineBackend(stack, "move", { kind: "local" });
  defineGrafanaProvider(stack, {
    url: "http://localhost:3000",
    auth: "token",
    secrets: (secret) => secrets.for(secret),
  });
  for (const [id, { uid, dashboards }] of Object.entries(folders)) {
    new DashboardFolder(stack, id, {
      uid,
      title: id,
      dashboards: dashboards.map((dashboard) =>
        classicDashboard({}, dashboard),
      ),
    });
  }
  app.synth();
  return join(app.outdir, "stacks", "move");
}

describe("dashboards that move", () => {
  let grafana: GrafanaTarget;
  let deployment: Deployment;

  /** Applies `folders`; returns what the plan did, without suffixes of addresses, and what a second one would do. */
  async function change(folders: Folders): Promise<{
    readonly done: readonly string[];
    readonly unsettled: readonly string[];
  }> {
    const { terraform } = deployment;
    cpSync(
      join(synthesize(folders), "cdk.tf.json"),
      join(terraform.workDir, "cdk.tf.json"),
    );
    const plan = await terraform.plan();
    await terraform.applyPlan();
    return {
      done: plannedActions(plan).map((action) =>
        action.replace(/_[0-9A-F]{8}(?=:)/, ""),
      ),
      unsettled: plannedActions(await terraform.plan()),
    };
  }

  beforeAll(async () => {
    grafana = await startGrafana({ worstOrder: true });
    deployment = await deployStack({
      stackDir: synthesize({
        shop: { uid: "shop", dashboards: ["orders", "stock"] },
        warehouse: { uid: "warehouse", dashboards: [] },
      }),
      grafana,
    });
  });

  afterAll(() => deployment.destroy());
  afterAll(() => grafana.stop());

  test("change in place when they go to another folder", async () => {
    expect(
      await change({
        shop: { uid: "shop", dashboards: ["orders"] },
        warehouse: { uid: "warehouse", dashboards: ["stock"] },
      }),
    ).toEqual({ done: ["grafana_dashboard.stock: update"], unsettled: [] });
  });

  test("outlive a folder that gets another uid", async () => {
    const { done, unsettled } = await change({
      shop: { uid: "store", dashboards: ["orders"] },
      warehouse: { uid: "warehouse", dashboards: ["stock"] },
    });
    expect(done).toEqual([
      "grafana_dashboard.orders: update",
      expect.stringMatching(/^grafana_folder\.shop_folder: /),
    ]);
    expect(unsettled).toEqual([]);
  });

  test("outlive a folder that goes while they leave it", async () => {
    const { done, unsettled } = await change({
      warehouse: { uid: "warehouse", dashboards: ["orders", "stock"] },
    });
    expect(done).toEqual([
      "grafana_dashboard.orders: update",
      "grafana_folder.shop_folder: delete",
    ]);
    expect(unsettled).toEqual([]);
  });

  test("outlive a folder that is defined elsewhere under another name", async () => {
    const { done, unsettled } = await change({
      depot: { uid: "depot", dashboards: ["orders", "stock"] },
    });
    expect(done).toEqual([
      "grafana_dashboard.orders: update",
      "grafana_dashboard.stock: update",
      "grafana_folder.depot_folder: create",
      "grafana_folder.warehouse_folder: delete",
    ]);
    expect(unsettled).toEqual([]);
  });
});
