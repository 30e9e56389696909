import type { Metric } from "../../src/model/metric";
import type { BurnTier, Slo } from "../../src/model/slo";
import type { SloConditions } from "../../src/slo/problem";
import { sloProblems, sloSetProblems } from "../../src/slo/problems";
import { builtInPeriods } from "../../src/slo/windows";
import { availability, context, database, latency } from "./slos";

const pageQuick: BurnTier = {
  tier: "page-quick",
  severity: "critical",
  budgetPercent: 2,
  long: "1h",
  short: "5m",
};
const httpSeconds: Metric = {
  name: "http_seconds",
  type: "histogram",
  unit: "seconds",
  labels: ["service", "code"],
  buckets: [0.25, 0.5],
  help: "Durations of requests",
};
const events = { kind: "events" as const, total: "sum(rate(t[$window]))" };

interface Case {
  readonly what: string;
  readonly slo: Partial<Slo>;
  readonly where?: Partial<SloConditions>;
  readonly messages: readonly string[];
}

const problemsOf = ({ slo, where }: Case, level: "error" | "warning") =>
  sloProblems({ ...availability, ...slo }, { ...context, ...where })
    .filter((problem) => problem.level === level)
    .map(({ message }) => message);

test.each(builtInPeriods)("finds nothing wrong over %s", (period) => {
  for (const slo of [availability, latency, database])
    expect(sloProblems({ ...slo, period }, context)).toEqual([]);
});

