import type { Environment } from "monitoring-as-code";

/** The rehearsal of prod: same rules, shorter memory. Pages go to Slack only. */
export const staging = {
  name: "staging",
  label: "staging",
  cluster: "staging-cluster",
  state: {
    kind: "s3",
    bucket: "acme-monitoring-terraform-state",
    region: "eu-central-1",
  },
  grafana: {
    url: "https://grafana.staging.example.com",
    version: 13,
    auth: "token",
    cloud: false,
    theme: "dark",
    timezone: "UTC",
    volumeGiB: 10,
  },
  dataSources: {
    prometheus: "http://prometheus.staging.example.com:9090",
    loki: "http://loki.staging.example.com:3100",
    tempo: "http://tempo.staging.example.com:3200",
    jaeger: "http://jaeger.staging.example.com:16686",
    alertmanager: "http://alertmanager.staging.example.com:9093",
    "easy-flow-analytics": "postgres.staging.example.com:5432",
  },
  prometheus: {
    retention: "14d",
    retentionSizeGB: 40,
    volumeGiB: 50,
    replicas: 2,
    scrapeInterval: "15s",
    evaluationInterval: "15s",
    resourceClass: "medium",
    highAvailability: false,
  },
  loki: { retention: "96h", volumeGiB: 50 },
  tempo: { retention: "3d" },
  helmValues: {
    jaeger: {
      enabled: true,
      storage: { type: "elasticsearch" },
      elasticsearch: { replicas: 1 },
    },
  },
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
  deletionProtection: true,
  storage: {
    region: "eu-central-1",
    bucketPrefix: "acme",
    longTerm: undefined,
    backupRetentionDays: 14,
    artefacts: true,
  },
} satisfies Environment;
