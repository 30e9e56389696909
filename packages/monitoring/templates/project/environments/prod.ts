import type { Environment } from "monitoring-as-code";

/** What customers use, and the only environment that wakes somebody up. */
export const prod = {
  name: "prod",
  label: "production",
  cluster: "prod",
  state: {
    kind: "s3",
    bucket: "example-monitoring-terraform-state",
    region: "eu-central-1",
  },
  grafana: {
    url: "https://grafana.example.com",
    version: 13,
    auth: "token",
    cloud: false,
    theme: "dark",
    timezone: "UTC",
    volumeGiB: 10,
  },
  dataSources: { prometheus: "http://prometheus.example.com:9090" },
  prometheus: {
    retention: "30d",
    retentionSizeGB: 50,
    volumeGiB: 100,
    replicas: 2,
    scrapeInterval: "30s",
    evaluationInterval: "30s",
    resourceClass: "medium",
    highAvailability: false,
  },
  loki: { retention: "168h", volumeGiB: 50 },
  tempo: { retention: "7d" },
  alerting: {
    evaluator: "grafana",
    integrations: ["webhook", "email", "pagerduty"],
    sloPeriod: "30d",
    runbooksUrl: "https://runbooks.example.com",
  },
  deletionProtection: true,
  storage: undefined,
} satisfies Environment;
