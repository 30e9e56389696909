import type { ScrapeJob } from "monitoring-as-code";

export const jobs: readonly ScrapeJob[] = [
  {
    job: "shop-api",
    targets: ["shop-api:8080"],
    labels: { service: "api" },
  },
  {
    job: "shop-payment",
    targets: ["shop-payment:8080"],
    labels: { service: "payment" },
  },
];
