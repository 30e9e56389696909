import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { environments } from "../../environments";
import { commands } from "./commands";
import { resourcesOf, type Resource } from "../synthesized";
import {
  jsonIn,
  outputOf,
  panelsOf,
  resourceWith,
  rulesIn,
  type Output,
} from "./output";

/** Every table of the specification of the environments, by name, and where its rows are in the output. */
const dev = outputOf("dev");
const staging = outputOf("staging");
const prod = outputOf("prod");

interface Values {
  readonly "kube-prometheus-stack": {
    readonly prometheus: {
      readonly prometheusSpec: {
        readonly replicas: number;
        readonly retention: string;
        readonly retentionSize: string;
        readonly scrapeInterval: string;
        readonly externalLabels: Readonly<Record<string, string>>;
        readonly podAntiAffinity: string;
        readonly resources: object;
        readonly remoteWrite?: readonly object[];
        readonly storageSpec: {
          readonly volumeClaimTemplate: {
            readonly spec: {
              readonly accessModes: readonly string[];
              readonly resources: { readonly requests: object };
            };
          };
        };
      };
    };
    readonly grafana: {
      readonly persistence: { readonly size: string };
      readonly resources: object;
    };
  };
  readonly "loki-stack": {
    readonly loki: {
      readonly persistence: { readonly size: string };
      readonly config: {
        readonly compactor: object;
        readonly limits_config: { readonly retention_period: string };
      };
      readonly resources: object;
    };
  };
  readonly tempo: { readonly tempo: { readonly retention: string } };
  readonly jaeger: {
    readonly enabled: boolean;
    readonly elasticsearch?: { readonly replicas: number };
  };
}

const values = ({ files }: Output): Values => files["values.yaml"] as Values;
const prometheus = (output: Output) =>
  values(output)["kube-prometheus-stack"].prometheus.prometheusSpec;
const loki = (output: Output) => values(output)["loki-stack"].loki;
const size = (output: Output): unknown =>
  prometheus(output).storageSpec.volumeClaimTemplate.spec.resources.requests;
const interval = (output: Output): unknown =>
  (
    jsonIn(
      resourceWith(output, "grafana_data_source", "uid", "prometheus")
        .json_data_encoded,
    ) as { timeInterval: string }
  ).timeInterval;
const buckets = ({ stack }: Output): unknown[] =>
  resourcesOf(stack, "aws_s3_bucket").map(({ bucket }) => bucket);
const lifecycleDays = ({ stack }: Output, prefix: string): unknown =>
  resourcesOf(stack, "aws_s3_bucket_lifecycle_configuration")
    .flatMap(({ rule }) => rule as Resource[])
    .find(
      ({ id, filter }) =>
        id === "retention" &&
        (filter as { prefix: string }[])[0]?.prefix === prefix,
    )?.expiration;
const kinds = ({ stack }: Output): ReadonlySet<string> =>
  new Set(
    resourcesOf(stack, "grafana_contact_point").flatMap((point) =>
      Object.keys(point),
    ),
  );
const periods = ({ files }: Output): string =>
  JSON.stringify(files["rules/slo.yml"]);

