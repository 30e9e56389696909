import project from "../../monitoring";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { dev } from "../../environments/dev";
import { prod } from "../../environments/prod";
import { deploymentOf, runbookPath } from "monitoring-as-code/deployment";
import { sharedDataSources } from "../../data-sources";
import { secondsIn, type Environment, kebabCase } from "monitoring-as-code";
import { expectRoute } from "monitoring-as-code/notifications";
import { checkPromql, checkSemantics } from "monitoring-as-code/queries/promql";
import { slo as system } from "../../systems/slo";
import { checkoutObjective } from "../../systems/slo/checkout-flow";

const root = join(__dirname, "../..");

function deployed(environment: Environment) {
  const shared = sharedDataSources.map(({ uid }) => uid);
  const dataSources = Object.fromEntries(
    Object.entries(environment.dataSources).filter(([uid]) =>
      shared.includes(uid),
    ),
  );
  const deployment = deploymentOf(
    { ...environment, dataSources },
    { ...project, systems: [system] },
  );
  const [only] = deployment.systems;
  if (only === undefined) throw new Error("the system is not deployed");
  return {
    notifications: deployment.notifications,
    alerts: only.alertGroups.flatMap(({ alerts }) => alerts),
    recordings: only.recordingGroups.flatMap(({ recordings }) => recordings),
    dashboards: only.dashboards,
  };
}

const inProd = deployed(prod);
const inDev = deployed(dev);
const alertNamed = (name: string) => {
  const alert = inProd.alerts.find(({ alert }) => alert === name);
  if (alert === undefined) throw new Error(`no alert "${name}"`);
  return alert;
};

interface TestedPanel {
  readonly title: string;
  readonly type: string;
  readonly fieldConfig?: {
    readonly defaults: {
      readonly unit?: string;
      readonly min?: number;
      readonly max?: number;
      readonly thresholds?: {
        readonly steps: readonly { value: number | null; color: string }[];
      };
    };
  };
  readonly targets?: readonly {
    readonly expr: string;
    readonly legendFormat: string;
  }[];
}
const panelsOf = (uid: string): readonly TestedPanel[] =>
  (system.dashboards.find((one) => one.uid === uid)?.model.panels ??
    []) as unknown as TestedPanel[];
function panelOn(uid: string, title: string): TestedPanel {
  const panel = panelsOf(uid).find((one) => one.title === title);
  if (panel === undefined) throw new Error(`no panel "${title}" on "${uid}"`);
  return panel;
}

