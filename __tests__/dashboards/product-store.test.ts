import { parsePromql } from "monitoring-as-code/queries/promql";
import { productStore } from "../../systems/product-store";

interface TestedPanel {
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly targets: readonly {
    readonly expr: string;
    readonly legendFormat: string;
    readonly format: string;
  }[];
  readonly fieldConfig: {
    readonly defaults: {
      readonly unit: string;
      readonly thresholds?: { readonly steps: readonly { value: unknown }[] };
    };
    readonly overrides: readonly unknown[];
  };
}

function panelsOf(uid: string): readonly TestedPanel[] {
  const dashboard = productStore.dashboards.find(
    (candidate) => candidate.uid === uid,
  );
  if (dashboard === undefined) throw new Error(`no dashboard "${uid}"`);
  return (dashboard.model.panels as unknown as TestedPanel[]).filter(
    ({ type }) => type !== "row",
  );
}

function panelOn(uid: string, title: string): TestedPanel {
  const panel = panelsOf(uid).find((candidate) => candidate.title === title);
  if (panel === undefined) throw new Error(`no panel "${title}" on "${uid}"`);
  return panel;
}

/** The queries as rules would ask them: over five minutes. */
const queriesOf = (panel: TestedPanel) =>
  panel.targets.map(({ expr }) => expr.replaceAll("$__rate_interval", "5m"));

const allPanels = productStore.dashboards.flatMap(({ uid }) =>
  panelsOf(uid).map((panel) => [uid, panel.title, panel] as const),
);

const titles: readonly (readonly [uid: string, title: string])[] = [
  ["ps-backend", "Backend Service - Products & Catalog"],
  ["ps-cart", "Cart Service - Shopping Analytics"],
  ["ps-order", "Order Service - Order Lifecycle"],
  ["ps-user", "User Service - Authentication & Users"],
  ["ps-nginx", "Nginx - API Gateway Performance"],
  ["ps-cassandra", "Cassandra - Database Performance"],
  ["ps-jaeger", "Jaeger - Distributed Tracing"],
  ["ps-jaeger-performance", "Jaeger - Tracing Performance"],
];

