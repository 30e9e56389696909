import fc from "fast-check";
import { checkSemantics } from "../../../../src/queries/promql/semantics/check-semantics";
import type {
  SemanticCheckId,
  SemanticContext,
} from "../../../../src/queries/promql/semantics/context";
import { runs } from "../../../property-runs";
import { query } from "../arbitrary-query";
import { validQueries } from "../valid-queries";
import { context } from "./catalogue";

type Row = readonly [expr: string, message: string, place: string];

/** Queries that each check must find, with a part of the message and the text that it points at. */
const found: Readonly<Record<SemanticCheckId, readonly Row[]>> = {
  "promql/counter-without-rate": [
    [
      "http_requests_total",
      "http_requests_total is a counter",
      "http_requests_total",
    ],
    [
      "sum by (job) (http_requests_total{code='500'})",
      "is a counter",
      "http_requests_total{code='500'}",
    ],
    ["http_requests_total > 5", "is a counter", "http_requests_total"],
    [
      "http_duration_seconds_count",
      "is a counter",
      "http_duration_seconds_count",
    ],
    [
      "avg_over_time(http_requests_total[5m])",
      "is a counter",
      "http_requests_total",
    ],
    [
      "histogram_quantile(0.9, sum by (le) (http_duration_seconds_bucket))",
      "is a counter",
      "http_duration_seconds_bucket",
    ],
    [
      "http_requests_total and memory_bytes",
      "is a counter",
      "http_requests_total",
    ],
  ],
  "promql/rate-of-gauge": [
    [
      "rate(memory_bytes[5m])",
      "memory_bytes is a gauge, rate needs a counter; use deriv",
      "rate(memory_bytes[5m])",
    ],
    [
      "sum(increase(queue_length[1h] offset 1d))",
      "use delta",
      "increase(queue_length[1h] offset 1d)",
    ],
    ["irate(up[5m])", "up is a gauge", "irate(up[5m])"],
  ],
  "promql/rate-of-aggregation": [
    [
      "rate(sum(http_requests_total)[5m:1m])",
      "sees no restart",
      "rate(sum(http_requests_total)[5m:1m])",
    ],
    [
      "increase((sum by (job) (http_requests_total))[1h:] offset 1d)",
      "aggregate the rates",
      "increase((sum by (job) (http_requests_total))[1h:] offset 1d)",
    ],
  ],
  "promql/quantile-without-le": [
    [
      "histogram_quantile(0.9, sum(rate(http_duration_seconds_bucket[5m])))",
      "needs the label le, which is aggregated away",
      "sum(rate(http_duration_seconds_bucket[5m]))",
    ],
    [
      "histogram_quantile(0.9, sum by (job) (rate(unknown_bucket[5m])))",
      "write sum by (le, …)",
      "sum by (job) (rate(unknown_bucket[5m]))",
    ],
    [
      "histogram_quantile(0.9, sum without (le) (rate(http_duration_seconds_bucket[5m])))",
      "aggregated away",
      "sum without (le) (rate(http_duration_seconds_bucket[5m]))",
    ],
    [
      "histogram_quantile(0.9, rate(http_duration_seconds_count[5m]))",
      "http_duration_seconds_count has none",
      "rate(http_duration_seconds_count[5m])",
    ],
    [
      "histogram_fraction(0, 1, rate(http_requests_total[5m]))",
      "http_requests_total has none",
      "rate(http_requests_total[5m])",
    ],
  ],
  "promql/dropped-label": [
    [
      "sum by (job) (rate(http_requests_total[5m]))",
      "the label code is used, but the result has only job",
      "(job)",
    ],
    [
      "sum(rate(http_requests_total[5m])) > 5",
      "the result has only no labels",
      "sum(rate(http_requests_total[5m]))",
    ],
    [
      "sum without (code) (rate(http_requests_total[5m]))",
      "the label code is used",
      "(code)",
    ],
    [
      "histogram_quantile(0.9, sum by (le, job) (rate(http_duration_seconds_bucket[5m])))",
      "has only job",
      "histogram_quantile(0.9, sum by (le, job) (rate(http_duration_seconds_bucket[5m])))",
    ],
    [
      "job:http_requests:rate5m",
      "has only job, tier",
      "job:http_requests:rate5m",
    ],
    [
      "absent(http_requests_total{job='a'})",
      "has only job",
      "absent(http_requests_total{job='a'})",
    ],
  ],
  "promql/join-cannot-match": [
    [
      "rate(http_requests_total[5m]) / memory_bytes",
      "the left side has the label method, the right side does not",
      "/",
    ],
    [
      "sum(up) / sum by (job) (up)",
      "the right side has the label job, the left side does not",
      "/",
    ],
    [
      "memory_bytes and on (version) build_info",
      "the right side has the label version",
      "and",
    ],
    [
      "up{job='a'} * on (job) up{job='b'}",
      'the label job is "a" on the left and "b" on the right',
      "*",
    ],
    [
      "memory_bytes * ignoring (version) group_left sum by (job, version) (build_info)",
      "the left side has the label instance",
      "*",
    ],
    [
      "sum(rate(http_errors_total[5m])) unless job:http_requests:rate5m",
      "never match",
      "unless",
    ],
  ],
  "promql/many-to-many": [
    [
      "sum by (instance) (queue_length) / on (instance) queue_length",
      "the right side of / must be one series for each match, but may be several that differ in queue",
      "/",
    ],
    [
      "memory_bytes * on (instance) disk_used_ratio > 5",
      "the right side of * must be one series",
      "*",
    ],
    [
      "rate(http_errors_total[5m]) / ignoring (code) rate(http_requests_total[5m])",
      "differ in code",
      "/",
    ],
    [
      "rate(http_requests_total[5m]) / on (instance) group_left () rate(http_errors_total[5m])",
      "the right side of / must be one series for each match, but may be several that differ in method",
      "/",
    ],
    [
      "rate(http_errors_total[5m]) > on (instance, job, system) group_right () rate(http_requests_total[5m])",
      "the left side of > must be one series",
      ">",
    ],
  ],
  "promql/impossible-comparison": [
    ["disk_used_ratio > 90", "0 to 1 > 90", ">"],
    ["disk_used_percent >= 101", "0 to 100 >= 101", ">="],
    ["rate(http_requests_total[5m]) < 0", "at least 0 < 0", "<"],
    ["count(up) == 0", "at least 1 == 0", "=="],
    ["up == 2", "0 to 1 == 2", "=="],
    ["1 - avg(disk_used_ratio) > 1", "0 to 1 > 1", ">"],
    ["absent(up) != 1", "1 != 1", "!="],
    [
      "histogram_quantile(0.99, sum by (le) (rate(http_duration_seconds_bucket[5m]))) > 10",
      "0 to 10 > 10",
      ">",
    ],
    ["sum(up == bool 1) < 0", "at least 0 < 0", "<"],
    ["quantile(0.5, disk_used_ratio) * 100 > 100", "0 to 100 > 100", ">"],
    ["clamp_max(queue_length, 5) > 10", "at most 5 > 10", ">"],
    ["0 < queue_length == 0", "more than 0 == 0", "=="],
    ["5 < queue_length < 3", "more than 5 < 3", "<"],
    [
      "(100 > queue_length >= 3) * 2 > 200",
      "at least 6 and less than 200 > 200",
      ">",
    ],
  ],
  "promql/always-true-comparison": [
    ["rate(http_requests_total[5m]) >= 0", "at least 0 >= 0", ">="],
    ["disk_used_ratio < 50", "0 to 1 < 50", "<"],
    ["count(up) > 0", "at least 1 > 0", ">"],
    ["up != 5", "0 to 1 != 5", "!="],
    ["vector(1) == 1", "1 == 1", "=="],
    ["disk_used_ratio <= bool 1", "0 to 1 <= 1", "<="],
    ["rate(http_requests_total[5m] offset 1h) >= 0", "at least 0 >= 0", ">="],
  ],
  "promql/division-by-zero": [
    ["memory_bytes / 0", "the right side of / is always 0", "0"],
    [
      "memory_bytes % vector(0)",
      "the right side of % is always 0",
      "vector(0)",
    ],
    ["up / (1 - 1)", "always 0", "(1 - 1)"],
  ],
  "promql/range-too-short": [
    [
      "rate(http_requests_total[20s])",
      "needs two samples, 20s holds fewer at one every 15s; use at least 30s",
      "20s",
    ],
    [
      "sum(increase(http_requests_total[15s] offset 1h))",
      "use at least 30s",
      "15s",
    ],
    ["deriv(memory_bytes[5m:4m])", "one every 240s", "5m"],
    [
      "rate(http_requests_total[$__interval])",
      "use $__rate_interval",
      "$__interval",
    ],
  ],
  "promql/range-beyond-retention": [
    [
      "increase(http_requests_total[40d])",
      "40 days back, data is kept for 30 days",
      "http_requests_total[40d]",
    ],
    [
      "rate(http_requests_total[1h] offset 5w)",
      "35 days back",
      "http_requests_total[1h] offset 5w",
    ],
    [
      "max_over_time(rate(http_requests_total[1d])[30d:1h] offset 12h)",
      "31.5 days back",
      "http_requests_total[1d])[30d:1h]",
    ],
  ],
  "promql/unit-mismatch": [
    [
      "memory_bytes - queue_length",
      "the left side of - is in bytes, the right side in jobs",
      "-",
    ],
    [
      "sum(memory_bytes) > sum(queue_length)",
      "in bytes, the right side in jobs",
      ">",
    ],
    [
      "rate(http_requests_total[5m]) > http_requests_total",
      "in requests/s, the right side in requests",
      ">",
    ],
    [
      "disk_used_ratio > disk_used_percent",
      "in ratio, the right side in percent",
      ">",
    ],
    [
      "histogram_quantile(0.9, rate(http_duration_seconds_bucket[5m])) + queue_length",
      "in seconds, the right side in jobs",
      "+",
    ],
    [
      "rate(http_duration_seconds_sum[5m]) == queue_length",
      "in ratio, the right side in jobs",
      "==",
    ],
  ],
  "promql/unknown-metric": [
    [
      "http_request_total",
      "did you mean http_requests_total?",
      "http_request_total",
    ],
    [
      "rate(nothing_like_it{a='b'}[5m])",
      "add it to the catalogue",
      "nothing_like_it{a='b'}",
    ],
    ["http_duration", "did you mean http_duration_seconds", "http_duration"],
    [
      "memory_bytes_bucket",
      "no exporter, system or recording rule has a metric",
      "memory_bytes_bucket",
    ],
  ],
  "promql/unknown-label": [
    [
      "memory_bytes{method='x'}",
      "memory_bytes has no label method, only instance, job, system",
      "method='x'",
    ],
    [
      "sum by (path) (rate(http_requests_total[5m]))",
      "no series here has the label path",
      "(path)",
    ],
    [
      "sum by (code) (sum by (job) (rate(http_requests_total[5m])))",
      "no series here has the label code",
      "(code)",
    ],
    ["http_duration_seconds_count{le='1'} > 0", "has no label le", "le='1'"],
    [
      "memory_bytes / on (path) memory_limit_bytes",
      "has the label path",
      "(path)",
    ],
    [
      "memory_bytes * on (job) group_left (path) build_info",
      "has the label path",
      "(path)",
    ],
  ],
};

