import { sloDashboard } from "../../../dashboards/slo/slo-dashboard";
import { sloOverview } from "../../../dashboards/slo/slo-overview";
import { panelOf, type Dashboard } from "monitoring-as-code";
import {
  burnPanelKey,
  burnPanelOf,
  expandSlo,
  builtInTiers,
  withSupportedPeriod,
} from "monitoring-as-code/slo";
import {
  metricNamesOf,
  scopeToSystem,
} from "monitoring-as-code/queries/promql";
import { availability, context, database, latency } from "./slos";

const overview = sloOverview({
  uid: "shop-slos",
  title: "SLOs",
  system: "shop",
});

/** Every query of a dashboard. */
function expressionsOf({ model }: Dashboard): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [name, value] of Object.entries(node))
      if (name === "expr" && typeof value === "string") found.push(value);
      else visit(value);
  };
  visit(model.panels);
  return found;
}

describe.each([availability, latency, database])("dashboard of $id", (slo) => {
  const board = sloDashboard("shop", slo);

  test("has queries that are PromQL", () => {
    const scope = { label: "system", value: "shop" };
    for (const expr of expressionsOf(board))
      expect(scopeToSystem(expr, scope)).toContain('system="shop"');
  });

  test("reads only what expansion records, and the events themselves", () => {
    const recorded = expandSlo(slo, context).recordings.flatMap(
      ({ recordings }) => recordings.map(({ record }) => record),
    );
    const read = expressionsOf(board)
      .flatMap((expr) => metricNamesOf(expr))
      .filter((name) => name.startsWith("slo:"));
    expect(read.length).toBeGreaterThan(10);
    for (const name of read) expect(recorded).toContain(name);
  });

  test("is the same in an environment that measures over less", () => {
    for (const longest of ["7d", "28d", "14d"] as const)
      expect(
        JSON.stringify(sloDashboard("shop", withSupportedPeriod(slo, longest))),
      ).toBe(JSON.stringify(board));
  });

  test("has a panel for every tier, and the one that alerts link", () => {
    const keys = board.panels.map(({ key }) => key);
    for (const { tier } of builtInTiers("30d") ?? [])
      expect(keys).toContain(`tier-${tier}`);
    expect(burnPanelOf("shop", slo, [board])).toEqual(
      panelOf(board, burnPanelKey),
    );
  });
});

test("no dashboard, no panel to link", () => {
  expect(burnPanelOf("shop", availability, [overview])).toBeUndefined();
});

test("the thresholds are drawn from the series that expansion records", () => {
  const expressions = expressionsOf(sloDashboard("shop", availability));
  expect(expressions).toContain(
    'slo:burn_rate_threshold:ratio{slo="api-availability",burn_tier="page-quick"}',
  );
  expect(expressions).toContain(
    'slo:burn_rate_threshold:ratio{slo="api-availability"}',
  );
});

test("events are shown where they are counted per second", () => {
  const keys = (slo: typeof availability): readonly string[] =>
    sloDashboard("shop", slo).panels.map(({ key }) => key);
  expect(keys(availability)).toContain("events");
  expect(keys(latency)).toContain("events");
  expect(keys(database)).not.toContain("events");
  expect(expressionsOf(sloDashboard("shop", availability))).toContain(
    'sum(rate(http_requests_total{job="api",status=~"5.."}[$__rate_interval]))',
  );
});

describe("overview", () => {
  test("has queries that are PromQL and read generic records", () => {
    for (const expr of expressionsOf(overview)) {
      expect(scopeToSystem(expr, { label: "system", value: "shop" })).toContain(
        'system="shop"',
      );
      for (const name of metricNamesOf(expr)) expect(name).toMatch(/^slo:/);
    }
  });

  test("counts every objective in exactly one level", () => {
    const conditions = expressionsOf(overview).filter((expr) =>
      expr.startsWith("count("),
    );
    expect(
      conditions.map((expr) => expr.replace(/^.*"\} | or .*$|\)$/g, "")),
    ).toEqual(["> 0.5)", ">= 0.25 <= 0.5)", "> 0 < 0.25)", "<= 0)"]);
  });
});