describe("objectives", () => {
  test.each([
    ["requests-availability", "api-service", 99.9, "30d"],
    ["requests-latency", "api-service", 99.5, "30d"],
    ["connection-availability", "postgresql", 99.95, "30d"],
    ["query-performance", "postgresql", 99.9, "30d"],
    ["queue-reliability", "message-queue", 99.9, "7d"],
  ])("%s of %s promises %p % over %s", (id, service, objective, period) => {
    expect(system.slos.find((one) => one.id === id)).toMatchObject({
      service,
      objective,
      period,
    });
  });

  test.each([
    ["ApiHighErrorRate", "critical", "(14.4 * 0.001)", "1h", "5m"],
    ["ApiHighErrorRateSustained", "critical", "(6 * 0.001)", "6h", "30m"],
    ["ApiHighErrorRateTicket", "warning", "(3 * 0.001)", "1d", "2h"],
    ["ApiHighErrorRateTicketSustained", "warning", "(1 * 0.001)", "3d", "6h"],
    ["ApiHighLatency", "critical", "(14.4 * 0.005)", "1h", "5m"],
    ["DatabaseUnavailable", "critical", "(14.4 * 0.0005)", "1h", "5m"],
    ["DatabaseSlowQueries", "warning", "(3 * 0.001)", "1d", "2h"],
  ])(
    "%s is %s above %s over %s and %s",
    (name, severity, threshold, long, short) => {
      const { expr, severity: actual } = alertNamed(name);
      expect(actual).toBe(severity);
      expect(expr.split(threshold)).toHaveLength(3);
      expect(expr).toContain(`slo:sli_error:ratio_rate${long}{`);
      expect(expr).toContain(`slo:sli_error:ratio_rate${short}{`);
    },
  );

  it("never page for slow queries, and open no ticket for a database that pages", () => {
    const severities = (slo: string) => [
      ...new Set(
        inProd.alerts
          .filter(({ labels }) => labels.slo === slo && labels.burn_tier)
          .map(({ severity }) => severity),
      ),
    ];
    expect(severities("query-performance")).toEqual(["warning"]);
    expect(severities("connection-availability")).toEqual(["critical"]);
  });

  it("count throttled requests as failed, and measure the database by samples of pg_up instead of their rate", () => {
    const ratio = (slo: string, window = "5m") =>
      inProd.recordings.find(
        ({ record, labels }) =>
          record === `slo:sli_error:ratio_rate${window}` && labels.slo === slo,
      )?.expr;
    expect(ratio("requests-availability")).toContain('status=~"(5..|429)"');
    expect(ratio("connection-availability")).toBe(
      '1 - sum(sum_over_time(pg_up{system="slo",job="postgres"}[5m])) / sum(count_over_time(pg_up{system="slo",job="postgres"}[5m]))',
    );
    expect(ratio("requests-latency")).toContain('le="0.2"');
    expect(ratio("query-performance", "2h")).toContain('le="0.1"');
  });

  it("name buckets that the services expose", () => {
    const buckets = (name: string) =>
      system.metrics.find((metric) => metric.name === name)?.buckets;
    expect(buckets("http_request_duration_seconds")).toEqual(
      expect.arrayContaining([0.2, 0.3, 0.5, 1]),
    );
    expect(buckets("db_query_duration_seconds")).toContain(0.1);
  });

  test.each([
    "slo:sli_error:ratio_rate5m",
    "slo:sli_error:ratio_rate30m",
    "slo:sli_error:ratio_rate1h",
    "slo:sli_error:ratio_rate2h",
    "slo:sli_error:ratio_rate6h",
    "slo:sli_error:ratio_rate1d",
    "slo:sli_error:ratio_rate3d",
    "slo:sli_error:ratio_rate30d",
    "slo:objective:ratio",
    "slo:error_budget:ratio",
    "slo:time_period:days",
    "slo:current_burn_rate:ratio",
    "slo:period_burn_rate:ratio",
    "slo:period_error_budget_remaining:ratio",
  ])("record %s with owner, tier and category", (name) => {
    const recording = inProd.recordings.find(
      ({ record, labels }) =>
        record === name && labels.slo === "requests-availability",
    );
    expect(recording?.labels).toMatchObject({
      owner: "backend-team",
      tier: "critical",
      category: "availability",
      service: "api-service",
    });
  });

  it("are measured over seven days where no more is kept, with the same thresholds", () => {
    expect(inDev.recordings.map(({ record }) => record)).not.toContain(
      "slo:sli_error:ratio_rate30d",
    );
    expect(
      inDev.alerts.find(({ alert }) => alert === "ApiHighErrorRate")?.expr,
    ).toContain("(14.4 * 0.001)");
  });

  it("link their alerts to the burn rates of their dashboard", () => {
    expect(alertNamed("DatabaseUnavailable").panel).toMatchObject({
      dashboardUid: "slo-slo-connection-availability",
      panelKey: "burn-rates",
    });
  });
});

describe("SLO Overview", () => {
  test.each([
    ["API Availability SLO", "gauge", ["Current"], "percent"],
    ["Error Budget Remaining", "stat", ["Budget Remaining"], "percent"],
    [
      "Burn Rate (1h window)",
      "timeseries",
      [
        "Burn Rate",
        "Critical Threshold (50h to exhaustion of 30 days)",
        "Warning Threshold (5d to exhaustion of 30 days)",
      ],
      "short",
    ],
    [
      "30-Day Rolling Availability",
      "timeseries",
      ["Availability", "SLO Target"],
      "percent",
    ],
    ["Error Budget Consumption", "bargauge", ["Budget Used"], "percent"],
  ])("shows %s", (title, type, legends, unit) => {
    const panel = panelOn("slo-overview", title);
    expect(panel.type).toBe(type);
    expect(panel.targets?.map(({ legendFormat }) => legendFormat)).toEqual(
      legends,
    );
    expect(panel.fieldConfig?.defaults.unit).toBe(unit);
  });

  it("is green from the objective on, and lets the budget fall below zero", () => {
    const gauge = panelOn("slo-overview", "API Availability SLO").fieldConfig
      ?.defaults;
    expect(gauge).toMatchObject({
      min: 99,
      max: 100,
      thresholds: {
        steps: [{ color: "red" }, { value: 99.9, color: "green" }],
      },
    });
    const budget = panelOn("slo-overview", "Error Budget Remaining").fieldConfig
      ?.defaults;
    expect(budget?.min).toBeUndefined();
    expect(budget?.thresholds?.steps.map(({ value }) => value)).toEqual([
      null,
      0,
      25,
      50,
    ]);
  });

  it("reads one definition of availability, the one that alerts", () => {
    for (const { targets = [] } of panelsOf("slo-overview"))
      for (const { expr } of targets) expect(expr).not.toContain("status");
  });

  it("is accompanied by a dashboard per objective", () => {
    expect(system.dashboards.map(({ uid }) => uid)).toEqual([
      "slo-overview",
      "slo-objectives",
      ...system.slos.map(({ id }) => `slo-slo-${id}`),
    ]);
  });
});