/** Queries about which no check has anything to say. */
const quiet: readonly string[] = [
  "sum by (code) (rate(http_requests_total[5m]))",
  "increase(http_requests_total{code=~'5..'}[1h])",
  "count(http_requests_total)",
  "absent(http_requests_total)",
  "changes(http_requests_total[1h]) > 0",
  "up unless on (job) http_requests_total",
  "http_requests_total - http_requests_total offset 1h",
  "up and on (job) http_requests_total",
  "histogram_quantile(0.9, sum by (le, method) (rate(http_duration_seconds_bucket[5m])))",
  "histogram_quantile(0.9, sum(rate(http_duration_seconds[5m])))",
  "histogram_quantile(0.9, rate(http_duration_seconds_bucket[5m])) > 5",
  "rpc_seconds{quantile='0.9'} > 0.5",
  "deriv(memory_bytes[5m]) + delta(memory_limit_bytes[5m]) * 0",
  "max_over_time(sum(rate(http_requests_total[5m]))[1h:])",
  "rate(http_requests_total[5m:1m])",
  "memory_bytes / memory_limit_bytes > 0.9",
  "sum by (job) (rate(http_errors_total[5m])) / sum by (job) (rate(http_requests_total[5m])) >= 0",
  "rate(http_errors_total[5m]) / ignoring (code) group_left sum without (code) (rate(http_requests_total[5m]))",
  "memory_bytes * on (instance) group_left (version) build_info",
  "time() - last_backup_seconds > 86400",
  "time() - 3600 > last_backup_seconds",
  "last_backup_seconds + memory_bytes * 0",
  "1 - avg by (instance) (rate(cpu_seconds_total{mode='idle'}[5m])) > 0.9",
  "disk_used_ratio * 100 > 90",
  "avg(disk_used_ratio) == 1",
  "count(up == 0) > 1",
  "count(up == 0) > 0",
  "sum(queue_length > 5) > 0",
  "absent(up) == 1",
  "3 <= queue_length < 20",
  "5 < queue_length > 20",
  "20 > queue_length == 10",
  "(100 > queue_length) * 2 > 150",
  "clamp(queue_length, 0, disk_used_ratio) > 0.5",
  "increase(clamp_min(queue_length, 0)[5m:1m]) >= 0",
  "5 / clamp_max(queue_length, 0) >= 0",
  "quantile(2, disk_used_ratio) > 1",
  "histogram_quantile(1.5, sum by (le) (rate(http_duration_seconds_bucket[5m]))) > 10",
  "up == 0",
  "sum(up) < 3",
  "memory_bytes * on (instance) group_left (version) build_info",
  "memory_bytes / on (instance) memory_limit_bytes",
  "memory_bytes / on (instance) sum without (queue) (queue_length) * 0",
  "memory_bytes * on (instance) queue_length{queue='a'}",
  "memory_bytes * on (instance) topk(1, disk_used_ratio)",
  "memory_bytes * on (instance) group_left () (disk_used_ratio > 0.9)",
  "memory_bytes * on (instance) group_right () disk_used_ratio",
  "up and on (instance) queue_length",
  "vector(1) / 2",
  "rate(http_requests_total[30s])",
  "rate(http_requests_total[$__rate_interval])",
  "avg_over_time(memory_bytes[10s])",
  "increase(http_requests_total[30d])",
  "job:http_requests:rate5m > 10",
  "sum by (tier) (job:http_requests:rate5m)",
  "loop:a / loop:b",
  "ALERTS{alertname='X',alertstate='firing'}",
  "{__name__=~'http_.*', job='a'}",
  "rate(${metric}_total[5m]) > $threshold",
  "sum by ($label) (rate(http_requests_total{$label='x'}[5m])) / $factor",
  "label_replace(up, 'shard', '$1', 'instance', '(.*)') * on (shard) group_left up",
  "sum by (version) (count_values('version', build_info))",
  "topk(3, memory_bytes) / memory_limit_bytes",
  "memory_bytes or vector(0)",
  "scalar(memory_bytes) > bool 0",
  "memory_bytes == NaN",
  "'text'",
];

