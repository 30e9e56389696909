import { DataSource } from "@cdktf/provider-grafana/lib/data-source";
import { Folder } from "@cdktf/provider-grafana/lib/folder";
import { OrganizationPreferences } from "@cdktf/provider-grafana/lib/organization-preferences";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { ServiceAccount } from "@cdktf/provider-grafana/lib/service-account";
import { Team } from "@cdktf/provider-grafana/lib/team";
import { Testing } from "cdktf";
import type { Deployment } from "monitoring-as-code";
import { MonitoringStack } from "../src/monitoring-stack";
import { classicDashboard } from "./classic-dashboard";
import { environment, shop, storage, testDeployment } from "./test-deployment";
import { resourcesIn } from "./test-stack";

interface Synthesized {
  readonly output: Record<string, Record<string, unknown>>;
  readonly variable: Record<string, { readonly sensitive?: boolean }>;
  readonly provider: Record<string, readonly Record<string, unknown>[]>;
}

function stackOf(
  deployment = testDeployment(),
  changes: Partial<Deployment> = {},
): MonitoringStack {
  return new MonitoringStack(Testing.app(), "test", {
    deployment: { ...deployment, ...changes },
  });
}

function synthesize(
  deployment = testDeployment(),
  changes: Partial<Deployment> = {},
): string {
  return Testing.synth(stackOf(deployment, changes), true);
}

const warehouse = {
  ...shop,
  id: "warehouse",
  title: "Warehouse",
  dashboards: [classicDashboard({}, "warehouse-overview")],
};

