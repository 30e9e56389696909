import type { AlertGroup, AlertRule } from "monitoring-as-code";

const outOfStock: AlertRule = {
  alert: "OutOfStock",
  expr: "min by (article) (stock_items)",
  condition: { is: "<", value: 1 },
  for: "15m",
  severity: "warning",
  team: "logistics",
  summary: "{{ $labels.article }} is out of stock",
  description: "{{ $value | humanize }} items are left",
};

export const alertGroups: readonly AlertGroup[] = [
  {
    name: "stock",
    alerts: [
      outOfStock,
      {
        ...outOfStock,
        alert: "WarehouseDown",
        expr: "up",
        condition: { is: "==", value: 0 },
        severity: "critical",
        summary: "The warehouse does not answer",
        description: "{{ $labels.instance }} does not answer scrapes",
        suppress: [
          {
            check: "routing/page-without-pager",
            reason: "The warehouse has nobody on call yet",
            until: "2027-12-31",
          },
        ],
      },
    ],
  },
];