/** Panel by panel what is asked; legends name exactly the labels that the aggregation keeps. */
const panels: readonly (readonly [
  uid: string,
  title: string,
  type: "timeseries" | "stat" | "heatmap",
  queries: readonly (readonly [expr: string, legend: string])[],
])[] = [
  [
    "ps-backend",
    "API Request Rate",
    "timeseries",
    [
      [
        'sum by (method, endpoint) (rate(http_requests_total{job="backend-service"}[5m]))',
        "{{method}} {{endpoint}}",
      ],
    ],
  ],
  [
    "ps-backend",
    "P99 Latency by Endpoint",
    "timeseries",
    [
      [
        'histogram_quantile(0.99, sum by (le, endpoint) (rate(http_request_duration_seconds_bucket{job="backend-service"}[5m])))',
        "{{endpoint}} P99",
      ],
    ],
  ],
  [
    "ps-backend",
    "Cassandra Query Performance",
    "timeseries",
    [
      [
        "sum by (table, operation) (rate(cassandra_query_seconds_sum[5m])) / sum by (table, operation) (rate(cassandra_query_seconds_count[5m]))",
        "{{table}} {{operation}} avg",
      ],
    ],
  ],
  [
    "ps-backend",
    "Product Views by Category",
    "timeseries",
    [["sum by (category) (rate(product_views_total[5m]))", "{{category}}"]],
  ],
  [
    "ps-backend",
    "Admin Operations",
    "timeseries",
    [
      [
        "sum by (operation) (rate(admin_operations_total[5m]))",
        "{{operation}}",
      ],
    ],
  ],
  [
    "ps-cart",
    "Cart Operations Rate",
    "timeseries",
    [
      [
        'sum by (endpoint) (rate(http_requests_total{job="cart-service", endpoint=~"/cart-api/.*"}[5m]))',
        "{{endpoint}}",
      ],
    ],
  ],
  [
    "ps-cart",
    "Items Added to Cart",
    "timeseries",
    [["sum by (category) (rate(cart_items_added_total[5m]))", "{{category}}"]],
  ],
  [
    "ps-cart",
    "Cart Value Distribution",
    "heatmap",
    [["sum by (le) (increase(cart_total_value_bucket[5m]))", "{{le}}"]],
  ],
  [
    "ps-cart",
    "Checkout Success Rate",
    "timeseries",
    [
      [
        "sum(rate(cart_checkout_total[5m])) or vector(0)",
        "Successful Checkouts",
      ],
      [
        "sum(rate(cart_abandonment_total[5m])) or vector(0)",
        "Cart Abandonment",
      ],
      [
        "sum(rate(cart_checkout_total[5m])) / ((sum(rate(cart_checkout_total[5m])) + (sum(rate(cart_abandonment_total[5m])) or vector(0))) > 0)",
        "Success ratio",
      ],
    ],
  ],
  [
    "ps-cart",
    "Stock Validation Errors",
    "timeseries",
    [
      [
        "sum by (reason) (rate(cart_stock_validation_errors_total[5m]))",
        "{{reason}}",
      ],
    ],
  ],
  [
    "ps-cart",
    "Cart 4xx Responses",
    "timeseries",
    [
      [
        'sum by (status) (rate(http_requests_total{job="cart-service", status=~"4.."}[5m]))',
        "{{status}}",
      ],
    ],
  ],
  [
    "ps-order",
    "Orders Created vs Completed",
    "timeseries",
    [
      ["sum(rate(orders_created_total[5m]))", "Orders Created"],
      [
        'sum(rate(order_status_changes_total{status="DELIVERED"}[5m]))',
        "Orders Delivered",
      ],
    ],
  ],
  [
    "ps-order",
    "Order Status Distribution",
    "stat",
    [
      [
        "sum by (status) (increase(order_status_changes_total[$__range]))",
        "{{status}}",
      ],
    ],
  ],
  [
    "ps-order",
    "Average Order Completion Time",
    "timeseries",
    [
      [
        "sum(rate(order_completion_seconds_sum[5m])) / sum(rate(order_completion_seconds_count[5m]))",
        "Avg Completion Time (seconds)",
      ],
    ],
  ],
  [
    "ps-order",
    "Delivery Time Distribution",
    "heatmap",
    [["sum by (le) (increase(delivery_time_minutes_bucket[5m]))", "{{le}}"]],
  ],
  [
    "ps-order",
    "Background Task Performance",
    "timeseries",
    [
      [
        "sum by (result) (rate(order_background_tasks_total[5m]))",
        "{{result}} Background Tasks/sec",
      ],
    ],
  ],
  [
    "ps-user",
    "User Registration Rate",
    "timeseries",
    [
      [
        "sum by (role) (rate(user_registrations_total[5m]))",
        "{{role}} registrations",
      ],
    ],
  ],
  [
    "ps-user",
    "Login Success vs Failures",
    "timeseries",
    [
      [
        'sum(rate(login_attempts_total{status="success"}[5m]))',
        "Successful Logins",
      ],
      [
        'sum(rate(login_attempts_total{status="failed"}[5m]))',
        "Failed Attempts",
      ],
    ],
  ],
  [
    "ps-user",
    "JWT Operations",
    "timeseries",
    [
      [
        "sum by (operation, status) (rate(jwt_operations_total[5m]))",
        "{{operation}} {{status}}",
      ],
    ],
  ],
  [
    "ps-user",
    "Profile Aggregation Performance",
    "timeseries",
    [
      [
        "histogram_quantile(0.95, sum by (le) (rate(profile_aggregation_seconds_bucket[5m])))",
        "P95 Aggregation Time",
      ],
    ],
  ],
  [
    "ps-user",
    "Active Users by Role",
    "stat",
    [["sum by (role) (active_users)", "{{role}}"]],
  ],
  [
    "ps-nginx",
    "Request Rate by Route",
    "timeseries",
    [
      [
        "sum by (location) (rate(nginx_http_requests_total[5m]))",
        "{{location}}",
      ],
    ],
  ],
  [
    "ps-nginx",
    "Response Time by Upstream",
    "timeseries",
    [
      [
        "sum by (location) (rate(nginx_http_request_duration_seconds_sum[5m])) / sum by (location) (rate(nginx_http_request_duration_seconds_count[5m]))",
        "{{location}} avg latency",
      ],
    ],
  ],
  [
    "ps-nginx",
    "Connection States",
    "timeseries",
    [
      ["nginx_connections_active", "Active"],
      ["nginx_connections_waiting", "Waiting"],
      ["nginx_connections_reading", "Reading"],
      ["nginx_connections_writing", "Writing"],
    ],
  ],
  [
    "ps-nginx",
    "HTTP Status Codes",
    "stat",
    [["sum by (status) (rate(nginx_http_requests_total[5m]))", "{{status}}"]],
  ],
  [
    "ps-nginx",
    "Upstream Response Times",
    "timeseries",
    [
      [
        "histogram_quantile(0.99, sum by (le) (rate(nginx_http_request_duration_seconds_bucket[5m])))",
        "P99 Response Time",
      ],
    ],
  ],
  [
    "ps-cassandra",
    "Read/Write Latency P99",
    "timeseries",
    [
      [
        'histogram_quantile(0.99, sum by (le, instance) (rate(mcac_client_request_latency_bucket{request_type="read"}[5m]))) / 1000',
        "Read P99 {{instance}}",
      ],
      [
        'histogram_quantile(0.99, sum by (le, instance) (rate(mcac_client_request_latency_bucket{request_type="write"}[5m]))) / 1000',
        "Write P99 {{instance}}",
      ],
    ],
  ],
  [
    "ps-cassandra",
    "Operations per Second",
    "timeseries",
    [
      [
        'sum(rate(mcac_client_request_latency_total{request_type="read"}[5m]))',
        "Reads/sec",
      ],
      [
        'sum(rate(mcac_client_request_latency_total{request_type="write"}[5m]))',
        "Writes/sec",
      ],
    ],
  ],
  [
    "ps-cassandra",
    "JVM Heap Usage",
    "timeseries",
    [
      ['mcac_jvm_memory_used{memory_type="heap"}', "Used Heap {{instance}}"],
      ['mcac_jvm_memory_max{memory_type="heap"}', "Max Heap {{instance}}"],
    ],
  ],
  [
    "ps-cassandra",
    "GC Performance",
    "timeseries",
    [
      [
        "max by (collector_type) (rate(mcac_jvm_gc_time[5m])) / 1000",
        "{{collector_type}} GC Time",
      ],
    ],
  ],
  [
    "ps-cassandra",
    "Products Table Performance",
    "timeseries",
    [
      [
        'histogram_quantile(0.99, sum by (le) (rate(mcac_table_read_latency_bucket{keyspace="store", table="products"}[5m])))',
        "Products Read P99",
      ],
      [
        'sum(mcac_table_live_ss_table_count{keyspace="store", table="products"})',
        "Live SSTables",
      ],
    ],
  ],
  [
    "ps-jaeger",
    "Spans Received Rate",
    "timeseries",
    [
      [
        "sum by (format) (rate(jaeger_collector_spans_received_total[5m]))",
        "{{format}} spans/sec",
      ],
    ],
  ],
  [
    "ps-jaeger",
    "Trace Duration Distribution",
    "heatmap",
    [
      [
        'sum by (le) (increase(traces_span_metrics_duration_milliseconds_bucket{span_kind="SPAN_KIND_SERVER"}[5m]))',
        "{{le}}",
      ],
    ],
  ],
  [
    "ps-jaeger",
    "Collector Queue Length",
    "timeseries",
    [["sum by (instance) (jaeger_collector_queue_length)", "{{instance}}"]],
  ],
  [
    "ps-jaeger",
    "Storage Operations",
    "timeseries",
    [
      [
        "sum by (operation) (rate(jaeger_storage_latency_seconds_count[5m]))",
        "{{operation}} ops/sec",
      ],
      [
        "sum by (operation) (rate(jaeger_query_requests_total[5m]))",
        "{{operation}} ops/sec",
      ],
    ],
  ],
  [
    "ps-jaeger",
    "Spans by Service",
    "stat",
    [
      [
        "sum by (svc) (rate(jaeger_collector_spans_received_total[5m]))",
        "{{svc}}",
      ],
    ],
  ],
  [
    "ps-jaeger-performance",
    "Span Ingestion Rate",
    "timeseries",
    [
      [
        "sum by (format) (rate(jaeger_collector_spans_received_total[5m]))",
        "{{format}} spans/sec",
      ],
    ],
  ],
  [
    "ps-jaeger-performance",
    "Trace Latency by Service",
    "timeseries",
    [
      [
        "histogram_quantile(0.95, sum by (le, service_name) (rate(traces_span_metrics_duration_milliseconds_bucket[5m])))",
        "{{service_name}} P95",
      ],
    ],
  ],
  [
    "ps-jaeger-performance",
    "Error Spans Rate",
    "timeseries",
    [
      [
        'sum by (service_name) (rate(traces_span_metrics_calls_total{status_code="STATUS_CODE_ERROR"}[5m]))',
        "{{service_name}} errors",
      ],
    ],
  ],
  [
    "ps-jaeger-performance",
    "Storage latency P99",
    "timeseries",
    [
      [
        "histogram_quantile(0.99, sum by (le, operation) (rate(jaeger_storage_latency_seconds_bucket[5m])))",
        "{{operation}}",
      ],
    ],
  ],
];

