import type { Environment } from "monitoring-as-code";

/** What customers use, and the only environment that wakes somebody up. */
export const prod = {
  name: "prod",
  label: "production",
  cluster: "prod-cluster",
  state: {
    kind: "s3",
    bucket: "acme-monitoring-terraform-state",
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
  dataSources: {
    prometheus: "http://prometheus.example.com:9090",
    loki: "http://loki.example.com:3100",
    tempo: "http://tempo.example.com:3200",
    jaeger: "http://jaeger.example.com:16686",
    alertmanager: "http://alertmanager.example.com:9093",
    "easy-flow-analytics": "postgres.example.com:5432",
  },
  prometheus: {
    retention: "30d",
    retentionSizeGB: 50,
    volumeGiB: 100,
    replicas: 3,
    scrapeInterval: "15s",
    evaluationInterval: "15s",
    resourceClass: "large",
    highAvailability: true,
    remoteWrite: {
      url: "http://thanos-receiver:19291/api/v1/receive",
      capacity: 10_000,
      maxShards: 50,
    },
  },
  loki: { retention: "168h", volumeGiB: 50 },
  tempo: { retention: "7d" },
  helmValues: {
    jaeger: {
      enabled: true,
      storage: { type: "elasticsearch" },
      elasticsearch: { replicas: 3 },
    },
  },
  alerting: {
    evaluator: "grafana",
    integrations: ["webhook", "slack", "email", "telegram", "pagerduty"],
    sloPeriod: "30d",
    runbooksUrl: "https://runbooks.example.com",
    smtp: {
      smarthost: "smtp.example.com:587",
      from: "alertmanager@example.com",
    },
  },
  deletionProtection: true,
  storage: {
    region: "eu-central-1",
    bucketPrefix: "acme",
    longTerm: {
      infrequentAccessAfterDays: 30,
      glacierAfterDays: 90,
      expireAfterDays: 365,
    },
    backupRetentionDays: 30,
    artefacts: true,
  },
} satisfies Environment;