const errors: readonly Case[] = [
  {
    what: "an id that is no label value of ours",
    slo: { id: "API availability" },
    messages: [
      'id must be kebab-case, such as "api-availability", got "API availability"',
    ],
  },
  {
    what: "an objective of 0",
    slo: { objective: 0 },
    messages: ["objective must be above 0 and below 100 percent, got 0"],
  },
  {
    what: "an objective that is no number",
    slo: { objective: Number.NaN },
    messages: ["objective must be above 0 and below 100 percent, got NaN"],
  },
  {
    what: "an objective that is a fraction, with the built-in tiers too",
    slo: { objective: 0.999 },
    messages: ["objective must be in percent, got 0.999; write 99.9"],
  },
  {
    what: "a bound between two buckets",
    slo: {
      sli: { kind: "latency", histogram: "http_seconds", le: 0.3 },
    },
    where: { metrics: [httpSeconds] },
    messages: [
      "le must be the bound of a bucket of http_seconds (0.25, 0.5), got 0.3: without one, every request counts as a bad one",
    ],
  },
  {
    what: "good events with a label that the total lacks",
    slo: {
      sli: {
        kind: "events",
        total: "sum by (service) (rate(http_seconds_count[$window]))",
        good: "sum by (service, code) (rate(http_seconds_count{service='a'}[$window]))",
      },
    },
    where: { metrics: [httpSeconds] },
    messages: [
      "good has the label code, which total lacks: its series match none of total, so that all events count as bad ones; aggregate both by the same labels",
    ],
  },
  {
    what: "an objective that leaves no budget",
    slo: { objective: 100 },
    messages: [
      "objective must be above 0 and below 100 percent, got 100; it leaves no error budget, so that the first failure would be a breach",
    ],
  },
  {
    what: "tiers that can never fire",
    slo: { objective: 90, tiers: [{ ...pageQuick, budgetPercent: 20 }] },
    messages: [
      'tier "page-quick" can never fire: it wants 144 × 0.1 = 1440% of events to fail; the objective must be above 99.31% for this factor, or give tiers with smaller ones',
    ],
  },
  {
    what: "the first objective at which the built-in quick page can never fire",
    slo: { objective: 93.05 },
    messages: [
      'tier "page-quick" can never fire: it wants 14.4 × 0.0695 = 100.08% of events to fail; the objective must be above 93.06% for this factor, or give tiers with smaller ones',
    ],
  },
  {
    what: "a factor below 1",
    slo: {
      period: "28d",
      tiers: [{ ...pageQuick, budgetPercent: 10, long: "3d", short: "6h" }],
    },
    messages: [
      'tier "page-quick": 10% of the budget in 3d of 28d is a factor of 0.933333333333, which fires while the objective is met; raise budgetPercent to at least 10.7142857143',
    ],
  },
  {
    what: "a window that has no two samples",
    slo: { tiers: [{ ...pageQuick, short: "1m" }] },
    where: { scrapeInterval: "1m" },
    messages: [
      'tier "page-quick": short must be at least two scrape intervals of 1m, or a rate has no two samples, got 1m',
    ],
  },
  {
    what: "windows in the wrong order",
    slo: { tiers: [{ ...pageQuick, short: "60m" }] },
    messages: [
      'tier "page-quick": short must be shorter than long (usually a twelfth), got 60m and 1h',
    ],
  },
  {
    what: "a window longer than the period",
    slo: {
      period: "2d",
      tiers: [{ ...pageQuick, long: "3d", budgetPercent: 100 }],
    },
    messages: [
      'tier "page-quick": long must not be longer than the period of 2d, got 3d',
      'tier "page-quick": 100% of the budget in 3d of 2d is a factor of 0.666666666667, which fires while the objective is met; raise budgetPercent to at least 150',
    ],
  },
  {
    what: "a period and a window beyond the retention",
    slo: { tiers: [{ ...pageQuick, long: "3d", budgetPercent: 20 }] },
    where: { retention: "2d" },
    messages: [
      "the period of 30d is longer than the 2d for which metrics are kept; queries would cover less than they say. Shorten the period or keep more",
      'tier "page-quick": long must not be longer than the 2d for which metrics are kept, got 3d',
    ],
  },
  {
    what: "a period without tiers",
    slo: { period: "21d" },
    messages: [
      "a period of 21d has no built-in tiers; use one of 7d, 28d, 30d, or give tiers",
    ],
  },
  {
    what: "no tiers at all",
    slo: { tiers: [] },
    messages: [
      "tiers is empty, so that nobody would be told; give at least one tier, or leave tiers out",
    ],
  },
  {
    what: "a share of the budget that is none",
    slo: { tiers: [{ ...pageQuick, budgetPercent: 0 }] },
    messages: [
      'tier "page-quick": budgetPercent must be above 0 and at most 100, got 0',
    ],
  },
  {
    what: "two tiers of one name",
    slo: {
      tiers: [
        pageQuick,
        { ...pageQuick, long: "2h", short: "10m", budgetPercent: 3 },
      ],
    },
    messages: [
      'two tiers are called "page-quick"; the label burn_tier must tell them apart',
      "two alerts are called ApiAvailabilityPageQuick; give one of the tiers a name of its own (alert)",
    ],
  },
  {
    what: "a tier that takes the name of the absent alert",
    slo: { tiers: [{ ...pageQuick, alert: "ApiAvailabilityMetricAbsent" }] },
    messages: [
      "two alerts are called ApiAvailabilityMetricAbsent; give one of the tiers a name of its own (alert)",
    ],
  },
  {
    what: "names in the wrong case",
    slo: { tiers: [{ ...pageQuick, tier: "Page Quick", alert: "page-quick" }] },
    messages: [
      'tier must be kebab-case, got "Page Quick"',
      'tier "Page Quick": alert must be CamelCase, got "page-quick"',
    ],
  },
  {
    what: "durations that are none",
    slo: {
      period: "a month" as "30d",
      tiers: [{ ...pageQuick, short: "0m", for: "2 m" }],
    },
    messages: [
      'period must be a whole number above 0 and one of s, m, h, d, w, such as "5m", got "a month"',
      'tier "page-quick": short must be a whole number above 0 and one of s, m, h, d, w, such as "5m", got "0m"',
      'tier "page-quick": for must be a whole number above 0 and one of s, m, h, d, w, such as "5m", got "2 m"',
    ],
  },
  {
    what: "one query for errors and total",
    slo: { sli: { ...events, errors: "sum( rate(t[$window]) )" } },
    messages: [
      "errors and total are the same query, so that the error ratio never changes; tell the events apart in errors",
    ],
  },
  {
    what: "queries without a range of their own",
    slo: { sli: { kind: "events", total: "count(pg_up)", good: "sum(up)" } },
    messages: [
      "total must hold $window where its range belongs, such as sum(rate(http_requests_total[$window])), got count(pg_up)",
      "good must hold $window where its range belongs, such as sum(rate(http_requests_total[$window])), got sum(up)",
    ],
  },
  {
    what: "the window variable of Sloth",
    slo: { sli: { kind: "raw", errorRatio: "avg_over_time(x[{{.window}}])" } },
    messages: [
      "errorRatio holds {{.window}}, which is how Sloth writes it; write $window",
    ],
  },
  {
    what: "a histogram that is a series of one, and a bound that is none",
    slo: {
      sli: {
        kind: "latency",
        histogram: "x_seconds_bucket",
        le: 0,
        selector: 'le="0.2"',
      },
    },
    messages: [
      "le must be the bound of a bucket, a finite number above 0, got 0",
      'histogram must be the name without _bucket, _count or _sum, got "x_seconds_bucket"',
      "selector must not match le; set le instead",
    ],
  },
  {
    what: "a minimum of events that nobody counts",
    slo: { minimumRequests: 10, sli: database.sli },
    messages: [
      "minimumRequests needs events to count, which a raw SLI does not have; use an SLI of kind events, or leave it out",
    ],
  },
  {
    what: "a minimum of events of unknown unit",
    slo: {
      minimumRequests: 10,
      sli: { kind: "events", total: "t[$window]", errors: "e[$window]" },
    },
    messages: [
      "minimumRequests cannot count the events of total, which must use either rate or one of increase, count_over_time, sum_over_time",
    ],
  },
  {
    what: "less than no events",
    slo: { minimumRequests: -1 },
    messages: [
      "minimumRequests must be a number of events of at least 0, got -1",
    ],
  },
  {
    what: "labels that expansion sets",
    slo: { labels: { slo: "other", category: "x" } },
    messages: ["labels must not set slo, which is set from the SLO; remove it"],
  },
];

