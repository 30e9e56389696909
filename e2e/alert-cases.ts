import type { SampleSeries } from "monitoring-as-code/slo";

/** Series by selector, without the system's matcher, one value a step, in promtool's notation. */
export type Input = Readonly<Record<string, string>>;

/** What makes an alert fire, and what is close to it and must not. */
export interface AlertCase {
  readonly alert: string;
  readonly fires: Input;
  readonly silent: Input;
  /** When it is looked at. @default "30m" */
  readonly at?: string;
  /** Between two values, and between two evaluations. @default "1m" */
  readonly step?: string;
}

/** Buckets of a histogram, events a minute: all within the first bound, or all beyond it. */
const histogram = (
  metric: string,
  labels: string,
  bounds: readonly string[],
  slow: boolean,
): Input =>
  Object.fromEntries(
    [...bounds, "+Inf"].map((le, index) => [
      `${metric}_bucket{${labels}${labels && ","}le="${le}"}`,
      slow && index === 0 ? "0x60" : "0+100x60",
    ]),
  );

/** One share of events, in percent, has the labels `bad`, the others have `good`. */
const share = (
  metric: string,
  bad: string,
  good: string,
  percent: number,
): Input => ({
  [`${metric}{${bad}}`]: `0+${percent}x60`,
  [`${metric}{${good}}`]: `0+${100 - percent}x60`,
});

/** One gauge, beyond and within its limit. */
const gauge = (
  alert: string,
  series: string,
  beyond: string,
  within: string,
): AlertCase => ({
  alert,
  fires: { [series]: `${beyond}x60` },
  silent: { [series]: `${within}x60` },
});

/** Two gauges, of which the first matters as a share of the second, which is 100. */
const used = (
  alert: string,
  part: string,
  whole: string,
  beyond: number,
  within: number,
): AlertCase => ({
  alert,
  fires: { [part]: `${beyond}x60`, [whole]: "100x60" },
  silent: { [part]: `${within}x60`, [whole]: "100x60" },
});

const ecommerce: readonly AlertCase[] = [
  {
    alert: "HighErrorRate",
    ...shares(
      "http_requests_total",
      'service="frontend",status="500"',
      'service="frontend",status="200"',
      6,
      4,
    ),
  },
  {
    alert: "HighLatency",
    fires: histogram(
      "http_request_duration_seconds",
      'service="frontend"',
      ["1", "2.5"],
      true,
    ),
    silent: histogram(
      "http_request_duration_seconds",
      'service="frontend"',
      ["1", "2.5"],
      false,
    ),
  },
  {
    alert: "LowThroughput",
    fires: { 'http_requests_total{service="frontend"}': "0+59x60" },
    silent: { 'http_requests_total{service="frontend"}': "0+61x60" },
  },
  {
    alert: "PaymentFailureSpike",
    ...shares(
      "payments_processed_total",
      'status="failed"',
      'status="success"',
      11,
      9,
    ),
  },
  gauge("InventoryLow", 'inventory_level{product="lamp"}', "99", "100"),
  gauge("ServiceDown", 'up{job="frontend",service="frontend"}', "0", "1"),
  {
    alert: "HighCPU",
    fires: { 'node_cpu_seconds_total{instance="a",mode="idle"}': "0+11x60" },
    silent: { 'node_cpu_seconds_total{instance="a",mode="idle"}': "0+13x60" },
  },
  used(
    "HighMemory",
    "node_memory_MemAvailable_bytes",
    "node_memory_MemTotal_bytes",
    14,
    16,
  ),
  used(
    "DatabaseConnectionPoolHigh",
    'pg_stat_activity_count{instance="db",server="db:5432",state="active"}',
    'pg_settings_max_connections{instance="db",server="db:5432"}',
    81,
    80,
  ),
  used(
    "RedisMemoryHigh",
    "redis_memory_used_bytes",
    "redis_memory_max_bytes",
    91,
    90,
  ),
  {
    alert: "SLOViolation",
    ...shares(
      "http_requests_total",
      'service="api-gateway",status="500"',
      'service="api-gateway",status="200"',
      1,
      0,
    ),
  },
];

