import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { drawThresholds, runbookPath } from "monitoring-as-code/deployment";
import { secondsIn, kebabCase } from "monitoring-as-code";
import {
  checkPromql,
  checkSemantics,
  metricNamesOf,
} from "monitoring-as-code/queries/promql";
import { monito } from "../../systems/monito";

interface TestedPanel {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly collapsed?: boolean;
  readonly targets?: readonly { readonly expr: string }[];
  readonly panels?: readonly TestedPanel[];
}

const root = join(__dirname, "../..");
const [dashboard] = monito.dashboards;
const rows = dashboard?.model.panels as unknown as readonly TestedPanel[];
const panels = rows
  .flatMap((panel) => [panel, ...(panel.panels ?? [])])
  .filter(({ type }) => type !== "row");
const alerts = monito.alertGroups.flatMap(({ alerts }) => alerts);
const recordings = monito.recordingGroups.flatMap(
  ({ recordings }) => recordings,
);
const queryOf = (title: string) =>
  panels.find((panel) => panel.title === title)?.targets?.[0]?.expr;

const queries = [
  ...panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr }) => [title, expr] as const),
  ),
  ...alerts.map(({ alert, expr }) => [alert, expr] as const),
  ...recordings.map(({ record, expr }) => [record, expr] as const),
];

const operations = "sum by (component) (rate(monito_operations_total[5m]))";
const failures =
  'sum by (component) (rate(monito_operations_total{status!="success"}[5m]))';

