import { panelOf, type AlertGroup } from "monitoring-as-code";
import { overviewDashboard } from "../../dashboards/shop/overview";

const team = "shop";

export const alertGroups: readonly AlertGroup[] = [
  {
    name: "availability",
    alerts: [
      {
        alert: "ShopDown",
        expr: 'up{job="shop-api"}',
        condition: { is: "==", value: 0 },
        for: "2m",
        severity: "critical",
        team,
        summary: "The shop does not answer",
        description: "{{ $labels.instance }} does not answer scrapes",
      },
      {
        alert: "HighErrorRate",
        expr: 'sum by (service) (rate(http_requests_total{status=~"5.."}[5m])) / sum by (service) (rate(http_requests_total[5m]))',
        condition: { is: ">", value: 0.05 },
        for: "5m",
        severity: "critical",
        team,
        summary: "{{ $labels.service }} fails",
        description: "{{ $value | humanizePercentage }} of the requests fail",
        panel: panelOf(overviewDashboard, "error-ratio"),
      },
      {
        alert: "QueueGrows",
        expr: "max by (queue) (queue_depth)",
        condition: { is: ">", value: 1000 },
        for: "10m",
        severity: "warning",
        team: "data",
        summary: "{{ $labels.queue }} grows",
        description: "{{ $value | humanize }} jobs wait",
      },
    ],
  },
];
