import { columns } from "monitoring-as-code/dashboards";
import { prod } from "../../environments/prod";
import { selectorsOf } from "monitoring-as-code/queries/promql";
import { ecommerce } from "../../systems/ecommerce";
import { deployedShop } from "../systems/ecommerce/deployed-shop";

interface Target {
  readonly expr?: string;
  readonly legendFormat?: string;
  readonly queryType?: string;
}

interface PanelModel {
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly gridPos: { x: number; y: number; w: number; h: number };
  readonly targets?: readonly Target[];
  readonly panels?: readonly PanelModel[];
  readonly fieldConfig?: {
    readonly defaults: {
      readonly unit?: string;
      readonly min?: number;
      readonly max?: number;
      readonly thresholds?: { readonly steps: readonly object[] };
    };
  };
}

const shown = (panels: unknown): readonly PanelModel[] =>
  (panels as readonly PanelModel[])
    .flatMap((panel) => [panel, ...(panel.panels ?? [])])
    .filter(({ type }) => type !== "row");

const panelsOf = (uid: string): readonly PanelModel[] =>
  shown(
    ecommerce.dashboards.find((dashboard) => dashboard.uid === uid)?.model
      .panels,
  );

/** Dashboard, title, type, unit, place, and the corrected queries. */
const specified: readonly (readonly [
  uid: string,
  title: string,
  type: string,
  unit: string | undefined,
  place: string,
  queries: readonly string[],
])[] = [
  [
    "app-overview",
    "Request Rate",
    "timeseries",
    "reqps",
    "0,0,12,8",
    ["sum(rate(http_requests_total[$__rate_interval])) by (service)"],
  ],
  [
    "app-overview",
    "Error Rate",
    "timeseries",
    "percentunit",
    "12,0,12,8",
    [
      'sum(rate(http_requests_total{status=~"5.."}[$__rate_interval])) by (service) / sum(rate(http_requests_total[$__rate_interval])) by (service)',
    ],
  ],
  [
    "app-overview",
    "P95 Latency",
    "timeseries",
    "s",
    "0,8,12,8",
    [
      "histogram_quantile(0.95, sum(rate(http_request_duration_seconds_bucket[$__rate_interval])) by (service, le))",
    ],
  ],
  [
    "app-overview",
    "Active Services",
    "stat",
    "none",
    "12,8,6,4",
    ['sum(up{service!=""})'],
  ],
  [
    "app-overview",
    "Total Orders",
    "stat",
    "short",
    "18,8,6,4",
    ["sum(increase(orders_created_total[$__range]))"],
  ],
  [
    "app-overview",
    "Revenue (last hour)",
    "stat",
    "currencyUSD",
    "12,12,6,4",
    ["sum(increase(revenue_total_cents_total[1h])) / 100"],
  ],
  [
    "app-overview",
    "Payment Success Rate",
    "gauge",
    "percentunit",
    "18,12,6,4",
    [
      'sum(rate(payments_processed_total{status="success"}[$__rate_interval])) / sum(rate(payments_processed_total[$__rate_interval]))',
    ],
  ],
  ["app-overview", "Service Map", "nodeGraph", undefined, "0,16,24,12", []],
  [
    "slo-dashboard",
    "API Gateway SLO Status",
    "gauge",
    "percent",
    "0,0,8,8",
    ['(1 - slo:sli_error:ratio_period{slo="api-availability"}) * 100'],
  ],
  [
    "slo-dashboard",
    "Error Budget Remaining",
    "stat",
    "percent",
    "8,0,8,8",
    ['slo:period_error_budget_remaining:ratio{slo="api-availability"} * 100'],
  ],
  [
    "slo-dashboard",
    "Burn Rate (1h window)",
    "timeseries",
    "none",
    "16,0,8,8",
    [
      "(1 - slo:api_gateway:availability:ratio_rate1h) / (1 - 0.999)",
      "vector(14.4)",
      "vector(6)",
    ],
  ],
  [
    "slo-dashboard",
    "30-Day Availability Trend",
    "timeseries",
    "percent",
    "0,8,12,8",
    [
      '(1 - slo:sli_error:ratio_period{slo="api-availability"}) * 100',
      "vector(99.9)",
    ],
  ],
  [
    "slo-dashboard",
    "Error Budget Consumption by Day",
    "bargauge",
    "percent",
    "12,8,12,8",
    [
      'sum(increase(http_requests_total{service="api-gateway",status=~"5.."}[1d])) / (30 * (1 - 0.999) * sum(increase(http_requests_total{service="api-gateway"}[1d]))) * 100',
    ],
  ],
  [
    "slo-dashboard",
    "SLI Components",
    "table",
    "percentunit",
    "0,16,24,8",
    [
      "slo:api_gateway:availability:ratio_rate5m",
      "slo:api_gateway:availability:ratio_rate30m",
      "slo:api_gateway:availability:ratio_rate1h",
      "slo:api_gateway:availability:ratio_rate6h",
      "slo:payment:availability:ratio",
    ],
  ],
  [
    "business-metrics",
    "Orders per Minute",
    "timeseries",
    "cpm",
    "0,0,12,8",
    ["sum(rate(orders_created_total[$__rate_interval])) * 60"],
  ],
  [
    "business-metrics",
    "Revenue per Hour",
    "timeseries",
    "currencyUSD",
    "12,0,12,8",
    ["sum(rate(revenue_total_cents_total[$__rate_interval])) * 3600 / 100"],
  ],
  [
    "business-metrics",
    "Payment Success Rate",
    "stat",
    "percentunit",
    "0,8,6,6",
    [
      'sum(rate(payments_processed_total{status="success"}[$__rate_interval])) / sum(rate(payments_processed_total[$__rate_interval]))',
    ],
  ],
  [
    "business-metrics",
    "Average Order Value",
    "stat",
    "currencyUSD",
    "6,8,6,6",
    [
      "sum(rate(revenue_total_cents_total[$__rate_interval])) / sum(rate(orders_created_total[$__rate_interval])) / 100",
    ],
  ],
  [
    "business-metrics",
    "Inventory by Product",
    "bargauge",
    "short",
    "12,8,12,6",
    ["inventory_level"],
  ],
  [
    "business-metrics",
    "Top Products by Reservations",
    "piechart",
    "ops",
    "0,14,12,8",
    ["sum(rate(inventory_reservations_total[1h])) by (product)"],
  ],
  [
    "business-metrics",
    "Payment Amount Distribution",
    "bargauge",
    "short",
    "12,14,12,8",
    ["sum by (le) (increase(payment_amount_cents_bucket[$__range]))"],
  ],
];

