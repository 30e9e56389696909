"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.cassandraDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
const look_1 = require("./look");
const products = 'keyspace="store", table="products"';
exports.cassandraDashboard = (0, dashboards_1.dashboard)({
  ...look_1.look,
  uid: "ps-cassandra",
  title: "Cassandra - Database Performance",
  description:
    "Whether the database answers fast enough for the shop, and what its virtual machine spends time and memory on.",
  tags: ["cassandra"],
  rows: [
    (0, dashboards_1.row)("Requests", [operations(), latency()]),
    (0, dashboards_1.row)("Products table", [
      productsTable(),
      productsWrites(),
    ]),
    (0, dashboards_1.row)("Virtual machine", [
      heap(),
      heapShare(),
      garbageCollection(),
    ]),
  ],
});
function operations() {
  return (0, dashboards_1.timeseries)("operations", {
    title: "Operations per Second",
    description:
      "Reads and writes of the cluster, and both together by node. Above 100 per second on a node for five minutes CassandraHighRPS fires.",
    unit: "ops",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 100 }),
    queries: [
      (0, dashboards_1.query)(
        'sum(rate(mcac_client_request_latency_total{request_type="read"}[$__rate_interval]))',
        "Reads/sec",
      ),
      (0, dashboards_1.query)(
        'sum(rate(mcac_client_request_latency_total{request_type="write"}[$__rate_interval]))',
        "Writes/sec",
      ),
      (0, dashboards_1.query)(
        (0, expressions_1.cassandraOperations)("$__rate_interval"),
        "{{instance}} total",
      ),
    ],
  });
}
function latency() {
  return (0, dashboards_1.timeseries)("latency-p99", {
    title: "Read/Write Latency P99",
    description:
      "99 % of the requests were faster, in milliseconds by node; the collector's microseconds divided by 1000. Good is below 20 ms; above 100 ms for two minutes CassandraHighLatency or CassandraHighWriteLatency fires.",
    unit: "ms",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ critical: 100 }),
    queries: [
      (0, dashboards_1.query)(
        (0, expressions_1.cassandraP99)("read", "$__rate_interval"),
        "Read P99 {{instance}}",
      ),
      (0, dashboards_1.query)(
        (0, expressions_1.cassandraP99)("write", "$__rate_interval"),
        "Write P99 {{instance}}",
      ),
    ],
  });
}
function productsTable() {
  return (0, dashboards_1.timeseries)("products-table", {
    title: "Products Table Performance",
    description:
      "P99 of local reads of the products on the left, files on disk on the right. Good: both flat; files that pile up make reads slow until compaction catches up.",
    unit: "µs",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        `histogram_quantile(0.99, sum by (le) (rate(mcac_table_read_latency_bucket{${products}}[$__rate_interval])))`,
        "Products Read P99",
      ),
      (0, dashboards_1.query)(
        `sum(mcac_table_live_ss_table_count{${products}})`,
        "Live SSTables",
      ),
    ],
    overrides: [
      (0, dashboards_1.byRegexp)("Live SSTables", {
        unit: "short",
        axis: "right",
        dashed: true,
        fill: 0,
      }),
    ],
  });
}
function productsWrites() {
  return (0, dashboards_1.timeseries)("products-operations", {
    title: "Products Table Operations",
    description:
      "Local reads and writes of the products per second. Reads follow the shop's day; writes come from administration and are few.",
    unit: "ops",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        `sum(rate(mcac_table_read_latency_count{${products}}[$__rate_interval]))`,
        "Reads",
      ),
      (0, dashboards_1.query)(
        `sum(rate(mcac_table_write_latency_count{${products}}[$__rate_interval]))`,
        "Writes",
      ),
    ],
  });
}
function heap() {
  return (0, dashboards_1.timeseries)("heap", {
    title: "JVM Heap Usage",
    description:
      "Heap in use and its limit by node. A saw tooth is good: it falls back after each collection; a rising floor is a leak.",
    width: "third",
    unit: "bytes",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        'mcac_jvm_memory_used{memory_type="heap"}',
        "Used Heap {{instance}}",
      ),
      (0, dashboards_1.query)(
        'mcac_jvm_memory_max{memory_type="heap"}',
        "Max Heap {{instance}}",
      ),
    ],
    overrides: [
      (0, dashboards_1.byRegexp)("Max Heap.*", { dashed: true, fill: 0 }),
    ],
  });
}
function heapShare() {
  return (0, dashboards_1.timeseries)("heap-percent", {
    title: "JVM Heap Used of Maximum",
    description:
      "Heap in use in percent of its limit by node. Good is below 75 %; above 80 % for five minutes HighMemoryUsage fires.",
    width: "third",
    unit: "percent",
    min: 0,
    max: 100,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 80 }),
    queries: [
      (0, dashboards_1.query)(expressions_1.heapPercent, "{{instance}}"),
    ],
  });
}
function garbageCollection() {
  return (0, dashboards_1.timeseries)("garbage-collection", {
    title: "GC Performance",
    description:
      "Share of time spent collecting garbage, of the node that spends most. Good is below 5 %; from 10 % on requests wait for it.",
    width: "third",
    unit: "percentunit",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 0.05, critical: 0.1 }),
    queries: [
      (0, dashboards_1.query)(
        "max by (collector_type) (rate(mcac_jvm_gc_time[$__rate_interval])) / 1000",
        "{{collector_type}} GC Time",
      ),
    ],
  });
}
//# sourceMappingURL=cassandra.js.map
