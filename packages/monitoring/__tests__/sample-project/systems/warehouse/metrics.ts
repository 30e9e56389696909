import type { Metric } from "monitoring-as-code";

export const metrics: readonly Metric[] = [
  {
    name: "stock_items",
    type: "gauge",
    unit: "items",
    labels: ["article"],
    help: "Items in stock",
  },
];
