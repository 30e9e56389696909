import {
  logQuery,
  query,
  queryVariable,
  timeseries,
  type Panel,
} from "../../src/dashboards";
import type { AlertRule } from "../../src/model/alert-rule";
import type { Metric, ScrapeJob } from "../../src/model/metric";
import type { Sli } from "../../src/model/slo";
import type { Example } from "./example";

/** A query that was wrong where it came from, the check that finds it, and what it was corrected to. */
export interface Mistake {
  /** Area and number, for example `shop E5`. */
  readonly name: string;
  readonly check: string;
  readonly wrong: Example;
  readonly right: Example;
}

const metric = (
  name: string,
  type: Metric["type"],
  labels: readonly string[] = [],
  unit = "1",
  buckets?: readonly number[],
): Metric => ({
  name,
  type,
  unit,
  labels,
  help: name,
  ...(buckets && { buckets }),
});
const counter = (name: string, ...labels: readonly string[]): Metric =>
  metric(name, "counter", labels, "events");
const gauge = (name: string, ...labels: readonly string[]): Metric =>
  metric(name, "gauge", labels);
const histogram = (name: string, ...labels: readonly string[]): Metric =>
  metric(name, "histogram", labels, "seconds", [0.1, 0.5, 1, 5, 10]);

const job = (name: string, labels: ScrapeJob["labels"] = {}): ScrapeJob => ({
  job: name,
  targets: [`${name}-1:8080`, `${name}-2:8080`],
  labels,
});

/** What the systems expose in which the mistakes were made. */
const metrics: readonly Metric[] = [
  counter("agent_errors_total", "method", "error_type"),
  counter("agent_requests_total", "method", "endpoint", "status"),
  gauge("cache_entries_total"),
  metric("response_size_bytes", "summary", ["endpoint"], "bytes"),
  counter("errors_total", "service", "error_type"),
  counter("messages_total", "platform", "intent"),
  histogram("response_time_seconds", "service"),
  counter("orders_created_total", "status"),
  counter("revenue_total_cents_total"),
  metric("payment_amount_cents", "histogram", [], "cents", [100, 1000, 10_000]),
  gauge("pg_stat_activity_count", "datname", "state"),
  gauge("pg_settings_max_connections"),
  metric("redis_memory_used_bytes", "gauge", [], "bytes"),
  metric("redis_memory_max_bytes", "gauge", [], "bytes"),
  counter("redis_commands_failed_calls_total", "cmd"),
  histogram("monito_operation_duration_seconds", "operation_type", "status"),
  counter("monito_operations_total", "component", "status"),
  counter("node_disk_io_time_seconds_total", "device"),
  metric("probe_ssl_earliest_cert_expiry", "gauge", [], "timestamp"),
  histogram("cassandra_query_seconds", "table", "operation"),
  histogram("cart_total_value"),
  counter("order_status_changes_total", "status"),
  histogram("order_completion_seconds"),
  histogram("profile_aggregation_seconds"),
  counter("product_views_total", "category"),
  counter("nginx_http_requests_total"),
  gauge("mcac_jvm_memory_used", "memory_type"),
  gauge("mcac_jvm_memory_max", "memory_type"),
  metric(
    "mcac_client_request_latency",
    "histogram",
    ["request_type"],
    "microseconds",
    [100, 1000],
  ),
  counter("jaeger_collector_spans_received_total", "svc", "format"),
  gauge("jaeger_collector_queue_length", "host"),
  histogram("jaeger_storage_latency_seconds", "operation", "result"),
  counter("locust_requests_total", "name"),
  gauge("locust_requests_per_second"),
  metric("pg_up", "gauge", [], "bool"),
  counter("pg_stat_statements_calls_total", "queryid"),
  counter("pg_stat_statements_seconds_total", "queryid"),
  histogram("grafana_http_request_duration_seconds", "handler"),
  gauge("queue_oldest_message_age_seconds"),
  gauge("database_connections_used"),
  gauge("database_connections_max"),
];

