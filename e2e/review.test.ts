import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deployStack, type Deployment } from "./deploy-stack";
import { startGrafana, type GrafanaTarget } from "./grafana-target";
import { monitoring } from "./monitoring";
import {
  alertRule,
  changed,
  grafanaStack,
  terraformJson,
  writeStack,
  type Resources,
} from "./terraform-fixture";

/** What `monitoring review --format json` writes, as far as it is read here. */
interface ReviewJson {
  readonly dangers: readonly { readonly kind: string; readonly text: string }[];
  readonly routing: readonly {
    readonly gained: readonly string[];
    readonly lost: readonly string[];
    readonly alerts: readonly { readonly alert: string }[];
  }[];
  readonly sections: readonly {
    readonly id: string;
    readonly entries: readonly ItemJson[];
  }[];
}

interface ItemJson {
  readonly text: string;
  readonly change: string;
  readonly items?: readonly ItemJson[];
}

function panel(index: number): object {
  return {
    id: 1000 + index,
    type: "timeseries",
    title: `Panel ${index}`,
    gridPos: { x: 0, y: index * 8, w: 24, h: 8 },
    fieldConfig: { defaults: { unit: "reqps" }, overrides: [] },
    targets: [{ refId: "A", expr: `sum(rate(requests_${index}_total[5m]))` }],
  };
}

const panels = Array.from({ length: 20 }, (_, index) => panel(index + 1));

function dashboard(shown: readonly object[]): Record<string, unknown> {
  return {
    folder: "${grafana_folder.shop.uid}",
    config_json: terraformJson({
      uid: "orders",
      title: "Orders",
      schemaVersion: 42,
      panels: shown,
    }),
  };
}

const labelled = (name: string, severity: string, team: string): object =>
  alertRule(name.toLowerCase(), { name, labels: { severity, team } });

function shop(): Resources {
  return {
    grafana_folder: { shop: { uid: "shop", title: "Shop" } },
    grafana_data_source: {
      prometheus: {
        uid: "prometheus",
        name: "Prometheus",
        type: "prometheus",
        url: "http://prometheus:9090",
      },
    },
    grafana_dashboard: { orders: dashboard(panels) },
    grafana_contact_point: {
      chat: contactPoint("chat"),
      oncall: contactPoint("oncall"),
      escalation: contactPoint("escalation"),
    },
    grafana_notification_policy: { policy: policy("oncall") },
    grafana_rule_group: {
      shop: {
        name: "shop",
        folder_uid: "${grafana_folder.shop.uid}",
        interval_seconds: 60,
        rule: [
          labelled("ShopDown", "critical", "shop"),
          labelled("ShopSlow", "critical", "shop"),
          labelled("ShopBusy", "warning", "shop"),
          labelled("DataLate", "critical", "data"),
        ],
      },
    },
  };
}

function contactPoint(name: string): Record<string, unknown> {
  return {
    name,
    slack: [{ url: "${var.slack_url}", recipient: `#${name}` }],
    lifecycle: { create_before_destroy: true },
  };
}

/** Where the shop's critical alerts go. */
function policy(critical: string): Record<string, unknown> {
  const point = (name: string): string =>
    `\${grafana_contact_point.${name}.name}`;
  return {
    contact_point: point("chat"),
    group_by: ["alertname"],
    group_wait: "30s",
    group_interval: "5m",
    repeat_interval: "4h",
    policy: [
      {
        contact_point: point(critical),
        matcher: [
          { label: "severity", match: "=", value: "critical" },
          { label: "team", match: "=", value: "shop" },
        ],
      },
    ],
  };
}

const variable = {
  slack_url: { type: "string", sensitive: true },
};

