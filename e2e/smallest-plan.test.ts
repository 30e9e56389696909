import { cpSync } from "node:fs";
import { join } from "node:path";
import { prepareStack } from "./deploy-stack";
import { startGrafana, type GrafanaTarget } from "./grafana-target";
import { plannedActions, type PlanJson } from "./plan-json";
import { ProjectCopy } from "./project-copy";
import { Terraform } from "./terraform";

/** What a small edit of the sources does to the plan of the stack local, which is deployed as it was before. */
const project = new ProjectCopy();
const stackDir = join(project.folder, "cdktf.out/stacks/local");

let grafana: GrafanaTarget;
let terraform: Terraform;

beforeAll(async () => {
  synthesize();
  grafana = await startGrafana();
  terraform = prepareStack({ stackDir, grafana });
  await terraform.init();
  await terraform.apply();
});

afterAll(() => grafana.stop());
afterAll(() => project.remove());

function monitoring(...args: readonly string[]): void {
  const { status, stdout, stderr } = project.run("npx", "monitoring", ...args);
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
}

function synthesize(): void {
  monitoring("synth");
}

/** The plan of what is synthesized now. */
function planNow(): Promise<PlanJson> {
  synthesize();
  cpSync(join(stackDir, "cdk.tf.json"), join(terraform.workDir, "cdk.tf.json"));
  return terraform.plan();
}

/** Plans with an edit, which is taken back. */
async function planWith(
  path: string,
  from: string | RegExp,
  to: string,
): Promise<PlanJson> {
  const undo = project.edit(path, from, to);
  try {
    return await planNow();
  } finally {
    undo();
  }
}

/** A resource before and after. */
function change<T>(plan: PlanJson, address: string): { before: T; after: T } {
  const found = plan.resource_changes?.find(
    (resource) => resource.address === address,
  );
  if (found === undefined) throw new Error(`${address}: not in the plan`);
  return found.change as unknown as { before: T; after: T };
}

interface Panel {
  readonly id: number;
  readonly title: string;
}

function panelsOf({ config_json: json }: { config_json: string }): Panel[] {
  return (JSON.parse(json) as { panels: Panel[] }).panels;
}

test("nothing is planned without an edit", async () => {
  expect(plannedActions(await planNow())).toEqual([]);
});

test("a panel that is inserted at the top changes its dashboard, and no other panel's id", async () => {
  const plan = await planWith(
    "dashboards/ecommerce/business.ts",
    "    row([\n",
    `    row([
      stat("inserted", {
        title: "Inserted",
        description: "Orders of the last hour. Good: any.",
        unit: "short",
        queries: [query("sum(increase(orders_created_total[1h]))")],
      }),
`,
  );
  expect(plannedActions(plan)).toEqual([
    "grafana_dashboard.business-metrics: update",
  ]);
  const { before, after } = change<{ config_json: string }>(
    plan,
    "grafana_dashboard.business-metrics",
  );
  const idsOf = (panels: readonly Panel[]): [string, number][] =>
    panels
      .filter(({ title }) => title !== "Inserted")
      .map(({ id, title }) => [title, id]);
  expect(panelsOf(after)).toHaveLength(panelsOf(before).length + 1);
  expect(idsOf(panelsOf(after))).toEqual(idsOf(panelsOf(before)));
});

test("dashboards, exporters, receivers and the alerts of a group in another order change nothing", async () => {
  const undo = [
    project.edit(
      "systems/ecommerce/index.ts",
      "    sloDashboard,\n    businessDashboard,\n",
      "    businessDashboard,\n    sloDashboard,\n",
    ),
    project.edit(
      "systems/ecommerce/index.ts",
      "    nodeExporter,\n    postgresExporter,\n",
      "    postgresExporter,\n    nodeExporter,\n",
    ),
    project.edit(
      "systems/ecommerce/notifications.ts",
      "    sloAlerts,\n    businessAlerts,\n",
      "    businessAlerts,\n    sloAlerts,\n",
    ),
    project.edit(
      "systems/ecommerce/alerts.ts",
      /( {2}\{\n {4}alert: "HighErrorRate",[\s\S]*?\n {2}\},\n)( {2}\{\n {4}alert: "HighLatency",[\s\S]*?\n {2}\},\n)/,
      "$2$1",
    ),
  ];
  const plan = await planNow();
  for (const one of undo.reverse()) one();
  expect(plannedActions(plan)).toEqual([]);
});

interface RuleGroup {
  readonly rule: readonly { readonly uid: string; readonly name: string }[];
}

test("an alert that is inserted changes its group, and no other alert", async () => {
  const runbooks = join(project.folder, "systems/ecommerce/runbooks");
  cpSync(join(runbooks, "high-latency.md"), join(runbooks, "inserted.md"));
  const plan = await planWith(
    "systems/ecommerce/alerts.ts",
    '  {\n    alert: "HighLatency",',
    `  {
    alert: "Inserted",
    expr: "sum(orders_created_total)",
    condition: { is: "<", value: 1 },
    for: "5m",
    severity: "warning",
    team: "backend",
    summary: "No orders",
    description: "{{ $value }} orders",
  },
  {
    alert: "HighLatency",`,
  );
  const address = plannedActions(plan)[0]?.replace(/: update$/, "") ?? "";
  expect(plannedActions(plan)).toHaveLength(1);
  expect(address).toMatch(/^grafana_rule_group\.\S*application_alerts/);
  const { before, after } = change<RuleGroup>(plan, address);
  expect(after.rule).toHaveLength(before.rule.length + 1);
  expect(after.rule.filter(({ name }) => name !== "Inserted")).toEqual(
    before.rule,
  );
});

test("another environment changes nothing in this one", async () => {
  monitoring("new", "environment", "preview", "--no-snapshots");
  expect(plannedActions(await planNow())).toEqual([]);
});

test("a receiver that is added is a contact point, and a change of the routes", async () => {
  monitoring(
    "new",
    "receiver",
    "node-infrastructure/returns",
    "--no-snapshots",
  );
  expect(plannedActions(await planNow()).sort()).toEqual([
    expect.stringMatching(/^grafana_contact_point\..*returns.*: create$/),
    expect.stringMatching(/^grafana_notification_policy\..*: update$/),
  ]);
});

test("variables that are not set are all named", async () => {
  const { workDir } = terraform;
  const unset = new Terraform({ workDir, environment: grafana.environment });
  const refused = await unset.failure("plan", "-input=false");
  expect(refused).toContain("No value for required variable");
  for (const name of ["grafana_auth", "easy_flow_webhook_token"])
    expect(refused).toContain(`variable "${name}" is not set`);
});

test("a variable without content is refused before anything is read or written", async () => {
  const empty = prepareStack({
    stackDir,
    grafana,
    variables: { TF_VAR_grafana_auth: " " },
  });
  await empty.init();
  expect(await empty.failure("plan", "-input=false")).toContain(
    "grafana_auth must not be empty: user and password of an administrator",
  );
});