/** Row of the table "setting, dev, staging, prod" → what the output holds. */
const settings: readonly (readonly [
  setting: string,
  read: (output: Output) => unknown,
  dev: unknown,
  staging: unknown,
  prod: unknown,
])[] = [
  [
    "name of the environment in labels",
    (output) => prometheus(output).externalLabels["environment"],
    ...(["development", "staging", "production"] as const),
  ],
  [
    "cluster name",
    (output) => prometheus(output).externalLabels["cluster"],
    ...(["dev-cluster", "staging-cluster", "prod-cluster"] as const),
  ],
  // Grafana and Prometheus call a week a week.
  [
    "Prometheus retention",
    (output) => prometheus(output).retention,
    ...(["1w", "2w", "30d"] as const),
  ],
  [
    "Prometheus retentionSize",
    (output) => prometheus(output).retentionSize,
    ...(["16GB", "40GB", "50GB"] as const),
  ],
  [
    "Prometheus volume",
    size,
    { storage: "20Gi" },
    { storage: "50Gi" },
    { storage: "100Gi" },
  ],
  ["Prometheus replicas", (output) => prometheus(output).replicas, 1, 2, 3],
  [
    "resource class of Prometheus",
    (output) => prometheus(output).resources,
    expect.anything(),
    expect.anything(),
    {
      requests: { memory: "8Gi", cpu: "2" },
      limits: { memory: "16Gi", cpu: "4" },
    },
  ],
  [
    "resources of Grafana",
    (output) => values(output)["kube-prometheus-stack"].grafana.resources,
    expect.anything(),
    expect.anything(),
    {
      requests: { memory: "2Gi", cpu: "1" },
      limits: { memory: "4Gi", cpu: "2" },
    },
  ],
  [
    "resources of Loki",
    (output) => loki(output).resources,
    expect.anything(),
    expect.anything(),
    {
      requests: { memory: "4Gi", cpu: "2" },
      limits: { memory: "8Gi", cpu: "4" },
    },
  ],
  [
    "scrape interval",
    (output) => prometheus(output).scrapeInterval,
    ...(["30s", "15s", "15s"] as const),
  ],
  ["timeInterval of the data source", interval, "30s", "15s", "15s"],
  [
    "high availability",
    (output) => prometheus(output).podAntiAffinity,
    ...(["", "", "hard"] as const),
  ],
  [
    "remote write",
    (output) => prometheus(output).remoteWrite,
    undefined,
    undefined,
    [
      {
        url: "http://thanos-receiver:19291/api/v1/receive",
        queueConfig: { capacity: 10_000, maxShards: 50 },
      },
    ],
  ],
  [
    "Loki retention",
    (output) => loki(output).config.limits_config.retention_period,
    ...(["48h", "96h", "168h"] as const),
  ],
  [
    "Loki compactor",
    (output) => loki(output).config.compactor,
    { retention_enabled: true },
    { retention_enabled: true },
    { retention_enabled: true },
  ],
  [
    "Loki volume",
    (output) => loki(output).persistence.size,
    ...(["50Gi", "50Gi", "50Gi"] as const),
  ],
  [
    "Tempo retention",
    (output) => values(output).tempo.tempo.retention,
    ...(["24h", "72h", "168h"] as const),
  ],
  ["Jaeger", (output) => values(output).jaeger.enabled, false, true, true],
  [
    "replicas of Jaeger's Elasticsearch",
    (output) => values(output).jaeger.elasticsearch?.replicas,
    undefined,
    1,
    3,
  ],
  [
    "Grafana volume",
    (output) =>
      values(output)["kube-prometheus-stack"].grafana.persistence.size,
    ...(["10Gi", "10Gi", "10Gi"] as const),
  ],
  [
    "backup retention",
    (output) => lifecycleDays(output, "monitoring-backups/"),
    [{ days: 7 }],
    [{ days: 14 }],
    [{ days: 30 }],
  ],
  [
    "long-term S3 bucket",
    (output) => lifecycleDays(output, ""),
    undefined,
    undefined,
    [{ days: 365 }],
  ],
  ["PagerDuty", (output) => kinds(output).has("pagerduty"), false, false, true],
  [
    "SLO window that the data supports",
    (output) => periods(output).includes("[30d]"),
    false,
    false,
    true,
  ],
];

describe("the table of environments", () => {
  test.each(settings)("%s", (_, read, ofDev, ofStaging, ofProd) => {
    expect([read(dev), read(staging), read(prod)]).toEqual([
      ofDev,
      ofStaging,
      ofProd,
    ]);
  });

  test("Helm values file: one an environment", () => {
    for (const output of [dev, staging, prod])
      expect(output.files).toHaveProperty(["values.yaml"]);
  });

  test("branch, approval gate and order of the deployment", () => {
    const workflow = parse(
      readFileSync(
        join(__dirname, "../../.github/workflows/deploy.yml"),
        "utf8",
      ),
    ) as {
      on: { push: { branches: string[] } };
      jobs: {
        deploy: {
          strategy: { "max-parallel": number; "fail-fast": boolean };
          with: { environment: string };
        };
      };
    };
    expect(workflow.on.push.branches).toEqual(["main"]);
    const { strategy, with: inputs } = workflow.jobs.deploy;
    expect(strategy).toMatchObject({ "max-parallel": 1, "fail-fast": true });
    expect(inputs.environment).toBe("${{ matrix.environment }}");
    expect(
      environments
        .filter(({ state }) => state.kind !== "local")
        .map(({ name }) => name),
    ).toEqual(["dev", "staging", "prod"]);
  });
});

