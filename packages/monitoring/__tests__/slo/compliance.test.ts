import {
  complianceOf,
  recommendationOf,
  reportJson,
  reportMarkdown,
  type Measurement,
} from "../../src/slo/compliance";
import { enforce, enforcementText } from "../../src/slo/enforcement";
import { simulateIncidents } from "../../src/slo/incident-simulation";

const measured = (errorRatio: number | undefined): Measurement => ({
  system: "shop",
  id: "api-availability",
  name: "API availability",
  objective: 99.9,
  errorRatio,
});
const at = (actual: number) => complianceOf(measured((100 - actual) / 100), 30);

test.each([
  { actual: 100, consumed: 0, remaining: 100, status: "Met", level: "healthy" },
  {
    actual: 99.95,
    consumed: 50,
    remaining: 50,
    status: "Met",
    level: "warning",
  },
  {
    actual: 99.925,
    consumed: 75,
    remaining: 25,
    status: "Met",
    level: "warning",
  },
  {
    actual: 99.91,
    consumed: 90,
    remaining: 10,
    status: "At Risk",
    level: "critical",
  },
  {
    actual: 99.9,
    consumed: 100,
    remaining: 0,
    status: "At Risk",
    level: "exhausted",
  },
  {
    actual: 99.87,
    consumed: 130,
    remaining: -30,
    status: "Violated",
    level: "exhausted",
  },
])("$actual % of 99.9 % is $status, with $remaining % left", (row) => {
  const { actual, ...expected } = row;
  expect(at(actual)).toMatchObject({ ...expected, actual });
});

test("downtime is what a total outage would have lasted", () => {
  expect(at(99.87).downtimeMinutes).toBe(56.16);
});

test.each([undefined, Number.NaN])("%s is no data, not a number", (ratio) => {
  expect(complianceOf(measured(ratio), 30)).toEqual({
    system: "shop",
    id: "api-availability",
    name: "API availability",
    target: 99.9,
    status: "No data",
  });
});

test.each([
  [99.99, undefined],
  [99.95, "API availability: Error budget warning. Reduce release frequency."],
  [99.91, "API availability: Error budget critical. Implement code freeze."],
])("at %d %% recommends %s", (actual, text) => {
  expect(recommendationOf(at(actual))).toBe(text);
});

const report = {
  period: "30 days",
  generatedAt: "2026-01-31T00:00:00.000Z",
  slos: [
    at(99.87),
    { ...complianceOf(measured(undefined), 30), id: "api-latency" },
  ],
};

test("the report for people has summary and recommendations", () => {
  expect(reportMarkdown(report)).toBe(
    `# SLO Report

Period: 30 days

Generated: 2026-01-31T00:00:00.000Z

## Summary

| SLO | Target | Actual | Status | Budget Used | Budget Remaining | Downtime |
| --- | --- | --- | --- | --- | --- | --- |
| shop: API availability | 99.9 % | 99.8700 % | Violated | 130.00 % | -30.00 % | 56.2 min |
| shop: API availability | 99.9 % | – | No data | – | – | – |

## Recommendations

- API availability: Error budget critical. Implement code freeze.
- API availability: No data. Check that the metrics are scraped and the rules are loaded.
`,
  );
});

test("the report for programs has the same numbers", () => {
  expect(JSON.parse(reportJson(report))).toEqual({
    period: "30 days",
    generated_at: "2026-01-31T00:00:00.000Z",
    slos: {
      "shop/api-availability": {
        name: "API availability",
        target: 99.9,
        actual: 99.87,
        status: "Violated",
        error_budget_consumed: 130,
        error_budget_remaining: -30,
        downtime_minutes: 56.16,
      },
      "shop/api-latency": {
        name: "API availability",
        target: 99.9,
        actual: null,
        status: "No data",
        error_budget_consumed: null,
        error_budget_remaining: null,
        downtime_minutes: null,
      },
    },
  });
});

describe("enforcement", () => {
  test.each([
    { actuals: [100], exitCode: 0 },
    { actuals: [100, 99.95], exitCode: 1 },
    { actuals: [99.91, 99.95], exitCode: 2 },
    { actuals: [100, 99.87], exitCode: 3 },
  ])("exits with $exitCode at $actuals %", ({ actuals, exitCode }) => {
    expect(enforce(actuals.map(at)).exitCode).toBe(exitCode);
  });

  test("exits with 4 when anything is not known, or nothing is measured", () => {
    expect(
      enforce([at(100), complianceOf(measured(undefined), 30)]),
    ).toMatchObject({ exitCode: 4, level: "healthy" });
    expect(enforce([])).toMatchObject({ exitCode: 4, level: undefined });
    expect(enforcementText(enforce([]))).toContain(
      "Could not retrieve error budget data",
    );
  });

  test("says what the worst level demands, and who is notified of it", () => {
    expect(enforcementText(enforce([at(100), at(99.95), at(99.87)]))).toBe(
      `shop/api-availability: -30.00 % remaining (EXHAUSTED), tell the VP Engineering
shop/api-availability: 50.00 % remaining (WARNING), tell the Team Lead
EXHAUSTED: Error budget exhausted! Complete code freeze in effect.
Allowed: complete code freeze: critical bug fixes only; incident response
Required: approval by the VP Engineering for any change; a full post-mortem of the exhaustion; a recovery plan before features resume; daily updates to executives
Do: declare an incident; mobilise the whole team; tell customers; analyse the root cause; plan recovery over several weeks
Branch protection: 4 approvals, stale reviews dismissed, review by code owners, status check vp-approval
`,
    );
  });
});

describe("incidents", () => {
  const scenario = {
    objective: 99.9,
    requestsPerDay: 10_000_000,
    incidents: [
      { name: "Database Outage", durationMinutes: 30, failureRate: 1 },
      { name: "High Latency Event", durationMinutes: 120, failureRate: 0.2 },
      {
        name: "Partial Service Degradation",
        durationMinutes: 60,
        failureRate: 0.5,
      },
    ],
  };

  test("spend what they spend", () => {
    const outcome = simulateIncidents(scenario);
    expect(outcome).toMatchObject({
      totalRequests: 300_000_000,
      allowedFailures: 300_000,
      met: false,
    });
    expect(Math.round(outcome.failures)).toBe(583_333);
    expect(outcome.actualPercent).toBeCloseTo(99.8056, 4);
    expect(outcome.consumedPercent).toBeCloseTo(194.4, 1);
  });

  test("rejects what cannot be, all at once", () => {
    expect(() =>
      simulateIncidents({
        objective: 100,
        requestsPerDay: 0,
        days: 0,
        incidents: [{ name: "x", durationMinutes: -1, failureRate: 20 }],
      }),
    ).toThrow(
      [
        "objective must be above 0 and below 100 percent, got 100",
        "requestsPerDay must be above 0, got 0",
        "days must be above 0, got 0",
        'incident "x": durationMinutes must be 0 or more, got -1',
        'incident "x": failureRate must be between 0 and 1, got 20',
      ].join("\n"),
    );
  });
});