const jobs: readonly ScrapeJob[] = [
  job("api", { service: "api" }),
  job("custom-app", { service: "custom" }),
  job("node", { service: "hosts" }),
  job("alertmanager", { service: "alerting" }),
];

const base: Example = { metrics, jobs };

/** An alert that compares in its expression. */
function alert(expr: string, rule: Partial<AlertRule> = {}): Example {
  return { ...base, alerts: [{ alert: "Example", expr, ...rule }] };
}

function graph(
  expr: string,
  legend = "all",
  props: Partial<Parameters<typeof timeseries>[1]> = {},
): Example {
  return { ...base, panels: [panel([query(expr, legend)], props)] };
}

function logs(expr: string, legend = "{{container}}"): Example {
  return { ...base, panels: [panel([logQuery(expr, legend)])] };
}

function panel(
  queries: Parameters<typeof timeseries>[1]["queries"],
  props: Partial<Parameters<typeof timeseries>[1]> = {},
): Panel {
  return timeseries("example", {
    title: "Example",
    description: "An example.",
    unit: "short",
    queries,
    ...props,
  });
}

function recording(record: string, expr: string): Example {
  return { ...base, recordings: [{ record, expr }] };
}

function objective(sli: Sli): Example {
  return { ...base, slos: [{ sli }] };
}

const mistake = (
  name: string,
  check: string,
  wrong: Example,
  right: Example,
): Mistake => ({ name, check, wrong, right });

const errorRatio =
  'sum by (service) (rate(http_requests_total{status=~"5.."}[5m])) / sum by (service) (rate(http_requests_total[5m]))';
const selfRatio =
  'rate(http_requests_total{status=~"5.."}[5m]) / rate(http_requests_total[5m])';

const alerting: readonly Mistake[] = [
  mistake(
    "alerting 5: counts itself",
    "promql/alert-counts-itself",
    {
      ...alert('count(ALERTS{alertstate="firing"}) > 10'),
      observes: "all",
    },
    {
      ...alert(
        'count(ALERTS{alertstate="firing",alertname!~"DeadMansSwitch|Example"}) > 10',
      ),
      observes: "all",
    },
  ),
  mistake(
    "alerting 7: each series divided by itself",
    "promql/divided-by-itself",
    alert(`${selfRatio} > 0.05`),
    alert(`${errorRatio} > 0.05`),
  ),
  mistake(
    "alerting 10: a month of a fortnight's data",
    "promql/range-beyond-retention",
    {
      ...alert(
        'sum(rate(http_requests_total{status=~"5.."}[30d])) / sum(rate(http_requests_total[30d])) > 0.001',
      ),
      environment: { prometheus: { retention: "15d" } },
    },
    {
      ...alert(
        'sum(rate(http_requests_total{status=~"5.."}[30d])) / sum(rate(http_requests_total[30d])) > 0.001',
      ),
      environment: { prometheus: { retention: "35d" } },
    },
  ),
  mistake(
    "alerting 11: sum without the label that the message prints",
    "promql/dropped-label",
    alert(
      'sum(rate(http_requests_total{status=~"5.."}[5m])) / sum(rate(http_requests_total[5m])) > 0.01',
      { summary: "{{ $labels.service }} burns its budget" },
    ),
    alert(`${errorRatio} > 0.01`, {
      summary: "{{ $labels.service }} burns its budget",
    }),
  ),
  mistake(
    "alerting 12: a quantile per series",
    "promql/unaggregated-quantile",
    alert(
      "histogram_quantile(0.95, rate(http_request_duration_seconds_bucket[5m])) > 1",
    ),
    alert(
      "histogram_quantile(0.95, sum by (le, service) (rate(http_request_duration_seconds_bucket[5m]))) > 1",
    ),
  ),
  mistake(
    "alerting 13: nobody exports the metric",
    "promql/unknown-metric",
    alert("(ssl_certificate_expiry_timestamp - time()) / 86400 < 30"),
    alert("(probe_ssl_earliest_cert_expiry - time()) / 86400 < 30"),
  ),
  mistake(
    "alerting 34: a ratio with a percent sign",
    "templates/value-format",
    alert(`${errorRatio} > 0.05`, {
      description: "{{ $value | humanize }}% of requests fail",
    }),
    alert(`${errorRatio} > 0.05`, {
      description: "{{ $value | humanizePercentage }} of requests fail",
    }),
  ),
];

