/** What can go wrong in the shop. */
export type ShopFault =
  "gateway-errors" | "low-stock" | "payment-failures" | "redis-memory";

type Exposed = Readonly<Record<string, number>>;

/** Names of all metrics that the shop exposes. */
export const playedMetrics = [
  "http_requests_total",
  "http_request_duration_seconds",
  "payments_processed_total",
  "inventory_level",
  "node_cpu_seconds_total",
  "node_memory_MemAvailable_bytes",
  "node_memory_MemTotal_bytes",
  "pg_stat_activity_count",
  "pg_settings_max_connections",
  "redis_memory_used_bytes",
  "redis_memory_max_bytes",
] as const;

const products = ["lamp", "chair", "table"];
/** Of each service. */
const requestsPerSecond = 50;
const paymentsPerSecond = 10;

/** Exposes what the targets of the system `ecommerce` expose; counters grow with the clock. */
export class PlayedShop {
  readonly faults = new Set<ShopFault>();
  private readonly counters = new Map<string, number>();
  private readonly lastScrape = new Map<string, number>();

  constructor(private readonly nowSeconds: () => number) {}

  /** The exposition of one target, in Prometheus' text format; undefined for an address that is no part of the shop. */
  metricsOf(target: string): string | undefined {
    const now = this.nowSeconds();
    const seconds = now - (this.lastScrape.get(target) ?? now);
    this.lastScrape.set(target, now);
    const series = this.seriesOf(target, seconds);
    return series && exposition(series);
  }

  private seriesOf(target: string, seconds: number): Exposed | undefined {
    switch (target) {
      case "frontend:8080":
      case "inventory-service:8083":
        return {
          ...this.requests(target, 0, seconds),
          ...(target.startsWith("inventory") ? this.stock() : {}),
        };
      case "api-gateway:8081":
        return this.requests(
          target,
          this.faults.has("gateway-errors") ? 0.5 : 0,
          seconds,
        );
      case "payment-service:8082":
        return {
          ...this.requests(target, 0, seconds),
          ...this.payments(seconds),
        };
      case "node-exporter:9100":
        return {
          ...this.count(
            'node_cpu_seconds_total{cpu="0",mode="idle"}',
            0.9 * seconds,
          ),
          ...this.count(
            'node_cpu_seconds_total{cpu="0",mode="user"}',
            0.1 * seconds,
          ),
          node_memory_MemAvailable_bytes: 6e9,
          node_memory_MemTotal_bytes: 8e9,
        };
      case "postgres-exporter:9187":
        return {
          'pg_stat_activity_count{datname="shop",server="postgres:5432",state="active"}': 5,
          'pg_settings_max_connections{server="postgres:5432"}': 100,
        };
      case "redis-exporter:9121":
        return {
          redis_memory_used_bytes: 300e6,
          redis_memory_max_bytes: 1e9,
        };
      case "otel-collector:8888":
      case "otel-collector:8889":
      case "localhost:9090":
        return {};
      default:
        return undefined;
    }
  }

  private requests(
    target: string,
    failedRatio: number,
    seconds: number,
  ): Exposed {
    const requests = requestsPerSecond * seconds;
    const each = (suffix: string, by: number): Exposed =>
      this.count(
        `http_request_duration_seconds_${suffix}`,
        by,
        `${target} http_request_duration_seconds_${suffix}`,
      );
    const answered = (status: string, by: number): Exposed =>
      this.count(
        `http_requests_total{method="GET",status="${status}"}`,
        by,
        `${target} ${status}`,
      );
    return {
      ...answered("200", requests * (1 - failedRatio)),
      ...answered("500", requests * failedRatio),
      ...each('bucket{le="0.1"}', requests * 0.99),
      ...each('bucket{le="0.5"}', requests),
      ...each('bucket{le="+Inf"}', requests),
      ...each("sum", requests * 0.05),
      ...each("count", requests),
    };
  }

  private payments(seconds: number): Exposed {
    const payments = paymentsPerSecond * seconds;
    const failed = this.faults.has("payment-failures") ? 0.3 : 0;
    const processed = (status: string, by: number): Exposed =>
      this.count(`payments_processed_total{status="${status}"}`, by);
    return {
      ...processed("success", payments * (1 - failed)),
      ...processed("failed", payments * failed),
    };
  }

  private stock(): Exposed {
    const low = this.faults.has("low-stock");
    return Object.fromEntries(
      products.map((product) => [
        `inventory_level{product="${product}"}`,
        low && product !== "table" ? 7 : 500,
      ]),
    );
  }

  private count(series: string, by: number, key: string = series): Exposed {
    const value = (this.counters.get(key) ?? 0) + by;
    this.counters.set(key, value);
    return { [series]: value };
  }
}

function exposition(series: Exposed): string {
  return Object.entries(series)
    .map(([name, value]) => `${name} ${value}\n`)
    .join("");
}
