import type { Slo } from "../../src/model/slo";
import { secondsIn } from "../../src/model/duration";
import { expandSlo, type SloRules } from "../../src/slo/expand";
import { builtInTiers } from "../../src/slo/windows";
import { availability, context, database, latency } from "./slos";

const recordingsOf = (rules: SloRules) =>
  rules.recordings.flatMap(({ recordings }) => recordings);
const alertsOf = (rules: SloRules) =>
  rules.alerts.flatMap(({ alerts }) => alerts);
const exprOf = (slo: Slo, record: string): string | undefined =>
  recordingsOf(expandSlo(slo, context)).find((rule) => rule.record === record)
    ?.expr;
const alertOf = (slo: Slo, name: string) => {
  const alert = alertsOf(expandSlo(slo, context)).find(
    (rule) => rule.alert === name,
  );
  if (alert === undefined) throw new Error(`no alert ${name}`);
  return alert;
};

describe("recordings", () => {
  test("cover every window, the period, the budget and the thresholds", () => {
    const names = recordingsOf(expandSlo(availability, context)).map(
      ({ record }) => record,
    );
    expect(names).toEqual([
      "slo:sli_error:ratio_rate5m",
      "slo:sli_error:ratio_rate30m",
      "slo:sli_error:ratio_rate1h",
      "slo:sli_error:ratio_rate2h",
      "slo:sli_error:ratio_rate6h",
      "slo:objective:ratio",
      "slo:error_budget:ratio",
      "slo:time_period:days",
      "slo:burn_rate_threshold:ratio",
      "slo:burn_rate_threshold:ratio",
      "slo:burn_rate_threshold:ratio",
      "slo:burn_rate_threshold:ratio",
      "slo:current_burn_rate:ratio",
      "slo:sli_error:ratio_rate1d",
      "slo:sli_error:ratio_rate3d",
      "slo:sli_error:ratio_rate30d",
      "slo:sli_error:ratio_period",
      "slo:period_burn_rate:ratio",
      "slo:period_error_budget_remaining:ratio",
    ]);
  });

  test("carry the SLO's id, its service and its own labels", () => {
    const labelled = { ...availability, labels: { category: "availability" } };
    for (const { labels } of recordingsOf(expandSlo(labelled, context)))
      expect(labels).toMatchObject({
        slo: "api-availability",
        service: "api",
        category: "availability",
      });
  });

  test("count errors that never happened as none, and divide by no zero", () => {
    expect(exprOf(availability, "slo:sli_error:ratio_rate5m")).toBe(
      '(sum(rate(http_requests_total{job="api",status=~"5.."}[5m])) or 0 * sum(rate(http_requests_total{job="api"}[5m]))) / (sum(rate(http_requests_total{job="api"}[5m])) > 0)',
    );
  });

  test("take the good events from 1", () => {
    const good: Slo = {
      ...availability,
      sli: { kind: "events", total: "a(t[$window])", good: "a(g[$window])" },
    };
    expect(exprOf(good, "slo:sli_error:ratio_rate1h")).toBe(
      "1 - (a(g[1h]) or 0 * a(t[1h])) / (a(t[1h]) > 0)",
    );
  });

  test("put queries that are more than one call in parentheses", () => {
    const difference: Slo = {
      ...availability,
      sli: {
        kind: "events",
        total: "a(t[$window])",
        errors: "a(t[$window]) - a(g[$window])",
      },
    };
    expect(exprOf(difference, "slo:sli_error:ratio_rate1h")).toBe(
      "((a(t[1h]) - a(g[1h])) or 0 * a(t[1h])) / (a(t[1h]) > 0)",
    );
  });

  test("compare a bucket of a histogram with its count", () => {
    expect(exprOf(latency, "slo:sli_error:ratio_rate6h")).toBe(
      '1 - (sum(rate(http_request_duration_seconds_bucket{job="api",le="0.2"}[6h])) or 0 * sum(rate(http_request_duration_seconds_count{job="api"}[6h]))) / (sum(rate(http_request_duration_seconds_count{job="api"}[6h])) > 0)',
    );
  });

  test("leave a raw ratio as it is", () => {
    expect(exprOf(database, "slo:sli_error:ratio_rate3d")).toBe(
      '1 - avg(avg_over_time(pg_up{job="postgres"}[3d]))',
    );
  });

  test("weigh the period by events and give it a name that does not tell its length", () => {
    expect(exprOf(availability, "slo:sli_error:ratio_rate30d")).toContain(
      '{job="api",status=~"5.."}[30d]',
    );
    expect(exprOf(availability, "slo:sli_error:ratio_period")).toBe(
      'slo:sli_error:ratio_rate30d{slo="api-availability"}',
    );
    expect(
      exprOf({ ...availability, period: "7d" }, "slo:sli_error:ratio_period"),
    ).toBe('slo:sli_error:ratio_rate7d{slo="api-availability"}');
  });

  test("record a window once that is also the period", () => {
    const tiers = (builtInTiers("30d") ?? []).map((tier) => ({
      ...tier,
      budgetPercent: 100,
    }));
    const names = recordingsOf(
      expandSlo({ ...availability, period: "3d", tiers }, context),
    ).map(({ record }) => record);
    expect(
      names.filter((name) => name === "slo:sli_error:ratio_rate3d"),
    ).toHaveLength(1);
  });

  test("say how much history they need", () => {
    for (const { record, lookback } of recordingsOf(
      expandSlo(availability, context),
    )) {
      const window = /ratio_rate(\w+)$/.exec(record)?.[1];
      if (window !== undefined) expect(lookback).toBe(window);
    }
  });

  test("repeat long windows within what Prometheus remembers", () => {
    for (const { interval = "1m" } of expandSlo(availability, context)
      .recordings)
      expect(secondsIn(interval)).toBeLessThanOrEqual(150);
  });
});