/** Row of the table of Terraform resources → the attributes that the output gives it, corrected where it says so. */
const resources: readonly (readonly [
  row: string,
  resource: () => unknown,
  expected: object,
])[] = [
  [
    "grafana_data_source prometheus",
    () => resourceWith(prod, "grafana_data_source", "uid", "prometheus"),
    { type: "prometheus", name: "Prometheus", is_default: true },
  ],
  [
    "grafana_data_source loki",
    () => resourceWith(prod, "grafana_data_source", "uid", "loki"),
    { type: "loki", name: "Loki", is_default: false },
  ],
  [
    "grafana_folder monitoring",
    () => resourceWith(prod, "grafana_folder", "title", "Monitoring"),
    { uid: expect.any(String) as string },
  ],
  [
    "grafana_folder applications",
    () => resourceWith(prod, "grafana_folder", "uid", "applications"),
    { title: "Applications" },
  ],
  [
    "grafana_dashboard node_exporter, home of the organisation",
    () => resourcesOf(prod.stack, "grafana_organization_preferences")[0],
    {
      theme: "dark",
      timezone: "utc",
      home_dashboard_uid: "${grafana_dashboard.node-exporter.uid}",
    },
  ],
  [
    "grafana_contact_point slack",
    () =>
      resourceWith(
        prod,
        "grafana_contact_point",
        "name",
        "applications-Slack Alerts",
      ),
    {
      slack: [
        expect.objectContaining({
          url: "${var.applications_slack_webhook_url}",
          title: expect.any(String) as string,
        }),
      ],
    },
  ],
  [
    "grafana_contact_point pagerduty",
    () =>
      resourceWith(
        prod,
        "grafana_contact_point",
        "name",
        "applications-PagerDuty",
      ),
    {
      pagerduty: [
        expect.objectContaining({
          integration_key: "${var.applications_pagerduty_key}",
          severity: "critical",
        }),
      ],
    },
  ],
  [
    "grafana_notification_policy main",
    () => resourcesOf(prod.stack, "grafana_notification_policy")[0],
    {
      contact_point: expect.stringMatching(
        /^\$\{grafana_contact_point\./,
      ) as string,
    },
  ],
  [
    "grafana_team infrastructure",
    () => resourcesOf(prod.stack, "grafana_team")[0],
    { name: "Infrastructure Team", email: "infra@example.com" },
  ],
  [
    "grafana_service_account automation",
    () => resourcesOf(prod.stack, "grafana_service_account")[0],
    { name: "automation", role: "Editor" },
  ],
  [
    "grafana_service_account_token automation",
    () => resourcesOf(prod.stack, "grafana_service_account_rotating_token")[0],
    { seconds_to_live: 90 * 86_400 },
  ],
  [
    "aws_s3_bucket prometheus_long_term",
    () =>
      resourceWith(
        prod,
        "aws_s3_bucket",
        "bucket",
        "acme-prod-prometheus-long-term",
      ),
    {},
  ],
  [
    "aws_s3_bucket backups",
    () =>
      resourceWith(
        prod,
        "aws_s3_bucket",
        "bucket",
        "acme-prod-monitoring-backups",
      ),
    {},
  ],
];

describe("the table of Terraform resources", () => {
  test.each(resources)("%s", (_, resource, expected) => {
    expect(resource()).toMatchObject(expected);
  });

  test("every bucket is encrypted, versioned, private and named for its environment", () => {
    for (const output of [dev, staging, prod]) {
      const count = buckets(output).length;
      expect(count).toBeGreaterThan(0);
      expect(new Set(buckets(output)).size).toBe(count);
      for (const type of [
        "versioning",
        "server_side_encryption_configuration",
        "public_access_block",
        "lifecycle_configuration",
        "policy",
      ])
        expect(resourcesOf(output.stack, `aws_s3_bucket_${type}`)).toHaveLength(
          count,
        );
    }
    const all = [dev, staging, prod].flatMap(buckets);
    expect(new Set(all).size).toBe(all.length);
  });

  test("long-term blocks go to cheaper classes that can still be read", () => {
    const transitions = resourcesOf(
      prod.stack,
      "aws_s3_bucket_lifecycle_configuration",
    )
      .flatMap(({ rule }) => rule as Resource[])
      .flatMap(({ transition = [] }) => transition as object[]);
    expect(transitions).toEqual([
      { days: 30, storage_class: "STANDARD_IA" },
      { days: 90, storage_class: "GLACIER_IR" },
    ]);
  });
});

test.each(["grafana_auth", "slack_webhook_url", "applications_pagerduty_key"])(
  "the table of variables: %s is sensitive and has no default",
  (name) => {
    expect(prod.stack.variable?.[name]).toMatchObject({ sensitive: true });
    expect(prod.stack.variable?.[name]).not.toHaveProperty("default");
  },
);

test.each([
  ["prometheus_datasource_uid", undefined],
  ["loki_datasource_uid", undefined],
  ["automation_token", true],
  ["dashboard_urls", undefined],
])("the table of outputs: %s, sensitive: %s", (name, sensitive) => {
  const output = prod.stack.output?.[name];
  expect(output).toBeDefined();
  expect(output?.sensitive).toBe(sensitive);
});

test("the table of data sources: Prometheus asks by POST, Loki gives 1000 lines", () => {
  const json = (uid: string): unknown =>
    jsonIn(
      resourceWith(prod, "grafana_data_source", "uid", uid).json_data_encoded,
    );
  expect(json("prometheus")).toMatchObject({ httpMethod: "POST" });
  expect(json("loki")).toMatchObject({ maxLines: 1000 });
});

test("the tables of the dashboard Application Metrics", () => {
  expect(
    panelsOf(prod, "application-metrics").map(({ type, title }) => [
      type,
      title,
    ]),
  ).toEqual([
    ["timeseries", "Request Rate"],
    ["stat", "Error Rate"],
  ]);
});

test.each([
  ["ApplicationDown", "applications", "2m", "critical"],
  ["HighCPUUsage", "node-infrastructure", "5m", "warning"],
])(
  "the table of alert rules: %s of %s for %s is %s",
  (name, system, duration, severity) => {
    const rule = rulesIn(prod, system).get(name);
    expect(rule?.for).toBe(duration);
    expect(rule?.labels).toMatchObject({ severity });
    expect(rule?.annotations).toMatchObject({
      summary: expect.any(String) as string,
      description: expect.any(String) as string,
      runbook_url: expect.stringContaining("https://") as string,
    });
  },
);

test("the policy tree: critical calls, and goes on to Slack, where warnings go too", () => {
  const { policy } = resourcesOf(
    prod.stack,
    "grafana_notification_policy",
  )[0] as unknown as { policy: readonly Policy[] };
  const applications = policy.find(({ matcher }) =>
    matcher?.some(({ value }) => value === "applications"),
  );
  expect(
    applications?.policy?.map((child) => [
      child.matcher?.map(({ label, value }) => `${label}=${value}`).join(),
      child.continue ?? false,
      /applications-(PagerDuty|Slack)/i.exec(child.contact_point)?.[1],
    ]),
  ).toEqual([
    ["severity=critical", true, "PagerDuty"],
    ["severity=critical", false, "Slack"],
    ["severity=warning", false, "Slack"],
  ]);
});

interface Policy {
  readonly contact_point: string;
  readonly continue?: boolean;
  readonly matcher?: readonly { label: string; value: string }[];
  readonly policy?: readonly Policy[];
}

/** Row of the operations → the command that does it here. */
test.each([
  ["validate: types, lint, format", "npm run test"],
  ["validate: rules, dashboards, routes", "monitoring check"],
  ["plan on a pull request", "monitoring plan"],
  ["apply of that plan", "monitoring apply"],
  ["backup-monitoring.sh", "monitoring backup"],
  ["restore of a backup", "monitoring restore"],
  ["sync-dashboards.py", "monitoring sync"],
  ["rule tests with promtool", "npm run e2e"],
])("the operations: %s is %s", (_, command) => {
  expect(commands).toContain(command);
});