describe("the review of plans of the real terraform", () => {
  let grafana: GrafanaTarget;
  let deployment: Deployment;

  /** Plans a change of the shop and reviews the plan. */
  async function reviewed(changes: Parameters<typeof changed>[1]): Promise<{
    readonly code: number;
    readonly json: ReviewJson;
    readonly text: string;
  }> {
    const { terraform } = deployment;
    writeStack(
      grafanaStack(changed(shop(), changes), { variable }),
      terraform.workDir,
    );
    const file = join(terraform.workDir, "prod.json");
    writeFileSync(file, JSON.stringify(await terraform.plan()));
    const run = (format: string) =>
      monitoring("review", "--plan", `prod=${file}`, "--format", format);
    const json = await run("json");
    const [inMarkdown, inTerminal] = [
      await run("markdown"),
      await run("terminal"),
    ];
    return {
      code: json.exitCode,
      json: JSON.parse(json.stdout) as ReviewJson,
      text: json.stdout + inMarkdown.stdout + inTerminal.stdout,
    };
  }

  beforeAll(async () => {
    grafana = await startGrafana();
    const stackDir = writeStack(grafanaStack(shop(), { variable }));
    deployment = await deployStack({
      stackDir,
      grafana,
      variables: { TF_VAR_slack_url: "https://hooks.example.org/the-secret" },
    });
  });

  afterAll(() => deployment.destroy());
  afterAll(() => grafana.stop());

  test("a plan without changes has nothing to review", async () => {
    const { code, json } = await reviewed({});
    expect(json).toMatchObject({ dangers: [], routing: [], sections: [] });
    expect(code).toBe(0);
  });

  test("one panel on top of twenty is one added panel and nothing else", async () => {
    const shifted = panels.map((below, index) => ({
      ...below,
      gridPos: { x: 0, y: (index + 2) * 8, w: 24, h: 8 },
    }));
    const { code, json } = await reviewed({
      "grafana_dashboard.orders": dashboard([panel(21), ...shifted]),
    });
    expect(code).toBe(2);
    expect(json).toMatchObject({ dangers: [], routing: [] });
    expect(json.sections).toEqual([
      expect.objectContaining({
        id: "dashboards",
        entries: [
          expect.objectContaining({
            change: "changed",
            items: [
              expect.objectContaining({
                change: "added",
                text: 'panel "Panel 21"',
              }),
            ],
          }),
        ],
      }),
    ]);
  });

  test("critical alerts of a team that go to another receiver are exactly those alerts", async () => {
    const { code, json } = await reviewed({
      "grafana_notification_policy.policy": policy("escalation"),
    });
    expect(code).toBe(2);
    expect(json.routing).toEqual([
      expect.objectContaining({
        gained: ["escalation"],
        lost: ["oncall"],
        alerts: [
          expect.objectContaining({ alert: "ShopDown", where: [] }),
          expect.objectContaining({ alert: "ShopSlow", where: [] }),
        ],
      }),
    ]);
    expect(json.sections.map(({ id }) => id)).toEqual(["routing"]);
  });

  test("secrets are in no review, whatever changes around them", async () => {
    const { code, text, json } = await reviewed({
      "grafana_contact_point.chat": {
        ...contactPoint("chat"),
        slack: [{ url: "${var.slack_url}", recipient: "#other" }],
      },
    });
    expect(code).toBe(2);
    expect(text).not.toContain("the-secret");
    expect(json.sections).toEqual([
      expect.objectContaining({
        id: "contact-points",
        entries: [
          expect.objectContaining({
            text: 'contact point "chat"',
            items: [
              expect.objectContaining({ text: "slack changed (sensitive)" }),
            ],
          }),
        ],
      }),
    ]);
  });

  test("a dashboard that is only known after apply says so", async () => {
    const { json } = await reviewed({
      "grafana_folder.unnumbered": { title: "Without uid" },
      "grafana_dashboard.orders": {
        config_json:
          '{"uid":"orders","title":"Orders","tags":["${grafana_folder.unnumbered.uid}"]}',
      },
    });
    const dashboards = json.sections.find(({ id }) => id === "dashboards");
    expect(dashboards?.entries[0]?.items?.[0]?.text).toMatch(
      /its content is only known after apply/,
    );
  });

  test("a contact point that is renamed while routes send to it is a danger", async () => {
    const { code, json } = await reviewed({
      "grafana_contact_point.oncall": contactPoint("on-call"),
    });
    expect(code).toBe(3);
    expect(json.dangers).toEqual([
      expect.objectContaining({
        kind: "replacement",
        text: 'contact point "oncall" is destroyed and defined anew because "name" changes, and 1 route sent to it until now',
      }),
    ]);
  });

  test("plan, review, apply of the same plan, and then there is nothing to review", async () => {
    const changes = {
      "grafana_notification_policy.policy": policy("escalation"),
      "grafana_dashboard.orders": dashboard(panels.slice(1)),
    };
    const { code, json } = await reviewed(changes);
    expect(code).toBe(2);
    expect(json.sections.map(({ id }) => id)).toEqual([
      "routing",
      "dashboards",
    ]);
    await deployment.terraform.applyPlan();
    expect((await reviewed(changes)).code).toBe(0);
  });
});