describe("alerts", () => {
  test("have both windows above the same threshold", () => {
    expect(alertOf(availability, "ApiAvailabilityPageQuick").expr).toBe(
      'slo:sli_error:ratio_rate1h{slo="api-availability"} > (14.4 * 0.001)\nand\nslo:sli_error:ratio_rate5m{slo="api-availability"} > (14.4 * 0.001)',
    );
  });

  test("carry tier, severity, and how long a budget lasts", () => {
    expect(alertOf(availability, "ApiAvailabilityTicketQuick")).toMatchObject({
      severity: "warning",
      team: "backend",
      noData: "OK",
      lookback: "1d",
      labels: { slo: "api-availability", burn_tier: "ticket-quick" },
      annotations: { exhaustion: "10d" },
      description:
        "{{ $value | humanizePercentage }} of all events failed over the last 1d, and the last 2h are no better; the objective of 99.9% allows 0.1%. At 3 times that, a whole budget of 30d lasts 10d.",
    });
  });

  test.each([
    ["ApiAvailabilityPageQuick", "2d2h"],
    ["ApiAvailabilityPageSlow", "5d"],
    ["ApiAvailabilityTicketSlow", "30d"],
  ])("%s says that a budget lasts %s", (name, exhaustion) => {
    expect(alertOf(availability, name).annotations).toEqual({ exhaustion });
  });

  test("wait for a minimum of events", () => {
    const guarded = { ...availability, minimumRequests: 100 };
    expect(alertOf(guarded, "ApiAvailabilityPageSlow").expr).toMatch(
      /and\nslo:sli_events:count6h\{slo="api-availability"\} >= 100$/,
    );
    expect(exprOf(guarded, "slo:sli_events:count6h")).toBe(
      'sum(rate(http_requests_total{job="api"}[6h])) * 21600',
    );
    expect(exprOf(availability, "slo:sli_events:count6h")).toBeUndefined();
  });

  test("take counts as they are where total counts", () => {
    const counted: Slo = {
      ...availability,
      minimumRequests: 10,
      sli: {
        kind: "events",
        total: 'sum(count_over_time(up{job="rate(x)"}[$window]))',
        good: 'sum(sum_over_time(up{job="rate(x)"}[$window]))',
      },
    };
    expect(exprOf(counted, "slo:sli_events:count1h")).toBe(
      'sum(count_over_time(up{job="rate(x)"}[1h]))',
    );
  });

  test("use the names and pending periods of own tiers", () => {
    const own = {
      ...availability,
      tiers: (builtInTiers("30d") ?? []).slice(0, 1).map((tier) => ({
        ...tier,
        alert: "ErrorBudgetBurnRateFast",
        for: "2m" as const,
      })),
    };
    const names = alertsOf(expandSlo(own, context)).map(({ alert }) => alert);
    expect(names).toEqual([
      "ErrorBudgetBurnRateFast",
      "ApiAvailabilityMetricAbsent",
    ]);
    expect(alertOf(own, "ErrorBudgetBurnRateFast").for).toBe("2m");
  });

  test("link the panel that they are given, but for the one on missing metrics, which it does not show", () => {
    const panel = { dashboardUid: "d", panelId: 1, panelKey: "burn-rates" };
    const alerts = alertsOf(expandSlo(availability, { ...context, panel }));
    for (const { labels, panel: linked } of alerts)
      expect(linked).toEqual(
        labels?.burn_tier === undefined ? undefined : panel,
      );
    expect(alerts.filter(({ panel }) => panel !== undefined)).toHaveLength(4);
  });
});

