import { prepareStack } from "./deploy-stack";
import { startGrafana, type GrafanaTarget } from "./grafana-target";
import { plannedActions } from "./plan-json";
import type { Terraform } from "./terraform";
import {
  alertRule,
  changed,
  grafanaStack,
  smallTeam,
  writeStack,
} from "./terraform-fixture";

type Change = Parameters<typeof changed>[1];

const routes = "grafana_notification_policy.routes";
const rules = "grafana_rule_group.availability";
const weekend = "grafana_mute_timing.weekend";

let grafana: GrafanaTarget;
let terraform: Terraform;

beforeAll(async () => {
  grafana = await startGrafana();
  const stackDir = writeStack(grafanaStack(smallTeam()));
  terraform = prepareStack({ stackDir, grafana });
  await terraform.init();
});

afterAll(() => terraform.destroy());
afterAll(() => grafana.stop());

/** What a plan right after an apply would still do. */
async function left(change: Change): Promise<string[]> {
  const stack = grafanaStack(changed(smallTeam(), change));
  writeStack(stack, terraform.workDir);
  await terraform.apply();
  return plannedActions(await terraform.plan());
}

function withModel(model: object, block: object = {}): Change {
  const data = {
    ref_id: "A",
    datasource_uid: "__expr__",
    relative_time_range: [{ from: 0, to: 0 }],
    model: JSON.stringify({
      refId: "A",
      type: "math",
      expression: "1",
      ...model,
    }),
    ...block,
  };
  return {
    [rules]: { rule: [alertRule("a", { data: [data], condition: "A" })] },
  };
}

function withMatcher(value: string): Change {
  const matcher = [{ label: "team", match: "=", value }];
  return { [routes]: { policy: [{ matcher }] } };
}

test.each<[string, Change]>([
  [
    "canonical waits",
    { [routes]: { group_wait: "1m30s", repeat_interval: "1w" } },
  ],
  [
    "any spelling of a rule's for",
    { [rules]: { rule: [alertRule("a", { for: "90s" })] } },
  ],
  ["a for of zero", { [rules]: { rule: [alertRule("a", { for: "0s" })] } }],
  [
    "the model's defaults",
    withModel({ intervalMs: 1000, maxDataPoints: 43200 }),
  ],
  [
    "month names in lower case",
    { [weekend]: { intervals: [{ months: ["january:march"] }] } },
  ],
  [
    "days without leading zeros",
    { [weekend]: { intervals: [{ days_of_month: ["1:7", "-1"] }] } },
  ],
  ["a matcher's plain value", withMatcher("ops")],
])("settles on %s", async (_case, change) => {
  expect(await left(change)).toEqual([]);
});

test.each<[string, string, Change]>([
  ["seconds that make minutes", routes, { [routes]: { group_wait: "60s" } }],
  ["hours that make a day", routes, { [routes]: { repeat_interval: "24h" } }],
  [
    "waits in a rule's notification settings",
    rules,
    {
      [rules]: {
        rule: [
          alertRule("a", {
            notification_settings: [
              {
                contact_point: "${grafana_contact_point.oncall.name}",
                group_interval: "120s",
              },
            ],
          }),
        ],
      },
    },
  ],
  ["a matcher's value in quotes", routes, withMatcher('"ops"')],
  [
    "a model's queryType without the block's",
    rules,
    withModel({ queryType: "range" }),
  ],
  ["an interval of zero in a model", rules, withModel({ intervalMs: 0 })],
  [
    "capital letters in weekdays",
    weekend,
    { [weekend]: { intervals: [{ weekdays: ["Monday"] }] } },
  ],
  [
    "capital letters in months",
    weekend,
    { [weekend]: { intervals: [{ months: ["January"] }] } },
  ],
  [
    "days with leading zeros",
    weekend,
    { [weekend]: { intervals: [{ days_of_month: ["05"] }] } },
  ],
])("never settles on %s", async (_case, address, change) => {
  expect(await left(change)).toEqual([`${address}: update`]);
});

test("never settles on two default data sources", async () => {
  const isDefault = { type: "prometheus", is_default: true };
  const change = {
    "grafana_data_source.first": { uid: "first", name: "First", ...isDefault },
    "grafana_data_source.second": {
      uid: "second",
      name: "Second",
      ...isDefault,
    },
  };
  expect(await left(change)).toHaveLength(1);
});

test("never settles on one rule uid in two groups", async () => {
  const change = {
    "grafana_rule_group.second": {
      name: "Second",
      folder_uid: "${grafana_folder.team.uid}",
      interval_seconds: 60,
      rule: [alertRule("target-down", { name: "Same uid" })],
      depends_on: [rules],
    },
  };
  expect(await left(change)).toEqual([`${rules}: create`]);
  expect(await left({})).toHaveLength(0);
});

test("fails on a message template without a definition", async () => {
  const title = {
    "grafana_message_template.title": { template: "{{ .Status }}" },
  };
  const stack = grafanaStack(changed(smallTeam(), title));
  writeStack(stack, terraform.workDir);
  expect(await terraform.failure("apply", "-auto-approve")).toMatch(
    /inconsistent result after apply/,
  );
});