const agent: readonly Mistake[] = [
  mistake(
    "agent 1: the rate of a gauge called _total",
    "promql/rate-of-gauge",
    alert("sum(rate(cache_entries_total[5m])) > 1"),
    alert("sum(cache_entries_total) > 1"),
  ),
  mistake(
    "agent 3: quantiles that the client does not have",
    "promql/unknown-label",
    alert('response_size_bytes{quantile="0.95"} > 1000'),
    alert(
      "sum(rate(response_size_bytes_sum[5m])) / sum(rate(response_size_bytes_count[5m])) > 1000",
    ),
  ),
  mistake(
    "agent 11: label sets that never match",
    "promql/join-cannot-match",
    alert(
      "rate(agent_errors_total[5m]) / rate(agent_requests_total[5m]) > 0.05",
    ),
    alert(
      "sum by (method) (rate(agent_errors_total[5m])) / sum by (method) (rate(agent_requests_total[5m])) > 0.05",
    ),
  ),
];

const dialogues: readonly Mistake[] = [
  mistake(
    "dialogues 2: errors per second, told as a share",
    "templates/value-format",
    alert("rate(errors_total[5m]) > 0.05", {
      description: "{{ $value | humanizePercentage }} of the traffic fails",
    }),
    alert(
      "sum by (service) (rate(errors_total[5m])) / sum by (service) (rate(response_time_seconds_count[5m])) > 0.05",
      { description: "{{ $value | humanizePercentage }} of the traffic fails" },
    ),
  ),
  mistake(
    "dialogues 3: no label in common",
    "promql/join-cannot-match",
    alert("rate(errors_total[5m]) / rate(messages_total[5m]) > 0.05"),
    alert(
      "sum(rate(errors_total[5m])) / (sum(rate(messages_total[5m])) > 0) > 0.05",
    ),
  ),
  mistake(
    "dialogues 4: a histogram has no series of its name",
    "promql/bare-histogram",
    alert("histogram_quantile(0.95, response_time_seconds) > 10"),
    alert(
      'sum by (service) (rate(response_time_seconds_bucket{le="10.0"}[5m])) / sum by (service) (rate(response_time_seconds_count[5m])) < 0.95',
    ),
  ),
  mistake(
    "dialogues 5: more than the last bucket",
    "promql/impossible-comparison",
    alert(
      "histogram_quantile(0.95, sum by (le) (rate(response_time_seconds_bucket[5m]))) > 10",
    ),
    alert(
      'sum by (service) (rate(response_time_seconds_bucket{le="10.0"}[5m])) / sum by (service) (rate(response_time_seconds_count[5m])) < 0.95',
    ),
  ),
  mistake(
    "dialogues 7: a ratio told as a rate",
    "templates/value-format",
    alert(`${errorRatio} > 0.05`, {
      description: "Error rate is {{ $value | humanize }} errors per second",
    }),
    alert(`${errorRatio} > 0.05`, {
      description: "Error rate is {{ $value | humanizePercentage }}",
    }),
  ),
];

