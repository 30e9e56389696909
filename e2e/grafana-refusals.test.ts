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

let grafana: GrafanaTarget;
let terraform: Terraform;

beforeAll(async () => {
  grafana = await startGrafana();
  const stackDir = writeStack(grafanaStack(smallTeam()));
  terraform = prepareStack({ stackDir, grafana });
  await terraform.init();
});

afterAll(() => grafana.stop());

function configure(change: Change): void {
  const stack = grafanaStack(changed(smallTeam(), change));
  writeStack(stack, terraform.workDir);
}

const routes = "grafana_notification_policy.routes";
const rules = "grafana_rule_group.availability";

describe("at validate", () => {
  test.each<[string, Change, RegExp]>([
    [
      "a value that only the provider decides",
      { "grafana_dashboard.overview": { version: 3 } },
      /version/,
    ],
    [
      "a matcher operator that does not exist",
      {
        [routes]: {
          policy: [{ matcher: [{ label: "a", match: "==", value: "b" }] }],
        },
      },
      /match/,
    ],
    [
      "a dashboard that is not JSON",
      { "grafana_dashboard.overview": { config_json: '{"title": ' } },
      /JSON/i,
    ],
    [
      "a state that alert rules do not have",
      { [rules]: { rule: [alertRule("a", { no_data_state: "Fine" })] } },
      /no_data_state/,
    ],
    [
      "HTTP headers inside a data source's JSON",
      {
        "grafana_data_source.prometheus": {
          json_data_encoded: '{"httpHeaderName1":"X-Scope-OrgID"}',
        },
      },
      /httpHeaderName|http_headers/,
    ],
    [
      "a folder uid with a space",
      { "grafana_folder.team": { uid: "my team" } },
      /uid/,
    ],
  ])("refuses %s", async (_case, change, message) => {
    configure(change);
    expect(await terraform.failure("validate")).toMatch(message);
  });
});

describe("at apply", () => {
  afterEach(() => terraform.destroy());

  const contactPoint = { contact_point: "Nobody" };
  test.each<[string, Change, RegExp]>([
    [
      "a policy to a contact point that does not exist",
      { [routes]: contactPoint },
      /Nobody/,
    ],
    [
      "a rule that notifies a contact point that does not exist",
      {
        [rules]: {
          rule: [alertRule("a", { notification_settings: [contactPoint] })],
        },
      },
      /Nobody/,
    ],
    [
      "a route with a mute timing that does not exist",
      {
        [routes]: {
          policy: [
            {
              mute_timings: ["Never"],
              matcher: [{ label: "a", match: "=", value: "b" }],
            },
          ],
        },
      },
      /Never/,
    ],
    [
      "a rule group in a folder that does not exist",
      { [rules]: { folder_uid: "nowhere" } },
      /nowhere|folder/,
    ],
    [
      "a dashboard in a folder that does not exist",
      { "grafana_dashboard.overview": { folder: "nowhere" } },
      /nowhere|folder/,
    ],
    [
      "a folder's id where its uid is needed",
      { [rules]: { folder_uid: "${grafana_folder.team.id}" } },
      /folder/,
    ],
    [
      "a group interval that is no multiple of 10 s",
      { [rules]: { interval_seconds: 15 } },
      /interval/,
    ],
    [
      "one rule uid twice in a group",
      {
        [rules]: {
          rule: [alertRule("same"), alertRule("same", { name: "Other" })],
        },
      },
      /same|uid/i,
    ],
    [
      "a condition that is no query of the rule",
      { [rules]: { rule: [alertRule("a", { condition: "C" })] } },
      /condition/i,
    ],
    [
      "a recording rule with a state of its own",
      {
        [rules]: {
          rule: [
            alertRule("a", {
              condition: null,
              for: null,
              record: [{ metric: "job:up", from: "A" }],
            }),
          ],
        },
      },
      /record/,
    ],
    [
      "an e-mail contact point without addresses",
      { "grafana_contact_point.oncall": { email: [{ addresses: [""] }] } },
      /address/i,
    ],
    [
      "a mute timing that wraps around midnight",
      {
        "grafana_mute_timing.weekend": {
          intervals: [{ times: [{ start: "22:00", end: "06:00" }] }],
        },
      },
      /22:00|time/,
    ],
    [
      "a regular expression with lookahead",
      {
        [routes]: {
          policy: [
            { matcher: [{ label: "a", match: "=~", value: "(?!b).*" }] },
          ],
        },
      },
      /regex|parsing|matcher/i,
    ],
    [
      "a data source under a name that is taken",
      {
        "grafana_data_source.second": {
          name: "Prometheus",
          type: "prometheus",
          depends_on: ["grafana_data_source.prometheus"],
        },
      },
      /exists/,
    ],
    [
      "a second rule group of one name in a folder",
      {
        "grafana_rule_group.second": {
          name: "Availability",
          folder_uid: "${grafana_folder.team.uid}",
          interval_seconds: 60,
          rule: [alertRule("second")],
          depends_on: [rules],
        },
      },
      /exists/,
    ],
  ])("refuses %s", async (_case, change, message) => {
    configure(change);
    expect(await terraform.failure("apply", "-auto-approve")).toMatch(message);
  });

  test("never settles on two policy trees", async () => {
    configure({
      "grafana_notification_policy.second": {
        contact_point: "${grafana_contact_point.oncall.name}",
        group_by: ["team"],
        depends_on: [routes],
      },
    });
    const { exitCode } = await terraform.start("apply", "-auto-approve")
      .finished;
    const left = plannedActions(await terraform.plan());
    expect({ refused: exitCode !== 0, settled: left.length === 0 }).toEqual({
      refused: process.env["E2E_GRAFANA_PROVIDER"] !== "real",
      settled: false,
    });
  });
});
