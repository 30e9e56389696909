"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.alertGroups = void 0;
const expressions_1 = require("../../dashboards/product-store/expressions");
const backend_1 = require("../../dashboards/product-store/backend");
const cart_1 = require("../../dashboards/product-store/cart");
const cassandra_1 = require("../../dashboards/product-store/cassandra");
const jaeger_1 = require("../../dashboards/product-store/jaeger");
const nginx_1 = require("../../dashboards/product-store/nginx");
const order_1 = require("../../dashboards/product-store/order");
const user_1 = require("../../dashboards/product-store/user");
const monitoring_as_code_1 = require("monitoring-as-code");
const serviceTeam = "product-store";
const platformTeam = "platform";
/** The service of an alert that only knows its job: `cart-service` is `cart`, as in the alerts that name one. */
const serviceOfJob = '{{ $labels.job | reReplaceAll "-service$" "" }}';
function p99Latency({ alert, job, service, panel }) {
  const name = service.charAt(0).toUpperCase() + service.slice(1);
  return {
    alert,
    expr: (0, expressions_1.serviceP99)(job, "5m"),
    condition: { is: ">", value: 0.5 },
    for: "2m",
    severity: "critical",
    team: serviceTeam,
    labels: { service },
    summary: `${name} service P99 latency is high`,
    description: `P99 latency is {{ $value | humanizeDuration }} for ${service} service`,
    panel,
  };
}
const serviceAlerts = [
  p99Latency({
    alert: "BackendHighP99Latency",
    job: "backend-service",
    service: "backend",
    panel: (0, monitoring_as_code_1.panelOf)(
      backend_1.backendDashboard,
      "p99-latency-by-endpoint",
    ),
  }),
  p99Latency({
    alert: "CartServiceP99Latency",
    job: "cart-service",
    service: "cart",
    panel: (0, monitoring_as_code_1.panelOf)(
      cart_1.cartDashboard,
      "p99-latency",
    ),
  }),
  p99Latency({
    alert: "OrderServiceP99Latency",
    job: "order-service",
    service: "order",
    panel: (0, monitoring_as_code_1.panelOf)(
      order_1.orderDashboard,
      "p99-latency",
    ),
  }),
  p99Latency({
    alert: "UserServiceP99Latency",
    job: "user-service",
    service: "user",
    panel: (0, monitoring_as_code_1.panelOf)(
      user_1.userDashboard,
      "p99-latency",
    ),
  }),
  {
    alert: "UserFacingLatencyHigh",
    expr: (0, expressions_1.productListP95)("5m"),
    condition: { is: ">", value: 0.5 },
    for: "5m",
    severity: "warning",
    team: serviceTeam,
    labels: { service: "backend" },
    summary: "Users experiencing slow product page loads",
    description:
      "P95 latency of the product list is {{ $value | humanizeDuration }}. Check backend service and Cassandra performance",
    panel: (0, monitoring_as_code_1.panelOf)(
      backend_1.backendDashboard,
      "product-list-p95",
    ),
  },
  {
    alert: "HighErrorRate",
    expr: (0, expressions_1.serverErrorPercent)("5m"),
    condition: { is: ">", value: 5 },
    for: "5m",
    severity: "critical",
    team: serviceTeam,
    labels: { service: serviceOfJob },
    summary: "High error rate detected",
    description:
      'Error rate is {{ printf "%.1f" $value }}% for {{ $labels.job }}',
    panel: (0, monitoring_as_code_1.panelOf)(
      nginx_1.nginxDashboard,
      "error-ratio-by-service",
    ),
  },
];
const cassandraAlerts = [
  {
    alert: "CassandraHighRPS",
    expr: (0, expressions_1.cassandraOperations)("5m"),
    condition: { is: ">", value: 100 },
    for: "5m",
    severity: "warning",
    team: platformTeam,
    labels: { service: "cassandra" },
    summary: "Cassandra RPS is high",
    description:
      'Cassandra is handling {{ printf "%.0f" $value }} operations per second on {{ $labels.instance }}',
    panel: (0, monitoring_as_code_1.panelOf)(
      cassandra_1.cassandraDashboard,
      "operations",
    ),
  },
  {
    alert: "CassandraHighLatency",
    expr: (0, expressions_1.cassandraP99)("read", "5m"),
    condition: { is: ">", value: 100 },
    for: "2m",
    severity: "critical",
    team: platformTeam,
    labels: { service: "cassandra" },
    summary: "Cassandra read latency is high",
    description:
      'Cassandra P99 read latency is {{ printf "%.0f" $value }}ms on {{ $labels.instance }}',
    panel: (0, monitoring_as_code_1.panelOf)(
      cassandra_1.cassandraDashboard,
      "latency-p99",
    ),
    noData: "NoData",
  },
  {
    alert: "HighMemoryUsage",
    expr: expressions_1.heapPercent,
    condition: { is: ">", value: 80 },
    for: "5m",
    severity: "warning",
    team: platformTeam,
    labels: { service: "cassandra" },
    summary: "High JVM memory usage",
    description:
      'JVM heap usage is {{ printf "%.0f" $value }}% for {{ $labels.instance }}',
    panel: (0, monitoring_as_code_1.panelOf)(
      cassandra_1.cassandraDashboard,
      "heap-percent",
    ),
    noData: "NoData",
  },
];
const platformAlerts = [
  {
    alert: "TargetDown",
    // Locust answers only while a load test runs.
    expr: 'up{job!="locust"}',
    condition: { is: "==", value: 0 },
    for: "1m",
    severity: "critical",
    team: platformTeam,
    labels: { service: serviceOfJob },
    summary: "Part of the shop is not answering its monitoring",
    description:
      "{{ $labels.instance }} of {{ $labels.job }} has not been scraped for a minute",
  },
  {
    alert: "NginxDown",
    expr: "nginx_up",
    condition: { is: "<", value: 1 },
    for: "1m",
    severity: "critical",
    team: platformTeam,
    labels: { service: "nginx" },
    summary: "The shop cannot be reached, its gateway is down",
    description:
      "The exporter {{ $labels.instance }} has not reached Nginx for a minute",
    panel: (0, monitoring_as_code_1.panelOf)(
      nginx_1.nginxDashboard,
      "gateway-up",
    ),
  },
  {
    alert: "CassandraHighWriteLatency",
    expr: (0, expressions_1.cassandraP99)("write", "5m"),
    condition: { is: ">", value: 100 },
    for: "2m",
    severity: "critical",
    team: platformTeam,
    labels: { service: "cassandra" },
    summary: "Cassandra write latency is high",
    description:
      'Cassandra P99 write latency is {{ printf "%.0f" $value }}ms on {{ $labels.instance }}',
    panel: (0, monitoring_as_code_1.panelOf)(
      cassandra_1.cassandraDashboard,
      "latency-p99",
    ),
  },
  {
    alert: "JaegerSpansDropped",
    expr: (0, expressions_1.spansDropped)("5m"),
    condition: { is: ">", value: 0 },
    for: "5m",
    severity: "warning",
    team: platformTeam,
    labels: { service: "jaeger" },
    summary: "Traces have gaps because Jaeger loses spans",
    description:
      'Jaeger loses {{ printf "%.1f" $value }} spans per second on {{ $labels.instance }}',
    panel: (0, monitoring_as_code_1.panelOf)(
      jaeger_1.jaegerDashboard,
      "spans-dropped",
    ),
  },
  {
    alert: "Watchdog",
    expr: "vector(1)",
    severity: "info",
    team: platformTeam,
    labels: { service: "monitoring" },
    summary: "Alerts of the shop reach their receivers",
    description:
      "Always firing; the heartbeat service raises the alarm when this stops arriving",
  },
];
/**
 * The source evaluates every ten seconds, as often as the services are scraped. A latency without requests is not a
 * number and no alert; Cassandra's read latency and heap always have a value, so that their absence is told.
 */
exports.alertGroups = [
  {
    name: "microservices_alerts",
    interval: "10s",
    alerts: [...serviceAlerts, ...cassandraAlerts],
  },
  { name: "platform_alerts", interval: "30s", alerts: platformAlerts },
];
//# sourceMappingURL=alerts.js.map
