import {
  alert,
  alertData,
  attributesOf,
  changeDashboard,
  changeRule,
  panel,
  point,
  recording,
  routesOf,
  type Resources,
} from "./small-stack";

/** A change of the small stack. */
export type Change = (resources: Resources) => void;

const targetsOf = (panels: Record<string, unknown>[], index: number) =>
  (panels[index]?.targets as Record<string, unknown>[])[0] ?? {};
const defaultsOf = (panels: Record<string, unknown>[], index: number) =>
  (panels[index]?.fieldConfig as { defaults: Record<string, unknown> })
    .defaults;
const rulesOf = (resources: Resources, group = "shop") =>
  attributesOf(resources, "grafana_rule_group", group).rule as Record<
    string,
    unknown
  >[];
const set =
  (type: string, name: string, attributes: Record<string, unknown>): Change =>
  (resources) =>
    Object.assign(attributesOf(resources, type, name), attributes);
const drop =
  (type: string, name: string): Change =>
  (resources) => {
    delete resources[type]?.[name];
  };
const onDashboard =
  (change: Parameters<typeof changeDashboard>[1]): Change =>
  (resources) =>
    changeDashboard(resources, change);
const onRule =
  (name: string, change: Record<string, unknown>): Change =>
  (resources) =>
    changeRule(resources, name, change);

export const dashboardChanges: readonly (readonly [string, Change])[] = [
  [
    "a panel on top",
    onDashboard((_, panels) =>
      panels.unshift(panel({ id: 9, title: "Revenue", expr: "sum(revenue)" })),
    ),
  ],
  ["a panel that goes", onDashboard((_, panels) => panels.splice(1, 1))],
  [
    "a new query",
    onDashboard(
      (_, panels) =>
        (targetsOf(panels, 1).expr =
          "sum by (service) (rate(http_requests_total[10m]))"),
    ),
  ],
  [
    "a second query",
    onDashboard((_, panels) =>
      (panels[1]?.targets as unknown[]).push({ refId: "B", expr: "vector(1)" }),
    ),
  ],
  [
    "another legend",
    onDashboard((_, panels) => (targetsOf(panels, 1).legendFormat = "{{job}}")),
  ],
  [
    "another unit",
    onDashboard((_, panels) => (defaultsOf(panels, 2).unit = "ms")),
  ],
  [
    "another threshold",
    onDashboard(
      (_, panels) =>
        (defaultsOf(panels, 1).thresholds = {
          mode: "absolute",
          steps: [
            { value: null, color: "green" },
            { value: 20, color: "red" },
          ],
        }),
    ),
  ],
  [
    "another panel title",
    onDashboard((_, panels) =>
      Object.assign(panels[2] ?? {}, { title: "Latency" }),
    ),
  ],
  [
    "another panel type",
    onDashboard((_, panels) =>
      Object.assign(panels[2] ?? {}, { type: "stat" }),
    ),
  ],
  [
    "another option",
    onDashboard((_, panels) =>
      Object.assign(panels[2] ?? {}, {
        options: { legend: { showLegend: false } },
      }),
    ),
  ],
  [
    "panels that move",
    onDashboard((_, panels) =>
      Object.assign(panels[2] ?? {}, { gridPos: { x: 12, y: 0, w: 12, h: 8 } }),
    ),
  ],
  [
    "another dashboard title",
    onDashboard((dashboard) => (dashboard.title = "Orders and stock")),
  ],
  ["another refresh", onDashboard((dashboard) => (dashboard.refresh = "1m"))],
  [
    "a new variable",
    onDashboard(
      (dashboard) =>
        (dashboard.templating = {
          list: [
            {
              name: "service",
              type: "query",
              query: "label_values(up, service)",
            },
            { name: "job", type: "query" },
          ],
        }),
    ),
  ],
  [
    "another variable",
    onDashboard(
      (dashboard) =>
        (dashboard.templating = {
          list: [
            { name: "service", type: "query", query: "label_values(up, job)" },
          ],
        }),
    ),
  ],
  ["a link that goes", onDashboard((dashboard) => (dashboard.links = []))],
  ["a dashboard that goes", drop("grafana_dashboard", "orders")],
  [
    "another folder of a dashboard",
    set("grafana_dashboard", "orders", { folder: "other" }),
  ],
];

export const ruleChanges: readonly (readonly [string, Change])[] = [
  [
    "another expression",
    onRule("Errors", {
      data: alertData("sum by (service) (rate(errors_total[10m]))", "gt", 0.5),
    }),
  ],
  [
    "a higher threshold",
    onRule("Errors", {
      data: alertData("sum by (service) (rate(errors_total[5m]))", "gt", 0.8),
    }),
  ],
  [
    "a threshold turned round",
    onRule("Errors", {
      data: alertData("sum by (service) (rate(errors_total[5m]))", "lt", 0.5),
    }),
  ],
  ["another for", onRule("Errors", { for: "10m" })],
  [
    "another severity",
    onRule("Errors", { labels: { severity: "warning", team: "shop" } }),
  ],
  ["a rule that is paused", onRule("Errors", { is_paused: true })],
  [
    "another summary",
    onRule("Errors", { annotations: { summary: "Errors are many" } }),
  ],
  [
    "a rule that fires on no data",
    onRule("Errors", { no_data_state: "Alerting" }),
  ],
  [
    "a rule that always fires",
    onRule("Errors", { data: alertData("vector(1)", "gt", 0.5) }),
  ],
  [
    "another team",
    onRule("Stock", { labels: { severity: "warning", team: "data" } }),
  ],
  ["a new rule", (resources) => rulesOf(resources).push(alert("Payments"))],
  ["a rule that goes", (resources) => rulesOf(resources).splice(0, 1)],
  ["rules in another order", (resources) => rulesOf(resources).reverse()],
  [
    "a recording that goes",
    (resources) =>
      rulesOf(resources, "recorded").splice(
        0,
        1,
        recording("shop:requests:rate", "rate(requests[5m])"),
      ),
  ],
  [
    "another interval",
    set("grafana_rule_group", "recorded", { interval_seconds: 30 }),
  ],
  [
    "a group that is renamed",
    set("grafana_rule_group", "recorded", { name: "recordings" }),
  ],
];