const applications: readonly AlertCase[] = [
  gauge("ApplicationDown", 'up{job="custom-app",instance="a"}', "0", "1"),
  {
    alert: "ApplicationMissing",
    fires: { 'up{job="other"}': "1x60" },
    silent: { 'up{job="custom-app"}': "0x60" },
  },
];

const archonJob = 'job="archon-agent"';
const archonRequests = (bad: number) =>
  share(
    "agent_requests_total",
    `${archonJob},status="error"`,
    `${archonJob},status="success"`,
    bad,
  );
const archonSlow = (bad: number): Input => ({
  [`agent_request_duration_seconds_bucket{${archonJob},le="0.1"}`]: `0+${100 - bad}x60`,
  [`agent_request_duration_seconds_bucket{${archonJob},le="+Inf"}`]: "0+100x60",
  [`agent_request_duration_seconds_count{${archonJob}}`]: "0+100x60",
});
const queue = (name: string) =>
  `agent_queue_size{${archonJob},queue_name="${name}"}`;
const check = (critical: boolean) =>
  `agent_health_check_status{${archonJob},check="database",critical="${critical}"}`;

const archonAgent: readonly AlertCase[] = [
  {
    alert: "ArchonHighErrorRate",
    fires: archonRequests(6),
    silent: archonRequests(5),
  },
  {
    alert: "ArchonHighLatency",
    fires: histogram(
      "agent_request_duration_seconds",
      archonJob,
      ["2", "5"],
      true,
    ),
    silent: histogram(
      "agent_request_duration_seconds",
      archonJob,
      ["2", "5"],
      false,
    ),
  },
  gauge("ArchonQueueBacklog", queue("tasks"), "10001", "10000"),
  gauge("ArchonDeadLetterQueue", queue("dead_letter"), "100", "99"),
  used(
    "ArchonDatabasePoolExhausted",
    `agent_db_pool_connections_in_use{${archonJob},instance="a"}`,
    `agent_db_pool_connections_max{${archonJob},instance="a"}`,
    100,
    99,
  ),
  {
    alert: "ArchonSLOBreachAvailability",
    fires: archonRequests(1),
    silent: archonRequests(0),
  },
  {
    alert: "ArchonSLOBreachLatency",
    fires: archonSlow(6),
    silent: archonSlow(4),
  },
  gauge("ArchonUnhealthy", check(true), "0", "1"),
  gauge("ArchonDegraded", check(false), "0", "1"),
  gauge("ArchonTargetDown", `up{${archonJob}}`, "0", "1"),
];

const easyFlowJob = 'job="easy-flow",service="ai"';
const easyFlowRequests = `response_time_seconds_count{${easyFlowJob}}`;
const easyFlowSlow = (bad: number): Input => ({
  [easyFlowRequests]: "0+100x60",
  [`response_time_seconds_bucket{${easyFlowJob},le="10.0"}`]: `0+${100 - bad}x60`,
});
const easyFlowErrors = (bad: number): Input => ({
  [easyFlowRequests]: "0+100x60",
  [`errors_total{${easyFlowJob},error_type="timeout"}`]: `0+${bad}x60`,
});
const easyFlowSeconds = (each: number): Input => ({
  [easyFlowRequests]: "0+100x60",
  [`response_time_seconds_sum{${easyFlowJob}}`]: `0+${each * 100}x60`,
});
const easyFlowNode = 'job="easy-flow-node",instance="a"';
const easyFlowDisk = `${easyFlowNode},fstype="ext4",mountpoint="/"`;

const easyFlowEscalations =
  'easy_flow_escalations_total{job="easy-flow",platform="telegram"}';