const shop: readonly Mistake[] = [
  mistake(
    "shop E3: the client appends _total",
    "promql/unknown-metric",
    graph("sum(increase(revenue_total_cents[1h]))"),
    graph("sum(increase(revenue_total_cents_total[1h]))"),
  ),
  mistake(
    "shop E5: label sets differ",
    "promql/join-cannot-match",
    alert("pg_stat_activity_count / pg_settings_max_connections > 0.8"),
    alert(
      "sum by (instance) (pg_stat_activity_count) / on (instance) pg_settings_max_connections > 0.8",
    ),
  ),
  mistake(
    "shop E6: a limit of 0",
    "promql/unguarded-limit",
    alert("redis_memory_used_bytes / redis_memory_max_bytes > 0.9"),
    alert("redis_memory_used_bytes / (redis_memory_max_bytes > 0) > 0.9"),
  ),
  mistake(
    "shop E9: a histogram has no bare series",
    "promql/bare-histogram",
    graph("payment_amount_cents"),
    graph(
      "sum by (le) (increase(payment_amount_cents_bucket[$__range]))",
      "{{le}}",
    ),
  ),
  mistake(
    "shop E11: empty at zero",
    "promql/empty-at-zero",
    graph("count(up == 1)"),
    graph('sum(up{service!=""})'),
  ),
  mistake(
    "shop E12: a raw counter",
    "promql/counter-without-rate",
    graph("sum(orders_created_total)"),
    graph("sum(increase(orders_created_total[$__range]))"),
  ),
  mistake(
    "shop E34: no such metric",
    "promql/unknown-metric",
    graph("sum(rate(redis_commands_failed_total[$__rate_interval]))"),
    graph("sum(rate(redis_commands_failed_calls_total[$__rate_interval]))"),
  ),
  mistake(
    "shop E35: no such metric of Grafana",
    "promql/unknown-metric",
    graph(
      "sum(rate(grafana_api_response_time_seconds_count[$__rate_interval]))",
    ),
    graph(
      "sum(rate(grafana_http_request_duration_seconds_count[$__rate_interval]))",
    ),
  ),
];

const environments: readonly Mistake[] = [
  mistake(
    "iac M3: one value for the whole fleet",
    "promql/dropped-label",
    alert(
      '100 - avg(irate(node_cpu_seconds_total{mode="idle"}[5m])) * 100 > 80',
      { summary: "High CPU on {{ $labels.instance }}" },
    ),
    alert(
      '100 - avg by (instance) (irate(node_cpu_seconds_total{mode="idle"}[5m])) * 100 > 80',
      { summary: "High CPU on {{ $labels.instance }}" },
    ),
  ),
  mistake(
    "iac M7: a label that only alerts have",
    "promql/unknown-label",
    graph(
      'sum(rate(http_requests_total{environment="development"}[$__rate_interval]))',
    ),
    graph("sum(rate(http_requests_total[$__rate_interval]))"),
  ),
  mistake(
    "iac M33: another job",
    "promql/unknown-job",
    alert('up{job="my-app"} == 0'),
    alert('up{job="custom-app"} == 0'),
  ),
];

const logging: readonly Mistake[] = [
  mistake(
    "logging 1: LogQL has no absent()",
    "logql/syntax",
    logs('absent(rate({job="docker", container="api"}[5m]))', "api"),
    logs('absent_over_time({job="docker", container="api"}[5m])', "api"),
  ),
  mistake(
    "logging 6: nothing extracts the label",
    "logql/unextracted-label",
    logs(
      'topk(10, sum by (message) (count_over_time({job="docker"} |= "ERROR" [5m])))',
      "{{message}}",
    ),
    logs(
      'topk(10, sum by (message) (count_over_time({job="app"} | json | level="ERROR" [5m])))',
      "{{message}}",
    ),
  ),
  mistake(
    "logging 7: one series per request",
    "logql/unwrap-per-line",
    logs(
      'quantile_over_time(0.95, {job="app"} | json | unwrap duration_ms [5m])',
      "p95",
    ),
    logs(
      'quantile_over_time(0.95, {job="app"} | json | unwrap duration_ms | __error__="" [5m]) by (service)',
      "{{service}}",
    ),
  ),
  mistake(
    "logging 7: lines without the field",
    "logql/unwrap-errors",
    logs(
      'quantile_over_time(0.95, {job="app"} | json | unwrap duration_ms [5m]) by (service)',
      "{{service}}",
    ),
    logs(
      'quantile_over_time(0.95, {job="app"} | json | unwrap duration_ms | __error__="" [5m]) by (service)',
      "{{service}}",
    ),
  ),
  mistake(
    "logging 9: the label is summed away",
    "logql/dropped-label",
    alert('sum(rate({job="docker"} |= "ERROR" [5m])) > 10', {
      datasource: "loki",
      summary: "Errors in {{ $labels.container }}",
    }),
    alert('sum by (container) (rate({job="docker"} |= "ERROR" [5m])) > 10', {
      datasource: "loki",
      summary: "Errors in {{ $labels.container }}",
    }),
  ),
  mistake(
    "logging 17: a percentile per line",
    "promql/unaggregated-quantile",
    graph(
      "histogram_quantile(0.95, rate(http_request_duration_seconds_bucket[$__rate_interval]))",
    ),
    graph(
      "histogram_quantile(0.95, sum by (le, service) (rate(http_request_duration_seconds_bucket[$__rate_interval])))",
      "{{service}}",
    ),
  ),
];

