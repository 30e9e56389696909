import type { Slo } from "monitoring-as-code";

const requests = 'http_requests_total{job="api"';

/** An SLO as a system would write it; tests change what they are about. */
export const availability: Slo = {
  id: "api-availability",
  title: "API availability",
  description: "99.9 % of API requests succeed",
  service: "api",
  team: "backend",
  objective: 99.9,
  period: "30d",
  sli: {
    kind: "events",
    total: `sum(rate(${requests}}[$window]))`,
    errors: `sum(rate(${requests},status=~"5.."}[$window]))`,
  },
};

export const latency: Slo = {
  ...availability,
  id: "api-latency",
  title: "API latency",
  description: "99.5 % of API requests take less than 200 ms",
  objective: 99.5,
  sli: {
    kind: "latency",
    histogram: "http_request_duration_seconds",
    le: 0.2,
    selector: 'job="api"',
  },
};

export const database: Slo = {
  ...availability,
  id: "database-availability",
  title: "Database availability",
  description: "the database accepts connections 99.95 % of the time",
  service: "postgresql",
  objective: 99.95,
  sli: {
    kind: "raw",
    errorRatio: '1 - avg(avg_over_time(pg_up{job="postgres"}[$window]))',
  },
};

/** How the shop is scraped. */
export const context = {
  systemId: "shop",
  scrapeInterval: "15s",
  retention: "30d",
} as const;
