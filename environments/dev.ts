import type { Environment } from "monitoring-as-code";

/** Where changes land first. Pages go to Slack only. */
export const dev = {
  name: "dev",
  label: "development",
  cluster: "dev-cluster",
  state: {
    kind: "s3",
    bucket: "acme-monitoring-terraform-state",
    region: "eu-central-1",
  },
  grafana: {
    url: "https://grafana.dev.example.com",
    version: 13,
    auth: "token",
    cloud: false,
    theme: "dark",
    timezone: "UTC",
    volumeGiB: 10,
  },
  dataSources: {
    prometheus: "http://prometheus.dev.example.com:9090",
    loki: "http://loki.dev.example.com:3100",
    tempo: "http://tempo.dev.example.com:3200",
    alertmanager: "http://alertmanager.dev.example.com:9093",
    "easy-flow-analytics": "postgres.dev.example.com:5432",
  },
  prometheus: {
    retention: "7d",
    retentionSizeGB: 16,
    volumeGiB: 20,
    replicas: 1,
    scrapeInterval: "30s",
    evaluationInterval: "30s",
    resourceClass: "small",
    highAvailability: false,
  },
  loki: { retention: "48h", volumeGiB: 50 },
  tempo: { retention: "24h" },
  helmValues: { jaeger: { enabled: false } },
  alerting: {
    evaluator: "grafana",
    integrations: ["webhook", "slack", "email", "telegram"],
    sloPeriod: "7d",
    runbooksUrl: "https://runbooks.example.com",
    smtp: {
      smarthost: "smtp.example.com:587",
      from: "alertmanager@example.com",
    },
  },
  deletionProtection: false,
  storage: {
    region: "eu-central-1",
    bucketPrefix: "acme",
    longTerm: undefined,
    backupRetentionDays: 7,
    artefacts: false,
  },
} satisfies Environment;