const rows = Object.entries(found).flatMap(([id, list]) =>
  list.map(([expr, message, place]) => ({ id, expr, message, place })),
);

describe("checkSemantics", () => {
  test.each(rows)("finds $id in $expr", ({ id, expr, message, place }) => {
    const usedLabels = id === "promql/dropped-label" ? ["code"] : [];
    const finding = checkSemantics(expr, { ...context, usedLabels }).find(
      (candidate) => candidate.id === id,
    );
    expect(finding?.message).toContain(message);
    expect(expr.slice(finding?.from, finding?.to)).toBe(place);
  });

  test.each(quiet)("has nothing to say of %s", (expr) => {
    expect(checkSemantics(expr, context)).toEqual([]);
  });

  test("compares the result's unit with the one in which it is shown", () => {
    const shown = { ...context, unit: "seconds" } as const;
    expect(checkSemantics("memory_bytes", shown)).toMatchObject([
      {
        id: "promql/unit-mismatch",
        message: "the result is in bytes, but shown as seconds",
      },
    ]);
    expect(checkSemantics("time() - last_backup_seconds", shown)).toEqual([]);
    expect(checkSemantics("memory_bytes * 8", shown)).toEqual([]);
  });

  test("keeps a used label that the result has or may have", () => {
    const used = { ...context, usedLabels: ["code", "job"] };
    expect(
      checkSemantics(
        "sum by (job, code) (rate(http_requests_total[5m]))",
        used,
      ),
    ).toEqual([]);
    expect(checkSemantics("rate(http_requests_total[5m])", used)).toEqual([]);
    expect(
      checkSemantics(
        "sum without (method) (rate(http_requests_total[5m]))",
        used,
      ),
    ).toEqual([]);
    expect(checkSemantics("{job='a',code='5'}", used)).toEqual([]);
  });

  test("says little without a catalogue: only what the query itself tells", () => {
    const nothing: SemanticContext = {};
    expect(checkSemantics("anything{a='b'} / other > 5", nothing)).toEqual([]);
    expect(checkSemantics("rate(anything[1s])", nothing)).toEqual([]);
    expect(
      checkSemantics("anything_total / 0", nothing).map(({ id }) => id),
    ).toEqual(["promql/counter-without-rate", "promql/division-by-zero"]);
  });

  test("guesses a counter from its name, and says that it is a guess", () => {
    const guess = {
      id: "promql/counter-without-rate",
      severity: "warning",
      message: expect.stringContaining(
        "is declared nowhere, its name says counter",
      ) as string,
    };
    const expr = "minio_cluster_drive_offline_total > 0";
    expect(checkSemantics(expr, {})).toMatchObject([guess]);
    expect(checkSemantics(expr, context)).toMatchObject([
      guess,
      { id: "promql/unknown-metric", severity: "error" },
    ]);
    const declared: SemanticContext = {
      metrics: [
        {
          name: "minio_cluster_drive_offline_total",
          type: "gauge",
          unit: "drives",
          labels: [],
          help: "Drives that are offline",
        },
      ],
    };
    expect(checkSemantics(expr, declared)).toEqual([]);
  });

  test.each([
    "up{zone='a'} == 0",
    "sum by (zone) (up) == 0",
    "up * on (instance) group_left (version) up",
    "up / sum by (job) (up)",
    "scrape_samples_scraped{cluster='a'} > 100",
  ])(
    "does not know without a catalogue which labels targets have: %s",
    (expr) => {
      expect(checkSemantics(expr, {})).toEqual([]);
    },
  );

  test("says once that a label is unknown, where the selector has it", () => {
    expect(
      checkSemantics(
        "sum by (zone) (rate(http_requests_total{zone='a'}[5m]))",
        context,
      ),
    ).toMatchObject([
      {
        id: "promql/unknown-label",
        message: expect.stringContaining(
          "http_requests_total has no label zone",
        ) as string,
      },
    ]);
  });

  test("knows the labels that targets give, and the series of every target", () => {
    const own = {
      ...context,
      targetLabels: ["instance", "job", "system", "zone"],
    };
    expect(checkSemantics("sum by (zone) (up{zone='a'}) == 0", own)).toEqual(
      [],
    );
    expect(checkSemantics("sum by (zone) (up) == 0", context)).toMatchObject([
      { id: "promql/unknown-label" },
    ]);
  });

  test("leaves queries with syntax errors to checkPromql", () => {
    expect(checkSemantics("rate(http_requests_total[5m]", context)).toEqual([]);
    expect(checkSemantics("", context)).toEqual([]);
  });

  test("never throws, and points into the query, in the order of the text", () => {
    const valid = fc.constantFrom(...Object.values(validQueries).flat());
    fc.assert(
      fc.property(fc.oneof(query, valid), (expr) => {
        const findings = checkSemantics(expr, {
          ...context,
          usedLabels: ["x"],
        });
        findings.forEach(({ from, to, message, severity }, i) => {
          expect(0 <= from && from < to && to <= expr.length).toBe(true);
          expect(from).toBeGreaterThanOrEqual(findings[i - 1]?.from ?? 0);
          expect(message).toMatch(/[^.]$/);
          expect(["error", "warning"]).toContain(severity);
        });
      }),
      { numRuns: runs(500) },
    );
  });
});