describe("the alert on missing metrics", () => {
  test("looks at the events, so that no traffic is not no metrics", () => {
    expect(alertOf(availability, "ApiAvailabilityMetricAbsent")).toMatchObject({
      expr: 'absent(sum(rate(http_requests_total{job="api"}[5m])))',
      noData: "OK",
      severity: "critical",
    });
    expect(alertOf(latency, "ApiLatencyMetricAbsent").expr).toBe(
      'absent(sum(rate(http_request_duration_seconds_count{job="api"}[5m])))',
    );
  });

  /** factor × budget × long + for, two scrapes at least, up to the next minute; 10.4 min and 2.8 min are Pyrra's figures. */
  test.each([
    { objective: 99.9, period: "30d", scrape: "15s", wait: "1m" },
    { objective: 99, period: "30d", scrape: "15s", wait: "9m" },
    { objective: 99.9, period: "30d", scrape: "90s", wait: "3m" },
    { objective: 99.99, period: "28d", scrape: "15s", wait: "1m" },
  ] as const)(
    "waits $wait at $objective % and a scrape every $scrape",
    ({ objective, period, scrape, wait }) => {
      const rules = expandSlo(
        { ...availability, objective, period },
        { ...context, scrapeInterval: scrape },
      );
      expect(
        alertsOf(rules).find(({ alert }) => alert.endsWith("MetricAbsent"))
          ?.for,
      ).toBe(wait);
    },
  );

  test.each([
    { objective: 99, wait: "11m" },
    { objective: 99.9, wait: "3m" },
  ])("adds the pending period: $wait at $objective %", (row) => {
    const slo: Slo = {
      ...availability,
      objective: row.objective,
      period: "28d",
      tiers: [
        {
          tier: "page-quick",
          severity: "critical",
          budgetPercent: (14 * 100) / (28 * 24),
          long: "1h",
          short: "5m",
          for: "2m",
        },
      ],
    };
    expect(alertOf(slo, "ApiAvailabilityMetricAbsent").for).toBe(row.wait);
  });
});

describe("inhibitions", () => {
  test("let faster tiers silence slower ones of the same SLO", () => {
    const { inhibitions } = expandSlo(availability, context);
    expect(
      inhibitions.map(({ name, target }) => [name, target[1]?.value]),
    ).toEqual([
      ["slo-api-availability-page-quick", "page-slow|ticket-quick|ticket-slow"],
      ["slo-api-availability-page-slow", "ticket-quick|ticket-slow"],
      ["slo-api-availability-ticket-quick", "ticket-slow"],
    ]);
    for (const { equal, source } of inhibitions) {
      expect(equal).toEqual(["system", "slo"]);
      expect(source).toContainEqual({
        label: "slo",
        match: "=",
        value: "api-availability",
      });
    }
  });

  test("never silence what is more urgent", () => {
    const [quick, slow] = builtInTiers("30d") ?? [];
    if (quick === undefined || slow === undefined) throw new Error("no tiers");
    const tiers = [{ ...quick, severity: "warning" as const }, slow];
    expect(expandSlo({ ...availability, tiers }, context).inhibitions).toEqual(
      [],
    );
  });
});

test("expansion is the same every time", () => {
  expect(expandSlo(latency, context)).toEqual(expandSlo(latency, context));
});

test("rejects an SLO with all its problems at once", () => {
  expect(() =>
    expandSlo(
      { ...availability, objective: 100, period: "14d" },
      { ...context, retention: "7d" },
    ),
  ).toThrow(
    [
      'system "shop", SLO "api-availability" cannot be measured:',
      "- objective must be above 0 and below 100 percent, got 100; it leaves no error budget, so that the first failure would be a breach",
      "- a period of 14d has no built-in tiers; use one of 7d, 28d, 30d, or give tiers",
      "- the period of 14d is longer than the 7d for which metrics are kept; queries would cover less than they say. Shorten the period or keep more",
    ].join("\n"),
  );
});