describe("MonitoringStack", () => {
  test("defines datasources, folders and dashboards with the same uids everywhere", () => {
    const json = synthesize();
    expect(json).toHaveResourceWithProperties(DataSource, {
      uid: "prometheus",
      url: "http://prometheus:9090",
      is_default: true,
    });
    expect(json).toHaveResourceWithProperties(Folder, {
      uid: "shop",
      title: "Shop",
      prevent_destroy_if_not_empty: true,
    });
    expect(Object.keys(resourcesIn(json, "grafana_dashboard"))).toHaveLength(2);
  });

  test("gives people what the environment says they prefer, and the first dashboard as home", () => {
    expect(synthesize()).toHaveResourceWithProperties(OrganizationPreferences, {
      theme: "light",
      timezone: "Europe/Berlin",
      home_dashboard_uid: expect.stringContaining("shop-overview") as string,
    });
  });

  test("takes another home", () => {
    expect(
      synthesize(testDeployment(), { homeDashboard: "shop-orders" }),
    ).toHaveResourceWithProperties(OrganizationPreferences, {
      home_dashboard_uid: expect.stringContaining("shop-orders") as string,
    });
  });

  test("has no home where nothing has a dashboard", () => {
    const preferences = Object.values(
      resourcesIn(
        synthesize(testDeployment({}, [])),
        "grafana_organization_preferences",
      ),
    );
    expect(preferences[0]).not.toHaveProperty("home_dashboard_uid");
  });

  test("rejects a home that is not there", () => {
    expect(() => stackOf(testDeployment(), { homeDashboard: "x" })).toThrow(
      new Error(
        `test: 'homeDashboard' must be the uid of a dashboard (shop-overview, shop-orders), got "x"`,
      ),
    );
  });

  test("defines a team and an account for programs that is no administrator", () => {
    const json = synthesize(testDeployment(), {
      team: { name: "Platform", email: "platform@example.com" },
    });
    expect(json).toHaveResourceWithProperties(Team, {
      name: "Platform",
      email: "platform@example.com",
    });
    expect(json).toHaveResourceWithProperties(ServiceAccount, {
      name: "automation",
      role: "Editor",
    });
  });

  test("asks for the secrets of what it defines, each once and as sensitive", () => {
    const { variable } = JSON.parse(synthesize()) as Synthesized;
    expect(Object.keys(variable).sort()).toEqual(["grafana_auth", "slack_url"]);
    for (const { sensitive } of Object.values(variable))
      expect(sensitive).toBe(true);
  });

  test("puts out uids, addresses and the token, which stays hidden", () => {
    const { output } = JSON.parse(synthesize()) as Synthesized;
    expect(Object.keys(output).sort()).toEqual([
      "automation_token",
      "dashboard_urls",
      "loki_datasource_uid",
      "prometheus_datasource_uid",
    ]);
    expect(output["automation_token"]).toMatchObject({ sensitive: true });
    expect(output["dashboard_urls"]?.["value"]).toEqual({
      "shop-overview": expect.stringMatching(
        /^https:\/\/grafana\.example\.com\/d\/\$\{grafana_dashboard\.\S+\.uid\}$/,
      ) as string,
      "shop-orders": expect.stringMatching(
        /^https:\/\/grafana\.example\.com\/d\/\$\{grafana_dashboard\.\S+\.uid\}$/,
      ) as string,
    });
  });

  test("puts out no uid of a datasource that the environment has not", () => {
    const { output } = JSON.parse(
      synthesize({
        ...testDeployment(),
        dataSources: [
          {
            kind: "prometheus",
            uid: "prometheus",
            name: "Prometheus",
            url: "http://prometheus:9090",
            isDefault: true,
            scrapeInterval: "15s",
          },
        ],
      }),
    ) as Synthesized;
    expect(output).toHaveProperty("prometheus_datasource_uid");
    expect(output).not.toHaveProperty("loki_datasource_uid");
  });

  test("has rules come after datasources and routing, which they name by text", () => {
    const json = synthesize();
    const groups = Object.values(resourcesIn(json, "grafana_rule_group"));
    expect(groups).toHaveLength(2);
    for (const { depends_on: before } of groups)
      expect(before).toEqual([
        expect.stringMatching(/^grafana_data_source\.\S*prometheus/),
        expect.stringMatching(/^grafana_data_source\.\S*loki/),
        expect.stringMatching(/^grafana_data_source\.\S*tempo/),
        expect.stringMatching(/^grafana_notification_policy\./),
      ]);
  });

  test("leaves rules to Prometheus where that evaluates them, and keeps the rest", () => {
    const evaluated = synthesize(
      testDeployment({
        alerting: { ...environment.alerting, evaluator: "prometheus" },
      }),
    );
    expect(resourcesIn(evaluated, "grafana_rule_group")).toEqual({});
    expect(
      Object.keys(resourcesIn(evaluated, "grafana_dashboard")),
    ).toHaveLength(2);
  });

  test("reaches AWS only where the environment has storage", () => {
    const local = JSON.parse(synthesize()) as Synthesized;
    expect(Object.keys(local.provider)).toEqual(["grafana"]);
    const cloud = JSON.parse(
      synthesize(testDeployment({ storage })),
    ) as Synthesized;
    expect(cloud.provider["aws"]).toEqual([
      {
        region: "eu-central-1",
        default_tags: [
          { tags: { "managed-by": "terraform", environment: "testing" } },
        ],
      },
    ]);
  });

  test("protects storage and folders as the environment says", () => {
    const json = synthesize(
      testDeployment({ storage, deletionProtection: false }),
    );
    expect(json).toHaveResourceWithProperties(S3Bucket, {
      bucket: "acme-test-monitoring-backups",
      force_destroy: true,
    });
    expect(json).toHaveResourceWithProperties(Folder, {
      prevent_destroy_if_not_empty: false,
    });
  });

  test("keeps every address when systems are reordered", () => {
    const addressesOf = (json: string): readonly string[] =>
      Object.entries(
        (JSON.parse(json) as { resource: Record<string, object> }).resource,
      )
        .flatMap(([type, byName]) =>
          Object.keys(byName).map((name) => `${type}.${name}`),
        )
        .sort();
    const changed = { ...warehouse, alertGroups: [], recordingGroups: [] };
    expect(
      addressesOf(synthesize(testDeployment({}, [shop, changed]))),
    ).toEqual(addressesOf(synthesize(testDeployment({}, [changed, shop]))));
  });

  test("is the same text each time", () => {
    expect(synthesize(testDeployment({ storage }))).toBe(
      synthesize(testDeployment({ storage })),
    );
  });
});