export const routingChanges: readonly (readonly [string, Change])[] = [
  [
    "critical alerts to another receiver",
    (resources) =>
      Object.assign(routesOf(resources)[0] ?? {}, {
        contact_point: point("chat"),
      }),
  ],
  [
    "another repeat",
    (resources) =>
      Object.assign(routesOf(resources)[1] ?? {}, { repeat_interval: "1d" }),
  ],
  [
    "another grouping",
    set("grafana_notification_policy", "policy", {
      group_by: ["alertname", "service"],
    }),
  ],
  [
    "a route that also goes on",
    (resources) =>
      Object.assign(routesOf(resources)[0] ?? {}, { continue: true }),
  ],
  [
    "a mute timing on pages",
    (resources) =>
      Object.assign(routesOf(resources)[0] ?? {}, {
        mute_timings: ["${grafana_mute_timing.nights.name}"],
      }),
  ],
  [
    "a route for one service",
    (resources) =>
      routesOf(resources).splice(1, 0, {
        contact_point: point("mail"),
        matcher: [
          { label: "service", match: "=", value: "cart" },
          { label: "team", match: "=", value: "shop" },
        ],
      }),
  ],
  [
    "a route that no alert meets",
    (resources) =>
      routesOf(resources).push({
        contact_point: point("chat"),
        matcher: [{ label: "team", match: "=", value: "nobody" }],
      }),
  ],
  ["routes in another order", (resources) => routesOf(resources).reverse()],
  [
    "a route for failures of rules",
    (resources) =>
      routesOf(resources).unshift({
        contact_point: point("mail"),
        matcher: [{ label: "alertname", match: "=", value: "DatasourceError" }],
      }),
  ],
  ["a policy that goes", drop("grafana_notification_policy", "policy")],
];

export const objectChanges: readonly (readonly [string, Change])[] = [
  [
    "another channel",
    set("grafana_contact_point", "chat", {
      slack: [{ url: "${var.shop_slack_url}", recipient: "#orders" }],
    }),
  ],
  [
    "another secret",
    set("grafana_contact_point", "chat", {
      slack: [{ url: "${var.other_slack_url}", recipient: "#shop" }],
    }),
  ],
  [
    "a contact point that is renamed",
    set("grafana_contact_point", "chat", { name: "shop-slack" }),
  ],
  [
    "a pager that becomes an e-mail",
    set("grafana_contact_point", "oncall", {
      pagerduty: [],
      email: [{ addresses: ["oncall@example.org"] }],
    }),
  ],
  [
    "other hours",
    set("grafana_mute_timing", "nights", {
      intervals: [
        { times: [{ start: "00:00", end: "07:00" }], location: "UTC" },
      ],
    }),
  ],
  [
    "another inhibition",
    set("grafana_apps_notifications_inhibitionrule_v1beta1", "quiet", {
      spec: {
        equal: ["service", "team"],
        source_matchers: [{ label: "severity", type: "=", value: "critical" }],
        target_matchers: [{ label: "severity", type: "=", value: "warning" }],
      },
    }),
  ],
  [
    "another address of a datasource",
    set("grafana_data_source", "prometheus", { url: "http://mimir:9009" }),
  ],
  [
    "other options of a datasource",
    set("grafana_data_source", "prometheus", {
      json_data_encoded: JSON.stringify({
        httpMethod: "GET",
        timeInterval: "15s",
      }),
    }),
  ],
  [
    "another uid of a datasource",
    set("grafana_data_source", "prometheus", { uid: "metrics" }),
  ],
  [
    "another folder title",
    set("grafana_folder", "shop", { title: "The shop" }),
  ],
  ["another folder uid", set("grafana_folder", "shop", { uid: "store" })],
  [
    "a folder that editors may change",
    set("grafana_folder_permission", "shop", {
      permissions: [{ role: "Viewer", permission: "Edit" }],
    }),
  ],
  [
    "another bucket name",
    set("aws_s3_bucket", "artefacts", { bucket: "shop-files" }),
  ],
  [
    "a bucket that may be emptied",
    set("aws_s3_bucket", "artefacts", { force_destroy: true }),
  ],
  [
    "a bucket that opens",
    set("aws_s3_bucket_public_access_block", "artefacts", {
      block_public_acls: false,
    }),
  ],
  [
    "a bucket without versions",
    set("aws_s3_bucket_versioning", "artefacts", {
      versioning_configuration: { status: "Suspended" },
    }),
  ],
  [
    "a construct that is renamed",
    (resources) => {
      const { chat } = resources.grafana_contact_point ?? {};
      Object.assign(resources.grafana_contact_point ?? {}, {
        talk: { ...chat },
      });
      delete resources.grafana_contact_point?.chat;
      for (const route of routesOf(resources))
        if (route.contact_point === point("chat"))
          route.contact_point = point("talk");
    },
  ],
  [
    "an inhibition of critical alerts",
    set("grafana_apps_notifications_inhibitionrule_v1beta1", "quiet", {
      spec: {
        equal: ["service"],
        source_matchers: [{ label: "severity", type: "=", value: "critical" }],
        target_matchers: [{ label: "team", type: "=", value: "shop" }],
      },
    }),
  ],
  ["nothing", () => undefined],
];
