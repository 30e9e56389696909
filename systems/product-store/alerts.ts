import { targetDown } from "monitoring-as-code/exporters/alerts";
import {
  cassandraOperations,
  cassandraP99,
  heapPercent,
  productListP95,
  serverErrorPercent,
  serviceP99,
  spansDropped,
  type ServiceJob,
} from "../../dashboards/product-store/expressions";
import { backendDashboard } from "../../dashboards/product-store/backend";
import { cartDashboard } from "../../dashboards/product-store/cart";
import { cassandraDashboard } from "../../dashboards/product-store/cassandra";
import { jaegerDashboard } from "../../dashboards/product-store/jaeger";
import { nginxDashboard } from "../../dashboards/product-store/nginx";
import { orderDashboard } from "../../dashboards/product-store/order";
import { userDashboard } from "../../dashboards/product-store/user";
import {
  type AlertGroup,
  type AlertRule,
  panelOf,
  type PanelRef,
} from "monitoring-as-code";

const serviceTeam = "product-store";
const platformTeam = "platform";

/** The service of an alert that only knows its job: `cart-service` is `cart`, as in the alerts that name one. */
const serviceOfJob = '{{ $labels.job | reReplaceAll "-service$" "" }}';

interface ServiceLatency {
  readonly alert: string;
  readonly job: ServiceJob;
  readonly service: "backend" | "cart" | "order" | "user";
  readonly panel: PanelRef;
}

function p99Latency({ alert, job, service, panel }: ServiceLatency): AlertRule {
  const name = service.charAt(0).toUpperCase() + service.slice(1);
  return {
    alert,
    expr: serviceP99(job, "5m"),
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

const serviceAlerts: readonly AlertRule[] = [
  p99Latency({
    alert: "BackendHighP99Latency",
    job: "backend-service",
    service: "backend",
    panel: panelOf(backendDashboard, "p99-latency-by-endpoint"),
  }),
  p99Latency({
    alert: "CartServiceP99Latency",
    job: "cart-service",
    service: "cart",
    panel: panelOf(cartDashboard, "p99-latency"),
  }),
  p99Latency({
    alert: "OrderServiceP99Latency",
    job: "order-service",
    service: "order",
    panel: panelOf(orderDashboard, "p99-latency"),
  }),
  p99Latency({
    alert: "UserServiceP99Latency",
    job: "user-service",
    service: "user",
    panel: panelOf(userDashboard, "p99-latency"),
  }),
  {
    alert: "UserFacingLatencyHigh",
    expr: productListP95("5m"),
    condition: { is: ">", value: 0.5 },
    for: "5m",
    severity: "warning",
    team: serviceTeam,
    labels: { service: "backend" },
    summary: "Users experiencing slow product page loads",
    description:
      "P95 latency of the product list is {{ $value | humanizeDuration }}. Check backend service and Cassandra performance",
    panel: panelOf(backendDashboard, "product-list-p95"),
  },
  {
    alert: "HighErrorRate",
    expr: serverErrorPercent("5m"),
    condition: { is: ">", value: 5 },
    for: "5m",
    severity: "critical",
    team: serviceTeam,
    labels: { service: serviceOfJob },
    summary: "High error rate detected",
    description:
      'Error rate is {{ printf "%.1f" $value }}% for {{ $labels.job }}',
    panel: panelOf(nginxDashboard, "error-ratio-by-service"),
  },
];

const cassandraAlerts: readonly AlertRule[] = [
  {
    alert: "CassandraHighRPS",
    expr: cassandraOperations("5m"),
    condition: { is: ">", value: 100 },
    for: "5m",
    severity: "warning",
    team: platformTeam,
    labels: { service: "cassandra" },
    summary: "Cassandra RPS is high",
    description:
      'Cassandra is handling {{ printf "%.0f" $value }} operations per second on {{ $labels.instance }}',
    panel: panelOf(cassandraDashboard, "operations"),
  },
  {
    alert: "CassandraHighLatency",
    expr: cassandraP99("read", "5m"),
    condition: { is: ">", value: 100 },
    for: "2m",
    severity: "critical",
    team: platformTeam,
    labels: { service: "cassandra" },
    summary: "Cassandra read latency is high",
    description:
      'Cassandra P99 read latency is {{ printf "%.0f" $value }}ms on {{ $labels.instance }}',
    panel: panelOf(cassandraDashboard, "latency-p99"),
    noData: "NoData",
  },
  {
    alert: "HighMemoryUsage",
    expr: heapPercent,
    condition: { is: ">", value: 80 },
    for: "5m",
    severity: "warning",
    team: platformTeam,
    labels: { service: "cassandra" },
    summary: "High JVM memory usage",
    description:
      'JVM heap usage is {{ printf "%.0f" $value }}% for {{ $labels.instance }}',
    panel: panelOf(cassandraDashboard, "heap-percent"),
    noData: "NoData",
  },
];

const platformAlerts: readonly AlertRule[] = [
  targetDown({
    alert: "TargetDown",
    // Locust answers only while a load test runs.
    selector: 'job!="locust"',
    for: "1m",
    team: platformTeam,
    labels: { service: serviceOfJob },
    summary: "Part of the shop is not answering its monitoring",
    description:
      "{{ $labels.instance }} of {{ $labels.job }} has not been scraped for a minute",
  }),
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
    panel: panelOf(nginxDashboard, "gateway-up"),
  },
  {
    alert: "CassandraHighWriteLatency",
    expr: cassandraP99("write", "5m"),
    condition: { is: ">", value: 100 },
    for: "2m",
    severity: "critical",
    team: platformTeam,
    labels: { service: "cassandra" },
    summary: "Cassandra write latency is high",
    description:
      'Cassandra P99 write latency is {{ printf "%.0f" $value }}ms on {{ $labels.instance }}',
    panel: panelOf(cassandraDashboard, "latency-p99"),
  },
  {
    alert: "JaegerSpansDropped",
    expr: spansDropped("5m"),
    condition: { is: ">", value: 0 },
    for: "5m",
    severity: "warning",
    team: platformTeam,
    labels: { service: "jaeger" },
    summary: "Traces have gaps because Jaeger loses spans",
    description:
      'Jaeger loses {{ printf "%.1f" $value }} spans per second on {{ $labels.instance }}',
    panel: panelOf(jaegerDashboard, "spans-dropped"),
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
export const alertGroups: readonly AlertGroup[] = [
  {
    name: "microservices_alerts",
    interval: "10s",
    alerts: [...serviceAlerts, ...cassandraAlerts],
  },
  { name: "platform_alerts", interval: "30s", alerts: platformAlerts },
];
