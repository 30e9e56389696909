/** A small environment as cdktf synthesizes it, to change one thing in. */

type Attributes = Record<string, unknown>;

/** Type to name to attributes, free to be changed. */
export type Resources = Record<string, Record<string, Attributes>>;

interface PanelProps {
  readonly title: string;
  readonly expr: string;
  readonly type?: string;
  readonly id: number;
  readonly unit?: string;
}

export function panel({
  title,
  expr,
  type = "timeseries",
  id,
  unit,
}: PanelProps): Attributes {
  return {
    id,
    type,
    title,
    gridPos: { x: 0, y: id, w: 12, h: 8 },
    fieldConfig: {
      defaults: {
        unit: unit ?? "reqps",
        thresholds: {
          mode: "absolute",
          steps: [
            { value: null, color: "green" },
            { value: 10, color: "red" },
          ],
        },
      },
      overrides: [],
    },
    targets: [{ refId: "A", expr, legendFormat: "{{service}}" }],
  };
}

/** A classic dashboard; change it with {@link changeDashboard}. */
export function dashboard(): Attributes {
  return {
    uid: "orders",
    title: "Orders",
    tags: ["shop"],
    refresh: "30s",
    links: [{ title: "Runbooks", url: "https://runbooks.example.com" }],
    templating: {
      list: [
        { name: "service", type: "query", query: "label_values(up, service)" },
      ],
    },
    annotations: { list: [{ name: "Releases", enable: true }] },
    panels: [
      { id: 1, type: "row", title: "Traffic", collapsed: false, panels: [] },
      panel({
        id: 2,
        title: "Requests",
        expr: "sum by (service) (rate(http_requests_total[5m]))",
      }),
      panel({
        id: 3,
        title: "Latency p99",
        expr: "histogram_quantile(0.99, sum by (le) (rate(latency_bucket[5m])))",
        unit: "s",
      }),
    ],
  };
}

export function alert(name: string, overrides: Attributes = {}): Attributes {
  return {
    uid: `shop-${name.toLowerCase()}`,
    name,
    condition: "C",
    for: "5m",
    no_data_state: "OK",
    exec_err_state: "Error",
    is_paused: false,
    labels: { severity: "critical", team: "shop" },
    annotations: { summary: `${name} is bad` },
    data: alertData(
      `sum by (service) (rate(${name.toLowerCase()}_total[5m]))`,
      "gt",
      0.5,
    ),
    ...overrides,
  };
}

/** A query and a threshold. */
export function alertData(
  expr: string,
  type: string,
  value: number,
): Attributes[] {
  return [
    {
      ref_id: "A",
      datasource_uid: "prometheus",
      relative_time_range: { from: 600, to: 0 },
      model: JSON.stringify({
        datasource: { type: "prometheus", uid: "prometheus" },
        expr,
        refId: "A",
        instant: true,
      }),
    },
    {
      ref_id: "C",
      datasource_uid: "__expr__",
      relative_time_range: { from: 0, to: 0 },
      model: JSON.stringify({
        type: "threshold",
        expression: "A",
        refId: "C",
        conditions: [{ evaluator: { type, params: [value] } }],
      }),
    },
  ];
}

export function recording(metric: string, expr: string): Attributes {
  return {
    uid: `shop-${metric.replaceAll(":", "-")}`,
    name: metric,
    is_paused: false,
    labels: {},
    record: { metric, from: "A" },
    data: [
      {
        ref_id: "A",
        datasource_uid: "prometheus",
        relative_time_range: { from: 600, to: 0 },
        model: JSON.stringify({ expr, refId: "A" }),
      },
    ],
  };
}

export function point(name: string): string {
  return `\${grafana_contact_point.${name}.name}`;
}