test.each(errors)("rejects $what", (row) => {
  expect(problemsOf(row, "error")).toEqual(row.messages);
});

const warnings: readonly Case[] = [
  {
    what: "errors by a label that may be there, and that the total lacks",
    slo: {
      sli: { ...events, errors: "sum by (code) (rate(e[$window]))" },
    },
    messages: [
      "errors has the label code, which total lacks: its series match none of total, so that all events count as good ones; aggregate both by the same labels",
    ],
  },
  {
    what: "traffic at which one failure pages",
    slo: { tiers: [pageQuick] },
    where: { requestsPerHour: 50 },
    messages: [
      'tier "page-quick": one failure fires, for 1h holds about 50 events and it takes 70; set minimumRequests to 70, or measure over a longer window',
    ],
  },
  {
    what: "a minimum that one failure passes",
    slo: { tiers: [pageQuick], minimumRequests: 20 },
    messages: [
      'tier "page-quick": minimumRequests of 20 still lets one failure fire; 70 in 1h would not',
    ],
  },
  {
    what: "a page that is late in a total outage",
    slo: {
      objective: 94,
      period: "30d",
      tiers: [{ ...pageQuick, long: "2h", short: "10m", budgetPercent: 4 }],
    },
    messages: [
      'tier "page-quick" pages 104 minutes into a total outage; add an alert on the outage itself, or a tier with a shorter window',
    ],
  },
  {
    what: "a ratio that is a comparison",
    slo: {
      sli: {
        kind: "raw",
        errorRatio:
          'histogram_quantile(0.95, sum by (le) (rate(x_bucket{a="(<"}[$window]))) < 0.2',
      },
    },
    messages: [
      "errorRatio compares without bool: it gives a value or nothing instead of a ratio between 0 and 1",
    ],
  },
];

test.each(warnings)("warns of $what", (row) => {
  expect(problemsOf(row, "warning")).toEqual(row.messages);
});

test("says nothing of a comparison that gives 0 or 1, or that lies within a call", () => {
  const raw = (errorRatio: string): Case => ({
    what: "",
    slo: { sli: { kind: "raw", errorRatio } },
    messages: [],
  });
  for (const query of [
    "avg_over_time(x[$window]) > bool 3",
    "sum(avg_over_time(x[$window]) > 3) / count(x)",
  ])
    expect(problemsOf(raw(query), "warning")).toEqual([]);
});

describe("SLOs of one system", () => {
  test("may be many", () => {
    expect(sloSetProblems([availability, latency, database])).toEqual([]);
  });

  test("rejects two of one id, once", () => {
    expect(sloSetProblems([availability, availability])).toEqual([
      {
        level: "error",
        rule: "duplicate-slo",
        message:
          'two SLOs have the id "api-availability"; ids must be unique in a system, because recorded series differ in the label slo only',
      },
    ]);
  });

  test("rejects alerts of one name in two SLOs", () => {
    const tiers = [{ ...pageQuick, alert: "BurnFast" }];
    expect(
      sloSetProblems([
        { ...availability, tiers },
        { ...latency, tiers },
      ]).map(({ message }) => message),
    ).toEqual([
      "two alerts are called BurnFast; give one of the tiers a name of its own (alert)",
    ]);
  });
});