describe("dashboards of the product store", () => {
  test.each(titles)("%s is called %s", (uid, title) => {
    const dashboard = productStore.dashboards.find(
      (candidate) => candidate.uid === uid,
    );
    expect(dashboard?.title).toBe(title);
    expect(dashboard?.model.refresh).toBe("10s");
    expect(dashboard?.model.time).toEqual({ from: "now-1h", to: "now" });
  });

  test.each(panels)("%s shows %s", (uid, title, type, queries) => {
    const panel = panelOn(uid, title);
    expect(panel.type).toBe(type);
    const asked = queriesOf(panel).map((expr, index) => [
      expr,
      panel.targets[index]?.legendFormat,
    ]);
    expect(asked).toEqual(expect.arrayContaining([...queries]));
  });

  it("shows all 39 panels of the shop on its eight dashboards", () => {
    const shown = panels.filter(([, title]) => title !== "Cart 4xx Responses");
    expect(shown).toHaveLength(39);
  });

  test.each(allPanels)(
    "%s, %s: every query parses and unit and description are there",
    (_uid, _title, panel) => {
      for (const { expr } of panel.targets)
        expect(parsePromql(expr).problems).toEqual([]);
      expect(panel.description).not.toBe("");
      expect(panel.fieldConfig.defaults.unit).toBeTruthy();
    },
  );

  test.each(["ps-backend", "ps-cart", "ps-order", "ps-user"])(
    "%s begins with the same panels as the other services, its errors drawn at 5 %%",
    (uid) => {
      expect(
        panelsOf(uid)
          .slice(0, 4)
          .map(({ title }) => title),
      ).toEqual([
        "Instances Up",
        "Requests per Second",
        "5xx Ratio, 5 Minutes",
        "Requests in Progress",
      ]);
      const { steps } = panelOn(uid, "5xx Error Ratio").fieldConfig.defaults
        .thresholds ?? { steps: [] };
      expect(steps.map(({ value }) => value)).toEqual([null, 5]);
    },
  );

  test.each(["ps-cart", "ps-order", "ps-user"])(
    "%s shows the P99 of its answers to customers, without those to operators",
    (uid) => {
      const [expr] = queriesOf(panelOn(uid, "P99 Latency"));
      expect(expr).toContain(
        'endpoint!~"/metrics|/health|/debug/.*|/profiles/.*"',
      );
      expect(expr).toContain(`job="${uid.slice(3)}-service"`);
    },
  );

  it("asks heatmaps for buckets, counted per step", () => {
    const heatmaps = allPanels.filter(([, , { type }]) => type === "heatmap");
    expect(heatmaps).toHaveLength(3);
    for (const [, , panel] of heatmaps) {
      expect(panel.targets.map(({ format }) => format)).toEqual(["heatmap"]);
      expect(queriesOf(panel)[0]).toMatch(/^sum by \(le\) \(increase\(/);
    }
  });

  it("puts the count of SSTables and the ratio of checkouts on an axis of their own", () => {
    for (const [uid, title] of [
      ["ps-cassandra", "Products Table Performance"],
      ["ps-cart", "Checkout Success Rate"],
    ] as const) {
      expect(
        JSON.stringify(panelOn(uid, title).fieldConfig.overrides),
      ).toContain('{"id":"custom.axisPlacement","value":"right"}');
    }
  });

  it("never aggregates buckets away and never names a person", () => {
    for (const [, , panel] of allPanels)
      for (const expr of queriesOf(panel)) {
        expect(expr).not.toMatch(/histogram_quantile\([\d.]+, rate\(/);
        expect(expr).not.toMatch(/product_id|user_id|order_id|username/);
      }
  });
});