const nodes: readonly Mistake[] = [
  mistake(
    "node 1: the recorded series has no instance",
    "promql/dropped-label",
    {
      ...recording(
        "job:node_cpu_utilization:avg",
        'avg by (job) (100 - rate(node_cpu_seconds_total{mode="idle"}[5m]) * 100)',
      ),
      ...{
        alerts: [
          {
            alert: "HighCPUUsage",
            expr: "job:node_cpu_utilization:avg > 80",
            summary: "High CPU on {{ $labels.instance }}",
          },
        ],
      },
    },
    {
      ...recording(
        "job:node_cpu_utilization:avg",
        'avg by (job) (100 - rate(node_cpu_seconds_total{mode="idle"}[5m]) * 100)',
      ),
      ...{
        alerts: [
          {
            alert: "HighCPUUsage",
            expr: "job:node_cpu_utilization:avg > 80",
            summary: "High CPU in {{ $labels.job }}",
          },
        ],
      },
    },
  ),
  mistake(
    "node 2: each series divided by itself",
    "promql/divided-by-itself",
    graph(selfRatio),
    graph(errorRatio.replaceAll("5m", "$__rate_interval"), "{{service}}"),
  ),
  mistake(
    "node 3: a quantile per series",
    "promql/unaggregated-quantile",
    graph(
      "histogram_quantile(0.99, rate(http_request_duration_seconds_bucket[$__rate_interval]))",
    ),
    graph(
      "histogram_quantile(0.99, sum by (le, job) (rate(http_request_duration_seconds_bucket[$__rate_interval])))",
      "{{job}}",
    ),
  ),
  mistake(
    "node 4: rate5m made of two samples",
    "promql/recording-name",
    recording(
      "instance:node_cpu_utilization:rate5m",
      '1 - avg by (instance) (irate(node_cpu_seconds_total{mode="idle"}[5m]))',
    ),
    recording(
      "instance:node_cpu_utilization:rate5m",
      '1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m]))',
    ),
  ),
  mistake(
    "node 10: compared twice",
    "promql/condition-twice",
    alert(
      '(avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m])) * 100) < 20',
      { condition: { is: "<", value: 20 } },
    ),
    alert(
      '100 - (avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m])) * 100)',
      { condition: { is: ">", value: 80 } },
    ),
  ),
  mistake(
    "node 14: the delta of a counter",
    "promql/counter-without-rate",
    graph("sum(delta(node_cpu_seconds_total[5m]))"),
    graph("sum(increase(node_cpu_seconds_total[5m]))"),
  ),
  mistake(
    "node 18: several values, compared with one",
    "dashboards/multi-value-variable",
    {
      ...graph('sum(queue_depth{instance="$instance"})'),
      variables: [
        queryVariable("instance", "label_values(up, instance)", {
          multi: true,
        }),
      ],
    },
    {
      ...graph('sum(queue_depth{instance=~"$instance"})'),
      variables: [
        queryVariable("instance", "label_values(up, instance)", {
          multi: true,
        }),
      ],
    },
  ),
  mistake(
    "node 19: a window that does not follow the zoom",
    "dashboards/fixed-window",
    graph("sum(rate(http_requests_total[5m]))"),
    graph("sum(rate(http_requests_total[$__rate_interval]))"),
  ),
  mistake(
    "node 21: every digit",
    "templates/raw-value",
    alert("sum(queue_depth) > 1", {
      description: "CPU usage is {{ $value }}%",
    }),
    alert("sum(queue_depth) > 1", {
      description: "CPU usage is {{ $value | humanize }}%",
    }),
  ),
];

