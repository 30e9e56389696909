import type { Slo } from "monitoring-as-code";

export const slos: readonly Slo[] = [
  {
    id: "api-availability",
    title: "API availability",
    description: "999 of 1000 requests are answered",
    service: "api",
    team: "shop",
    objective: 99.9,
    period: "30d",
    sli: {
      kind: "events",
      total: 'sum(rate(http_requests_total{job="shop-api"}[$window]))',
      errors:
        'sum(rate(http_requests_total{job="shop-api", status=~"5.."}[$window]))',
    },
  },
  {
    id: "api-latency",
    title: "API latency",
    description: "99 of 100 requests take half a second at most",
    service: "api",
    team: "shop",
    objective: 99,
    period: "30d",
    sli: {
      kind: "latency",
      histogram: "http_request_duration_seconds",
      le: 0.5,
      selector: 'job="shop-api"',
    },
  },
];