describe("checkout flow", () => {
  it("promises the product of its steps and alerts below it", () => {
    expect(checkoutObjective).toBeCloseTo(99.65, 2);
    expect(alertNamed("CheckoutFlowBelowObjective").condition).toEqual({
      is: "<",
      value: 0.9965,
    });
  });

  it("measures each step against its own limit, and multiplies them", () => {
    const hour = inProd.recordings.filter(({ record }) =>
      /^journey.*ratio_rate1h$/.test(record),
    );
    expect(
      hour.map(({ labels, expr }) => [
        labels.step,
        /le=[^,}]+/.exec(expr)?.[0],
      ]),
    ).toEqual([
      ["add-to-cart", 'le="0.2"'],
      ["view-cart", 'le="0.3"'],
      ["payment", 'le="0.5"'],
      ["order-confirmation", 'le=~"1|1\\\\.0"'],
      [undefined, undefined],
    ]);
    expect(hour[4]?.expr.split(" * ignoring (step) ")).toHaveLength(4);
  });
});

describe("error-budget policy", () => {
  test.each([
    ["ErrorBudgetWarning", "<=", 0.5, "team-lead"],
    ["ErrorBudgetCritical", "<", 0.25, "engineering-manager"],
    ["ErrorBudgetAlmostExhausted", "<", 0.1, "director"],
    ["ErrorBudgetExhausted", "<=", 0, "vp-engineering"],
  ])("%s (%s %p) reaches %s and pages nobody", (name, is, value, receiver) => {
    const alert = alertNamed(name);
    expect(alert.condition).toEqual({ is, value });
    expect(alert.severity).toBe("warning");
    expectRoute(
      inProd.notifications,
      { ...alert.labels, alertname: name, slo: "a", service: "b" },
      { receivers: [`slo-${receiver}`] },
    );
  });

  it("tells the highest level only", () => {
    const labels = (name: string) => ({
      ...alertNamed(name).labels,
      alertname: name,
      slo: "a",
      service: "b",
    });
    expectRoute(inProd.notifications, labels("ErrorBudgetCritical"), {
      receivers: [],
      firing: [labels("ErrorBudgetExhausted")],
    });
  });

  it("makes a ticket of a violated objective and a page of a fast burn", () => {
    const violation = alertNamed("SLOViolation");
    expect(violation.severity).toBe("warning");
    expectRoute(
      inProd.notifications,
      { ...violation.labels, alertname: "SLOViolation" },
      { receivers: ["slo-sre-team"] },
    );
    expectRoute(
      inProd.notifications,
      {
        ...alertNamed("ApiHighErrorRate").labels,
        alertname: "ApiHighErrorRate",
      },
      { receivers: ["slo-on-call"] },
    );
  });
});

describe.each([
  ["prod", prod, inProd],
  ["dev", dev, inDev],
])("queries in %s", (_, environment, { alerts, recordings, dashboards }) => {
  const context = {
    metrics: [
      ...system.metrics,
      ...system.exporters.flatMap(({ metrics }) => metrics),
    ],
    recordings,
    scrapeIntervalSeconds: secondsIn(environment.prometheus.scrapeInterval),
    retentionSeconds: secondsIn(environment.prometheus.retention),
  };
  const queries = [
    ...alerts.map(({ expr }) => expr),
    ...recordings.map(({ expr }) => expr),
    ...dashboards.flatMap(({ model }) =>
      (model.panels as unknown as TestedPanel[]).flatMap(({ targets = [] }) =>
        targets.map(({ expr }) => expr),
      ),
    ),
  ];

  it("parse and mean what they say", () => {
    expect(queries.length).toBeGreaterThan(150);
    expect(
      queries.flatMap((expr) => [
        ...checkPromql(expr).errors,
        ...checkSemantics(expr, context),
      ]),
    ).toEqual([]);
  });
});

describe("runbooks", () => {
  test.each(inProd.alerts.map(({ alert }) => alert))("explain %s", (alert) => {
    const file = join(root, runbookPath("slo", alert));
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, "utf8").match(/^#+ .+$/gm)).toEqual([
      `# ${alert}`,
      "## What it means",
      "## How to see it",
      "## First steps",
      "## When to escalate",
    ]);
  });

  it("explain nothing else", () => {
    expect(readdirSync(join(root, "systems/slo/runbooks")).sort()).toEqual(
      inProd.alerts.map(({ alert }) => `${kebabCase(alert)}.md`).sort(),
    );
  });
});