const renamed = (
  name: string,
  wrong: string,
  right: string,
  legend = "all",
): Mistake =>
  mistake(
    `store ${name}`,
    "promql/unknown-metric",
    graph(wrong),
    graph(right, legend),
  );

const store: readonly Mistake[] = [
  renamed(
    "M01: cassandra_query_duration",
    "sum(rate(cassandra_query_duration_sum[$__rate_interval])) / sum(rate(cassandra_query_duration_count[$__rate_interval]))",
    "sum by (table, operation) (rate(cassandra_query_seconds_sum[$__rate_interval])) / sum by (table, operation) (rate(cassandra_query_seconds_count[$__rate_interval]))",
    "{{table}} {{operation}} avg",
  ),
  renamed(
    "M01: cart_value_distribution",
    "sum by (le) (increase(cart_value_distribution_bucket[5m]))",
    "sum by (le) (increase(cart_total_value_bucket[5m]))",
    "{{le}}",
  ),
  renamed(
    "M01: order_status_changes",
    "sum by (status) (increase(order_status_changes[1h]))",
    "sum by (status) (increase(order_status_changes_total[1h]))",
    "{{status}}",
  ),
  renamed(
    "M01: order_completion_time",
    "sum(rate(order_completion_time_sum[$__rate_interval]))",
    "sum(rate(order_completion_seconds_sum[$__rate_interval])) / sum(rate(order_completion_seconds_count[$__rate_interval]))",
  ),
  renamed(
    "M01: profile_aggregation_duration",
    "histogram_quantile(0.95, sum by (le) (rate(profile_aggregation_duration_bucket[$__rate_interval])))",
    "histogram_quantile(0.95, sum by (le) (rate(profile_aggregation_seconds_bucket[$__rate_interval])))",
  ),
  mistake(
    "store M06: stub_status has no labels",
    "promql/unknown-label",
    graph(
      "sum by (location) (rate(nginx_http_requests_total[$__rate_interval]))",
      "{{location}}",
    ),
    graph("sum(rate(nginx_http_requests_total[$__rate_interval]))"),
  ),
  renamed(
    "M07: names of another exporter",
    'sum(rate(org_apache_cassandra_metrics_ClientRequest_Read_Count{request_type="read"}[$__rate_interval]))',
    'histogram_quantile(0.99, sum by (le) (rate(mcac_client_request_latency_bucket{request_type="read"}[$__rate_interval])))',
  ),
  mistake(
    "store M08: microseconds shown as milliseconds",
    "promql/unit-mismatch",
    graph(
      'histogram_quantile(0.99, sum by (le) (rate(mcac_client_request_latency_bucket{request_type="read"}[$__rate_interval])))',
      "read",
      { unit: "ms" },
    ),
    graph(
      'histogram_quantile(0.99, sum by (le) (rate(mcac_client_request_latency_bucket{request_type="read"}[$__rate_interval]))) / 1000',
      "read",
      { unit: "ms" },
    ),
  ),
  mistake(
    "store M09: svc, not service_name",
    "promql/unknown-label",
    graph(
      "sum by (service_name) (rate(jaeger_collector_spans_received_total[$__rate_interval]))",
      "{{service_name}}",
    ),
    graph(
      "sum by (svc) (rate(jaeger_collector_spans_received_total[$__rate_interval]))",
      "{{svc}} spans/sec",
    ),
  ),
  mistake(
    "store M09: no queue_name",
    "promql/unknown-label",
    graph(
      "sum by (queue_name) (jaeger_collector_queue_length)",
      "{{queue_name}}",
    ),
    graph("sum by (instance) (jaeger_collector_queue_length)", "{{instance}}"),
  ),
  renamed(
    "M09: jaeger_query_trace_duration_seconds",
    "histogram_quantile(0.99, sum by (le, operation) (rate(jaeger_query_trace_duration_seconds_bucket[$__rate_interval])))",
    "histogram_quantile(0.99, sum by (le, operation) (rate(jaeger_storage_latency_seconds_bucket[$__rate_interval])))",
    "{{operation}}",
  ),
  mistake(
    "store M11: the rate of a gauge that holds a rate",
    "promql/rate-of-gauge",
    graph("sum(rate(locust_requests_per_second[1m]))"),
    graph("sum(rate(locust_requests_total[$__rate_interval]))"),
  ),
  mistake(
    "store M13: P99 per endpoint and instance",
    "promql/unaggregated-quantile",
    alert(
      'histogram_quantile(0.99, rate(http_request_duration_seconds_bucket{job="api"}[5m])) > 0.5',
    ),
    alert(
      'histogram_quantile(0.99, sum by (le, job) (rate(http_request_duration_seconds_bucket{job="api"}[5m]))) > 0.5',
    ),
  ),
  mistake(
    "store M14: the selector's label on both sides",
    "promql/divided-by-itself",
    alert(
      'rate(http_requests_total{status=~"4..|5.."}[5m]) / rate(http_requests_total[5m]) > 0.05',
    ),
    alert(
      'sum by (job) (rate(http_requests_total{status=~"5.."}[5m])) / sum by (job) (rate(http_requests_total[5m])) > 0.05',
    ),
  ),
  mistake(
    "store M15: an average per instance",
    "promql/indistinct-legend",
    graph(
      "rate(order_completion_seconds_sum[$__rate_interval]) / rate(order_completion_seconds_count[$__rate_interval])",
      "Avg Completion Time",
    ),
    graph(
      "sum(rate(order_completion_seconds_sum[$__rate_interval])) / sum(rate(order_completion_seconds_count[$__rate_interval]))",
      "Avg Completion Time",
    ),
  ),
  mistake(
    "store M16: lines of one name",
    "promql/indistinct-legend",
    graph(
      'rate(http_requests_total{job="api"}[$__rate_interval])',
      "{{endpoint}}",
    ),
    graph(
      'sum by (status, endpoint) (rate(http_requests_total{job="api"}[$__rate_interval]))',
      "{{status}} {{endpoint}}",
    ),
  ),
  mistake(
    "store M17: buckets per instance",
    "promql/indistinct-legend",
    graph("increase(cart_total_value_bucket[5m])", "{{le}}"),
    graph("sum by (le) (increase(cart_total_value_bucket[5m]))", "{{le}}"),
  ),
  mistake(
    "store M21: no role on requests",
    "promql/unknown-label",
    graph(
      "sum by (role) (rate(http_requests_total[$__rate_interval]))",
      "{{role}}",
    ),
    graph(
      'sum(rate(http_requests_total{job="api", endpoint="/user-api/me"}[$__rate_interval]))',
    ),
  ),
  mistake(
    "store M23: raw buckets",
    "promql/counter-without-rate",
    graph("sum by (le) (jaeger_storage_latency_seconds_bucket)", "{{le}}"),
    graph(
      "histogram_quantile(0.99, sum by (le, operation) (rate(jaeger_storage_latency_seconds_bucket[$__rate_interval])))",
      "{{operation}}",
    ),
  ),
  mistake(
    "store M25: an undefined maximum",
    "promql/unguarded-limit",
    alert(
      'mcac_jvm_memory_used{memory_type="heap"} / mcac_jvm_memory_max{memory_type="heap"} > 0.8',
    ),
    alert(
      'mcac_jvm_memory_used{memory_type="heap"} / (mcac_jvm_memory_max{memory_type="heap"} > 0) > 0.8',
    ),
  ),
  mistake(
    "store M34: 17 digits",
    "templates/raw-value",
    alert("sum(queue_depth) > 1", { description: "{{ $value }} waiting" }),
    alert("sum(queue_depth) > 1", {
      description: '{{ $value | printf "%.0f" }} waiting',
    }),
  ),
];

