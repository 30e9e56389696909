import type { Slo } from "monitoring-as-code";

export const slos: readonly Slo[] = [
  {
    id: "availability",
    title: "Availability",
    description: "999 of 1000 requests are answered without a server error",
    service: "shop-api",
    team: "platform",
    objective: 99.9,
    period: "30d",
    sli: {
      kind: "events",
      total: "sum(rate(http_requests_total[$window]))",
      errors: 'sum(rate(http_requests_total{status=~"5.."}[$window]))',
    },
  },
];
