import { panelOf, type AlertGroup } from "monitoring-as-code";
import { overviewDashboard } from "../../dashboards/shop/overview";

export const alertGroups: readonly AlertGroup[] = [
  {
    name: "targets",
    alerts: [
      {
        alert: "ShopDown",
        expr: 'up{job="shop-api"}',
        condition: { is: "==", value: 0 },
        for: "5m",
        severity: "critical",
        team: "platform",
        summary: "{{ $labels.instance }} of the shop does not answer",
        description:
          "up is {{ $value | humanize }} for {{ $labels.instance }}; 1 is good",
      },
    ],
  },
  {
    name: "latency",
    alerts: [
      {
        alert: "ShopSlow",
        expr: "histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m])))",
        condition: { is: ">", value: 1 },
        for: "10m",
        severity: "warning",
        team: "platform",
        summary: "One of twenty requests to the shop takes too long",
        description:
          "the 95th percentile is {{ $value | humanizeDuration }}; below 1s is good",
        panel: panelOf(overviewDashboard, "latency"),
      },
    ],
  },
];