const pipeline: readonly Mistake[] = [
  mistake(
    "pipeline N02: a histogram has no bare series",
    "promql/bare-histogram",
    graph("monito_operation_duration_seconds"),
    graph(
      "histogram_quantile(0.95, sum by (le, operation_type) (rate(monito_operation_duration_seconds_bucket[$__rate_interval])))",
      "{{operation_type}}",
    ),
  ),
  mistake(
    "pipeline N05: both sides with status",
    "promql/divided-by-itself",
    graph(
      'rate(monito_operations_total{status!="success"}[$__rate_interval]) / rate(monito_operations_total[$__rate_interval])',
    ),
    graph(
      'sum by (component) (rate(monito_operations_total{status!="success"}[$__rate_interval])) / sum by (component) (rate(monito_operations_total[$__rate_interval]))',
      "{{component}}",
    ),
  ),
];

const counted: Sli = {
  kind: "events",
  total: "sum(rate(http_requests_total[$window]))",
  errors: 'sum(rate(http_requests_total{status=~"5.."}[$window]))',
};

const slo: readonly Mistake[] = [
  mistake(
    "slo M5: a quantile compared is no ratio",
    "slo/query",
    objective({
      kind: "raw",
      errorRatio:
        "histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[$window]))) < 0.2",
    }),
    objective({
      kind: "latency",
      histogram: "http_request_duration_seconds",
      le: 0.5,
    }),
  ),
  mistake(
    "slo M6: empty when all targets are down",
    "promql/empty-at-zero",
    graph("sum(up == 1) / count(up)"),
    graph("sum(up) / count(up)"),
  ),
  mistake(
    "slo M7: the rate of a constant",
    "promql/rate-of-gauge",
    objective({
      kind: "raw",
      errorRatio: "sum(rate(pg_up[$window]) == bool 0)",
    }),
    objective({
      kind: "raw",
      errorRatio: "1 - avg(avg_over_time(pg_up[$window]))",
    }),
  ),
  mistake(
    "slo M10: a month in a week's data",
    "promql/range-beyond-retention",
    {
      ...graph("avg_over_time(up[30d])", "{{instance}}"),
      environment: { prometheus: { retention: "7d" } },
    },
    {
      ...graph("avg_over_time(up[7d])", "{{instance}}"),
      environment: { prometheus: { retention: "7d" } },
    },
  ),
  mistake(
    "slo M11: jobs of another deployment",
    "promql/unknown-job",
    graph('sum(rate(http_requests_total{job="postgres"}[$__rate_interval]))'),
    graph('sum(rate(http_requests_total{job="api"}[$__rate_interval]))'),
  ),
  mistake(
    "slo M12: names that the exporter does not have",
    "promql/unknown-metric",
    objective({
      kind: "events",
      total: "sum(rate(pg_stat_statements_calls[$window]))",
      errors: "sum(rate(pg_stat_statements_mean_exec_time[$window]))",
    }),
    objective(counted),
  ),
];

/** Every query that was named as a mistake in the systems' descriptions, and can be told from the query and its catalogue. */
export const mistakes: readonly Mistake[] = [
  ...alerting,
  ...agent,
  ...dialogues,
  ...shop,
  ...environments,
  ...logging,
  ...nodes,
  ...store,
  ...pipeline,
  ...slo,
];