describe("dashboards of the e-commerce shop", () => {
  test.each(specified)(
    "%s shows %s as %s",
    (uid, title, type, unit, place, queries) => {
      const panel = panelsOf(uid).find(
        (candidate) => candidate.title === title,
      );
      expect(panel?.type).toBe(type);
      expect(panel?.fieldConfig?.defaults.unit).toBe(unit);
      const { x, y, w, h } = panel?.gridPos ?? { x: 0, y: 0, w: 0, h: 0 };
      expect([x, y, w, h].join()).toBe(place);
      expect(
        panel?.targets?.flatMap(({ expr }) => (expr === undefined ? [] : expr)),
      ).toEqual(queries);
      expect(x + w).toBeLessThanOrEqual(columns);
    },
  );

  test("starts each dashboard with the specified panels, in their order", () => {
    for (const uid of ["app-overview", "slo-dashboard", "business-metrics"]) {
      const titles = specified.flatMap(([dashboard, title]) =>
        dashboard === uid ? [title] : [],
      );
      expect(
        panelsOf(uid)
          .map(({ title }) => title)
          .slice(0, titles.length),
      ).toEqual(titles);
    }
  });

  test("has the mesh dashboard that the shop's documentation promises", () => {
    expect(panelsOf("service-mesh").map(({ title }) => title)).toEqual([
      "Dependencies",
      "Calls between Services",
      "Failed Calls between Services",
      "P95 Latency between Services",
      "Targets",
      "CPU",
      "Memory",
      "Database Connections",
      "Redis Memory",
      "Failing Traces",
      "Error Logs",
    ]);
  });

  test("colours what has a target as specified", () => {
    const steps = (uid: string, title: string) =>
      panelsOf(uid).find((panel) => panel.title === title)?.fieldConfig
        ?.defaults.thresholds?.steps;
    expect(steps("app-overview", "Payment Success Rate")).toEqual([
      { value: null, color: "red" },
      { value: 0.95, color: "yellow" },
      { value: 0.99, color: "green" },
    ]);
    expect(steps("slo-dashboard", "API Gateway SLO Status")).toEqual([
      { value: null, color: "red" },
      { value: 99.9, color: "yellow" },
      { value: 99.95, color: "green" },
    ]);
    expect(steps("slo-dashboard", "Error Budget Remaining")).toEqual([
      { value: null, color: "red" },
      { value: 25, color: "orange" },
      { value: 50, color: "yellow" },
      { value: 75, color: "green" },
    ]);
  });

  test("asks the service graph for the shop's services only", () => {
    const map = panelsOf("app-overview").find(
      ({ type }) => type === "nodeGraph",
    );
    expect(map?.targets).toEqual([
      expect.objectContaining({
        queryType: "serviceMap",
        serviceMapQuery: expect.stringContaining("api-gateway") as string,
        datasource: { type: "tempo", uid: "${traces}" },
      }),
    ]);
  });

  const all = ecommerce.dashboards.flatMap(({ uid }) =>
    panelsOf(uid).map((panel) => [uid, panel.title, panel] as const),
  );

  test.each(all)("%s, %s says what good looks like", (_, __, panel) => {
    expect(panel.description).toMatch(/Good: /);
  });

  const queries = all.flatMap(([uid, title, { targets = [] }]) =>
    targets.flatMap(({ expr }) =>
      expr === undefined ? [] : [[uid, title, expr] as const],
    ),
  );

  test.each<[string, RegExp]>([
    ["a metric that is not exposed", /\brevenue_total_cents(?!_total)/],
    ["all targets as services", /count\(up == 1\)/],
    [
      "a counter as it stands",
      /sum\((?:orders_created|payments_processed)_total\)/,
    ],
    ["a histogram without its buckets", /payment_amount_cents(?!_bucket)/],
    ["five minutes as a budget", /slo:api_gateway:error_budget:ratio/],
    [
      "availability of an unnamed window",
      /slo:api_gateway:availability:ratio(?!_rate)/,
    ],
    [
      "connections of different label sets",
      /pg_stat_activity_count \/ pg_settings/,
    ],
    ["memory by a limit that may be zero", /\/ redis_memory_max_bytes/],
    [
      "failed commands by a name that no exporter has",
      /redis_commands_failed_total/,
    ],
  ])("never asks for %s", (_, mistake) => {
    const asked = [
      ...queries.map(([, , expr]) => expr),
      ...ecommerce.alertGroups.flatMap(({ alerts }) =>
        alerts.map(({ expr }) => expr),
      ),
      ...ecommerce.recordingGroups.flatMap(({ recordings }) =>
        recordings.map(({ expr }) => expr),
      ),
    ];
    expect(asked.filter((expr) => mistake.test(expr))).toEqual([]);
  });

  test("takes a fixed window only where the window is what the panel shows", () => {
    const fixed = queries.filter(([, , expr]) => /\[\d+\w\]/.test(expr));
    expect(fixed.map(([, title]) => title)).toEqual([
      "Revenue (last hour)",
      "Error Budget Consumption by Day",
      "Top Products by Reservations",
    ]);
  });

  test("sees only the shop when deployed, with the limits of its alerts drawn in", () => {
    const system = deployedShop(prod);
    const deployed = system.dashboards.flatMap(({ model }) =>
      shown(model.panels).flatMap(({ targets = [] }) => targets),
    );
    const metrics = deployed.filter(
      (target) =>
        (target as { datasource?: { type?: string } }).datasource?.type ===
        "prometheus",
    );
    expect(metrics.length).toBe(queries.length - 1);
    for (const { expr = "" } of metrics)
      for (const { matchers } of selectorsOf(expr))
        expect(matchers).toContainEqual(
          expect.objectContaining({ label: "system", value: "ecommerce" }),
        );
    const overview = system.dashboards.find(
      ({ uid }) => uid === "app-overview",
    );
    expect(
      shown(overview?.model.panels).find(({ title }) => title === "Error Rate")
        ?.fieldConfig?.defaults.thresholds?.steps,
    ).toContainEqual({ value: 0.05, color: "red" });
  });
});