const easyFlow: readonly AlertCase[] = [
  {
    alert: "HighErrorRate",
    fires: easyFlowErrors(6),
    silent: easyFlowErrors(4),
  },
  {
    alert: "SlowResponseTime",
    fires: easyFlowSlow(6),
    silent: easyFlowSlow(4),
  },
  gauge(
    "EasyFlowApiDown",
    'probe_success{job="easy-flow-health",instance="http://a/health"}',
    "0",
    "1",
  ),
  used(
    "EasyFlowDiskUsageHigh",
    `node_filesystem_avail_bytes{${easyFlowDisk}}`,
    `node_filesystem_size_bytes{${easyFlowDisk}}`,
    14,
    16,
  ),
  used(
    "EasyFlowMemoryHigh",
    `node_memory_MemAvailable_bytes{${easyFlowNode}}`,
    `node_memory_MemTotal_bytes{${easyFlowNode}}`,
    9,
    11,
  ),
  {
    alert: "EasyFlowSlaResponseTime",
    fires: easyFlowSeconds(3),
    silent: easyFlowSeconds(1),
  },
  {
    alert: "EasyFlowEscalationsGrowing",
    fires: { [easyFlowEscalations]: "0+10x192 1935+15x48" },
    silent: { [easyFlowEscalations]: "0+10x240" },
    at: "220h",
    step: "1h",
  },
  {
    alert: "EasyFlowNegativeReviews",
    fires: {
      'easy_flow_negative_reviews_total{job="easy-flow",platform="telegram"}':
        "0x25 1x40",
    },
    silent: {
      'easy_flow_negative_reviews_total{job="easy-flow",platform="telegram"}':
        "1x60",
    },
  },
];

const monitoWork = 'job="monito",component="pre_processor",operation_type="x"';
const monitoCache = (hits: number): Input =>
  share(
    "monito_cache_operations_total",
    'job="monito",component="redis_cache",operation="get",result="hit"',
    'job="monito",component="redis_cache",operation="get",result="miss"',
    hits,
  );

const monito: readonly AlertCase[] = [
  gauge("MonitoTargetDown", 'up{job="monito",instance="a"}', "0", "1"),
  {
    alert: "MonitoMetricsAbsent",
    fires: { 'up{job="monito"}': "1x60" },
    silent: { [`monito_operations_total{${monitoWork}}`]: "0x60" },
  },
  {
    alert: "MonitoHighErrorRatio",
    ...shares(
      "monito_operations_total",
      `${monitoWork},status="error"`,
      `${monitoWork},status="success"`,
      6,
      4,
    ),
  },
  {
    alert: "MonitoSlowOperations",
    fires: histogram(
      "monito_operation_duration_seconds",
      monitoWork,
      ["1", "5"],
      true,
    ),
    silent: histogram(
      "monito_operation_duration_seconds",
      monitoWork,
      ["1", "5"],
      false,
    ),
  },
  gauge(
    "MonitoLowDataQuality",
    'monito_data_quality_score{job="monito",component="pre_processor"}',
    "0.79",
    "0.81",
  ),
  gauge(
    "MonitoHighMemory",
    'process_resident_memory_bytes{job="monito"}',
    "1073741825",
    "1073741824",
  ),
  {
    alert: "MonitoLowCacheHitRatio",
    fires: monitoCache(49),
    silent: monitoCache(51),
    at: "59m",
  },
];

const slowService = (alert: string, job: string, endpoint: string) => {
  const labels = `job="${job}",endpoint="${endpoint}"`;
  const metric = "http_request_duration_seconds";
  return {
    alert,
    fires: histogram(metric, labels, ["0.5", "1"], true),
    silent: histogram(metric, labels, ["0.5", "1"], false),
  };
};
const slowCassandra = (alert: string, type: string): AlertCase => {
  const labels = `instance="a",request_type="${type}"`;
  const metric = "mcac_client_request_latency";
  return {
    alert,
    fires: histogram(metric, labels, ["100000", "200000"], true),
    silent: histogram(metric, labels, ["100000", "200000"], false),
  };
};

const productStore: readonly AlertCase[] = [
  slowService("BackendHighP99Latency", "backend-service", "/api/cart"),
  slowService("CartServiceP99Latency", "cart-service", "/cart"),
  slowService("OrderServiceP99Latency", "order-service", "/order"),
  slowService("UserServiceP99Latency", "user-service", "/user"),
  slowService("UserFacingLatencyHigh", "backend-service", "/api/products"),
  {
    alert: "HighErrorRate",
    ...shares(
      "http_requests_total",
      'job="cart-service",status="500"',
      'job="cart-service",status="200"',
      6,
      4,
    ),
  },
  {
    alert: "CassandraHighRPS",
    fires: {
      'mcac_client_request_latency_total{instance="a",request_type="read"}':
        "0+6060x60",
    },
    silent: {
      'mcac_client_request_latency_total{instance="a",request_type="read"}':
        "0+5940x60",
    },
  },
  slowCassandra("CassandraHighLatency", "read"),
  slowCassandra("CassandraHighWriteLatency", "write"),
  used(
    "HighMemoryUsage",
    'mcac_jvm_memory_used{instance="a",memory_type="heap"}',
    'mcac_jvm_memory_max{instance="a",memory_type="heap"}',
    81,
    80,
  ),
  gauge("TargetDown", 'up{job="cart-service"}', "0", "1"),
  gauge("NginxDown", 'nginx_up{instance="a"}', "0", "1"),
  {
    alert: "JaegerSpansDropped",
    fires: {
      'jaeger_collector_spans_dropped_total{instance="a"}': "0+1x60",
    },
    silent: { 'jaeger_collector_spans_dropped_total{instance="a"}': "1x60" },
  },
];