describe("monito", () => {
  it("shows on one dashboard what is asked for", () => {
    expect(dashboard).toMatchObject({
      uid: "monito-pipeline",
      title: "Monito - Pipeline",
      model: { refresh: "30s", time: { from: "now-6h", to: "now" } },
    });
    expect(panels.map(({ title }) => title)).toEqual([
      "Operations per second",
      "Error ratio",
      "Data quality score",
      "Operation duration P95",
      "Operation duration average",
      "Slowest operations",
      "Memory by component",
      "Process memory",
      "Cache hit ratio",
      "Cache operations",
      "Operations in progress",
      "Rows processed",
    ]);
  });

  it("folds away what rests on names that the collector has not confirmed", () => {
    const folded = rows.filter(({ collapsed }) => collapsed === true);
    const unconfirmed = panels.filter(({ targets = [] }) =>
      targets.some(({ expr }) =>
        /monito_(data_processed_total|active_operations)/.test(expr),
      ),
    );
    expect(unconfirmed).toHaveLength(2);
    expect(folded.flatMap((row) => row.panels ?? [])).toEqual(unconfirmed);
    for (const { expr } of alerts)
      expect(expr).not.toMatch(/data_processed|active_operations/);
  });

  it("filters every figure of the pipeline by the chosen component", () => {
    const unfiltered = panels
      .filter(({ targets = [] }) =>
        targets.some(({ expr }) => !expr.includes('component=~"$component"')),
      )
      .map(({ title }) => title);
    expect(unfiltered).toEqual(["Process memory"]);
  });

  test.each([
    ["MonitoTargetDown", 'up{job="monito"}', "== 0", "2m", "critical"],
    [
      "MonitoMetricsAbsent",
      "absent(monito_operations_total)",
      "any",
      "15m",
      "warning",
    ],
    [
      "MonitoHighErrorRatio",
      "component:monito_operations_errors:ratio_rate5m",
      "> 0.05",
      "5m",
      "critical",
    ],
    [
      "MonitoSlowOperations",
      "histogram_quantile(0.95, sum by (le, component, operation_type) (rate(monito_operation_duration_seconds_bucket[10m])))",
      "> 1",
      "10m",
      "warning",
    ],
    [
      "MonitoLowDataQuality",
      "min by (component) (avg_over_time(monito_data_quality_score[30m]))",
      "< 0.8",
      "10m",
      "warning",
    ],
    [
      "MonitoHighMemory",
      'process_resident_memory_bytes{job="monito"}',
      "> 1073741824",
      "10m",
      "warning",
    ],
    [
      "MonitoLowCacheHitRatio",
      '(sum by (component) (rate(monito_cache_operations_total{operation="get",result="hit"}[30m])) or 0 * sum by (component) (rate(monito_cache_operations_total{operation="get"}[30m]))) / (sum by (component) (rate(monito_cache_operations_total{operation="get"}[30m])) > 0)',
      "< 0.5",
      "30m",
      "info",
    ],
  ])("alerts with %s", (name, expr, condition, pending, severity) => {
    const rule = alerts.find(({ alert }) => alert === name);
    expect(rule).toMatchObject({
      expr,
      for: pending,
      severity,
      labels: { service: "monito" },
    });
    expect(
      rule?.condition ? `${rule.condition.is} ${rule.condition.value}` : "any",
    ).toBe(condition);
    expect(secondsIn(rule?.for ?? "0s")).toBeGreaterThanOrEqual(60);
  });

  it("has no alert beside these", () => {
    expect(alerts).toHaveLength(7);
  });

  it("records failures by what is not success, 0 where nothing ever failed, nothing without operations", () => {
    expect(recordings).toEqual([
      {
        record: "component:monito_operations_errors:ratio_rate5m",
        expr: `(${failures} or 0 * ${operations}) / (${operations} > 0)`,
      },
    ]);
  });

  it("takes durations from a histogram that reaches up to batches of the language model", () => {
    const duration = monito.metrics.find(
      ({ name }) => name === "monito_operation_duration_seconds",
    );
    expect(duration?.type).toBe("histogram");
    expect(Math.max(...(duration?.buckets ?? []))).toBe(120);
    expect(queryOf("Operation duration P95")).toContain(
      "sum by (le, operation_type)",
    );
  });

  it("shows memory in bytes and time in seconds, whatever the collector counts in", () => {
    expect(queryOf("Memory by component")).toMatch(/\* 1024 \* 1024$/);
    expect(
      monito.metrics.filter(({ unit }) => unit === "milliseconds"),
    ).toEqual([]);
  });

  it("draws the limit of every alert where its value is shown", () => {
    if (dashboard === undefined) throw new Error("monito has no dashboard");
    const shown = (drawThresholds(dashboard, alerts).model.panels ??
      []) as unknown as readonly {
      id: number;
      fieldConfig?: {
        defaults?: { thresholds?: { steps: { value: unknown }[] } };
      };
    }[];
    const limited = alerts.filter(
      ({ panel, condition }) => panel !== undefined && condition !== undefined,
    );
    expect(limited).toHaveLength(5);
    for (const { panel, condition } of limited) {
      const steps = shown.find(({ id }) => id === panel?.panelId)?.fieldConfig
        ?.defaults?.thresholds?.steps;
      expect(steps?.map(({ value }) => value)).toContain(condition?.value);
    }
  });

  it("keeps operations and their metadata out of labels", () => {
    for (const { labels } of monito.metrics)
      expect(labels.join()).not.toMatch(/operation_id|metadata/);
  });

  test.each(queries)("asks in PromQL that holds: %s", (_, expr) => {
    expect(checkPromql(expr)).toMatchObject({ valid: true });
    expect(
      checkSemantics(expr, {
        metrics: [
          ...monito.metrics,
          ...monito.exporters.flatMap(({ metrics }) => metrics),
        ],
        recordings,
        scrapeIntervalSeconds: 15,
      }).map(({ id, message }) => `${id}: ${message}`),
    ).toEqual([]);
  });

  it("shows or alerts on everything that the collector exposes", () => {
    const asked = queries.flatMap(([, expr]) => metricNamesOf(expr));
    for (const { name } of monito.metrics)
      expect(asked.some((one) => one.startsWith(name))).toBe(true);
  });

  it("explains every alert, and none that is not there", () => {
    for (const { alert } of alerts) {
      const file = join(root, runbookPath("monito", alert));
      expect([alert, existsSync(file)]).toEqual([alert, true]);
      const text = readFileSync(file, "utf8");
      expect(text.match(/^#+ .+$/gm)).toEqual([
        `# ${alert}`,
        "## What it means",
        "## How to see it",
        "## First steps",
        "## When to escalate",
      ]);
      for (const [, block = ""] of text.matchAll(/```promql\n([\s\S]*?)```/g))
        for (const line of block.trim().split("\n"))
          expect([line, checkPromql(line)]).toMatchObject([
            line,
            { valid: true },
          ]);
    }
    expect(readdirSync(join(root, "systems/monito/runbooks")).sort()).toEqual(
      alerts.map(({ alert }) => `${kebabCase(alert)}.md`).sort(),
    );
  });
});
