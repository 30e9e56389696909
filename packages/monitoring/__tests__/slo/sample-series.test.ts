import type { Sli } from "../../src/model/slo";
import { sampleSeriesOf } from "../../src/slo/sample-series";
import { availability } from "./slos";

const samples = (sli: Sli) => sampleSeriesOf({ ...availability, sli });

test("finds a value for each kind of event", () => {
  expect(samples(availability.sli)).toEqual([
    {
      metric: "http_requests_total",
      labels: { job: "api", status: "500" },
      counts: "bad",
    },
    {
      metric: "http_requests_total",
      labels: { job: "api", status: "200" },
      counts: "good",
    },
  ]);
});

test.each([
  ['t{status!~"5.."}', "200", "500"],
  ['t{status="success"}', "success", "200"],
  ['t{status!~"(5..|429)"}', "200", "500"],
  ['t{status=~"2..|3.."}', "200", "500"],
])("tells good and bad apart by %s", (good, inside, outside) => {
  const found = samples({
    kind: "events",
    total: "sum(rate(t[$window]))",
    good: `sum(rate(${good.replace("}", "}[$window]")}))`,
  });
  const status = (counts: string) =>
    found.find((one) => one.counts === counts)?.labels.status;
  expect([status("good"), status("bad")]).toEqual([inside, outside]);
});

test("knows metrics that count bad events only", () => {
  expect(
    samples({
      kind: "events",
      total: "sum(rate(requests_total[$window]))",
      errors: "sum(rate(failures_total[$window]))",
    }).map(({ metric, counts }) => [metric, counts]),
  ).toEqual([
    ["failures_total", "bad"],
    ["requests_total", "all"],
  ]);
});

test("knows a histogram", () => {
  expect(
    samples({
      kind: "latency",
      histogram: "x_seconds",
      le: 0.2,
      selector: 'job=~"api|web"',
    }),
  ).toEqual([
    {
      metric: "x_seconds_bucket",
      labels: { job: "api", le: "0.2" },
      counts: "good",
    },
    {
      metric: "x_seconds_bucket",
      labels: { job: "api", le: "+Inf" },
      counts: "all",
    },
    { metric: "x_seconds_count", labels: { job: "api" }, counts: "all" },
  ]);
});

test("knows a gauge of 0 and 1", () => {
  const state = [{ metric: "up", labels: { job: "db" }, counts: "state" }];
  expect(
    samples({
      kind: "raw",
      errorRatio: '1 - avg(avg_over_time(up{job="db"}[$window]))',
    }),
  ).toEqual(state);
  expect(
    samples({
      kind: "events",
      total: 'sum(count_over_time(up{job="db"}[$window]))',
      good: 'sum(sum_over_time(up{job="db"}[$window]))',
    }),
  ).toEqual(state);
});

test.each<[string, Sli, string]>([
  [
    "queries that select the same",
    {
      kind: "events",
      total: 'sum(rate(t{a="1"}[$window]))',
      errors: 'sum(rate(t{a="1"}[$window])) > 3',
    },
    "both queries select the same series",
  ],
  [
    "more than one metric",
    { kind: "events", total: "sum(a[$window]) + sum(b[$window])", good: "c" },
    "a query must read one metric by one selector, got sum(a[$window]) + sum(b[$window])",
  ],
  [
    "a ratio that is computed otherwise",
    { kind: "raw", errorRatio: "max_over_time(x[$window])" },
    "a raw ratio is understood as 1 - avg_over_time(…) only",
  ],
  [
    "a pattern that is too clever",
    {
      kind: "events",
      total: "sum(rate(t[$window]))",
      good: 'sum(rate(t{a=~"(x{2}y){3}"}[$window]))',
    },
    'no value found for the label a that =~"(x{2}y){3}" allow',
  ],
])("rejects %s", (_, sli, message) => {
  expect(() => samples(sli)).toThrow(
    `SLO "api-availability": cannot tell which series count good and bad events: ${message}; give the series`,
  );
});