const loggingAndTracing: readonly AlertCase[] = [
  gauge("TargetDown", 'up{job="loki",instance="a"}', "0", "1"),
  {
    alert: "LogLinesDropped",
    fires: {
      'promtail_dropped_entries_total{instance="a",reason="x"}': "0+1x60",
    },
    silent: {
      'promtail_dropped_entries_total{instance="a",reason="x"}': "1x60",
    },
  },
  {
    alert: "SpansLost",
    fires: {
      'otelcol_receiver_refused_spans_total{instance="a"}': "0+1x60",
    },
    silent: { 'otelcol_receiver_refused_spans_total{instance="a"}': "1x60" },
  },
];

/** Requests of the shop's API of which `bad` of a thousand fail. */
const apiRequests = (bad: number): Input => ({
  'http_requests_total{job="api",status="200"}': `0+${1000 - bad}x60`,
  'http_requests_total{job="api",status="500"}': `0+${bad}x60`,
});
const budget = (alert: string, beyond: number, within: number): AlertCase => ({
  alert,
  // The budget is one request of a thousand.
  fires: apiRequests(beyond),
  silent: apiRequests(within),
});
const checkoutSteps: readonly (readonly [endpoint: string, le: string])[] = [
  ["/cart/items", "0.2"],
  ["/cart", "0.3"],
  ["/payments", "0.5"],
  ["/orders/confirmation", "1"],
];
/** Each step of the checkout, of which `late` of a thousand requests come late. */
const checkout = (late: number): Input =>
  Object.fromEntries(
    checkoutSteps.flatMap(([endpoint, le]) => {
      const of = `job="api",endpoint="${endpoint}",status="200"`;
      const metric = "http_request_duration_seconds";
      return [
        [`${metric}_bucket{${of},le="${le}"}`, `0+${1000 - late}x60`],
        [`${metric}_count{${of}}`, "0+1000x60"],
      ];
    }),
  );

const slo: readonly AlertCase[] = [
  budget("ErrorBudgetWarning", 0.5, 0.4),
  budget("ErrorBudgetCritical", 0.8, 0.7),
  budget("ErrorBudgetAlmostExhausted", 0.95, 0.85),
  budget("ErrorBudgetExhausted", 1.1, 0.9),
  budget("SLOViolation", 1.1, 0.9),
  {
    alert: "CheckoutFlowBelowObjective",
    fires: checkout(1),
    silent: checkout(0.8),
  },
];

/** What the queries of an SLO read, where that cannot be told from the queries. */
export const seriesOfSlo: Readonly<Record<string, readonly SampleSeries[]>> = {
  "connection-availability": [
    { metric: "pg_up", labels: { job: "postgres" }, counts: "state" },
  ],
};

/** By system. Alerts of SLOs are not here: what feeds them, and when they fire, is computed. */
export const alertCases: Readonly<Record<string, readonly AlertCase[]>> = {
  applications,
  "archon-agent": archonAgent,
  "easy-flow": easyFlow,
  ecommerce,
  "logging-and-tracing": loggingAndTracing,
  monito,
  "product-store": productStore,
  slo,
};

function shares(
  metric: string,
  bad: string,
  good: string,
  beyond: number,
  within: number,
): Pick<AlertCase, "fires" | "silent"> {
  return {
    fires: share(metric, bad, good, beyond),
    silent: share(metric, bad, good, within),
  };
}