/** What the tests change. */
export function smallStack(): Resources {
  return {
    grafana_folder: { shop: { uid: "shop", title: "Shop" } },
    grafana_folder_permission: {
      shop: {
        folder_uid: "${grafana_folder.shop.uid}",
        permissions: [{ role: "Viewer", permission: "View" }],
      },
    },
    grafana_data_source: {
      prometheus: {
        uid: "prometheus",
        name: "Prometheus",
        type: "prometheus",
        url: "http://prometheus:9090",
        json_data_encoded: JSON.stringify({
          httpMethod: "POST",
          timeInterval: "15s",
        }),
      },
    },
    grafana_dashboard: {
      orders: {
        folder: "${grafana_folder.shop.uid}",
        config_json: terraformJson(dashboard()),
      },
    },
    grafana_contact_point: {
      chat: {
        name: "shop-chat",
        slack: [{ url: "${var.shop_slack_url}", recipient: "#shop" }],
      },
      oncall: {
        name: "shop-oncall",
        pagerduty: [{ integration_key: "${var.shop_pagerduty_key}" }],
      },
      mail: { name: "everybody", email: [{ addresses: ["all@example.org"] }] },
    },
    grafana_mute_timing: {
      nights: {
        name: "nights",
        intervals: [
          { times: [{ start: "00:00", end: "06:00" }], location: "UTC" },
        ],
      },
    },
    grafana_notification_policy: {
      policy: {
        contact_point: point("mail"),
        group_by: ["alertname"],
        group_wait: "30s",
        group_interval: "5m",
        repeat_interval: "4h",
        policy: [
          {
            contact_point: point("oncall"),
            continue: false,
            matcher: [
              { label: "severity", match: "=", value: "critical" },
              { label: "team", match: "=", value: "shop" },
            ],
          },
          {
            contact_point: point("chat"),
            continue: false,
            repeat_interval: "12h",
            matcher: [{ label: "team", match: "=", value: "shop" }],
          },
        ],
      },
    },
    grafana_rule_group: {
      shop: {
        name: "shop",
        folder_uid: "${grafana_folder.shop.uid}",
        interval_seconds: 60,
        rule: [
          alert("Errors"),
          alert("Queue"),
          alert("Stock", { labels: { severity: "warning", team: "shop" } }),
          alert("Ratio", {
            labels: { severity: "warning", team: "data" },
            data: alertData("shop:errors:ratio", "gt", 0.1),
          }),
        ],
      },
      recorded: {
        name: "recorded",
        folder_uid: "${grafana_folder.shop.uid}",
        interval_seconds: 60,
        rule: [recording("shop:errors:ratio", "errors / requests")],
      },
    },
    grafana_apps_notifications_inhibitionrule_v1beta1: {
      quiet: {
        metadata: { uid: "critical-silences-warning" },
        spec: {
          equal: ["service"],
          source_matchers: [
            { label: "severity", type: "=", value: "critical" },
          ],
          target_matchers: [{ label: "severity", type: "=", value: "warning" }],
        },
      },
    },
    aws_s3_bucket: {
      artefacts: { bucket: "shop-artefacts", force_destroy: false },
    },
    aws_s3_bucket_public_access_block: {
      artefacts: {
        bucket: "${aws_s3_bucket.artefacts.bucket}",
        block_public_acls: true,
        block_public_policy: true,
      },
    },
    aws_s3_bucket_versioning: {
      artefacts: {
        bucket: "${aws_s3_bucket.artefacts.bucket}",
        versioning_configuration: { status: "Enabled" },
      },
    },
  };
}

/** A dashboard's JSON as Terraform wants it. */
export function terraformJson(document: unknown): string {
  return JSON.stringify(document).replace(/[$%](?=\{)/g, "$&$&");
}

/** The text of `cdk.tf.json`. */
export function stackText(resource: Resources): string {
  return JSON.stringify({ terraform: {}, resource });
}

/** A resource that the small stack has. */
export function attributesOf(
  resources: Resources,
  type: string,
  name: string,
): Attributes {
  const found = resources[type]?.[name];
  if (found === undefined)
    throw new Error(`the small stack has no ${type}.${name}`);
  return found;
}

/** Changes the dashboard `orders`. */
export function changeDashboard(
  resources: Resources,
  change: (dashboard: Attributes, panels: Attributes[]) => void,
): void {
  const changed = dashboard();
  change(changed, changed.panels as Attributes[]);
  attributesOf(resources, "grafana_dashboard", "orders").config_json =
    terraformJson(changed);
}

/** Changes a rule of the group `shop`. */
export function changeRule(
  resources: Resources,
  name: string,
  change: Attributes,
): void {
  const group = attributesOf(resources, "grafana_rule_group", "shop");
  group.rule = (group.rule as Attributes[]).map((rule) =>
    rule.name === name ? { ...rule, ...change } : rule,
  );
}

/** The routes below the root. */
export function routesOf(resources: Resources): Attributes[] {
  return attributesOf(resources, "grafana_notification_policy", "policy")
    .policy as Attributes[];
}
