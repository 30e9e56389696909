import type { Environment } from "monitoring-as-code";

/** Where changes are tried: small, on one machine, without cloud storage. */
export const staging = {
  name: "staging",
  label: "staging",
  cluster: "staging-cluster",
  state: { kind: "local" },
  grafana: {
    url: "http://localhost:3000",
    version: 13,
    auth: "basic",
    cloud: false,
    theme: "dark",
    timezone: "UTC",
    volumeGiB: 5,
  },
  dataSources: {
    prometheus: "http://prometheus:9090",
    loki: "http://loki:3100",
    tempo: "http://tempo:3200",
    alertmanager: "http://alertmanager:9093",
    "warehouse-database": "postgres:5432",
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
  loki: { retention: "48h", volumeGiB: 10 },
  tempo: { retention: "24h" },
  alerting: {
    evaluator: "grafana",
    integrations: ["webhook"],
    sloPeriod: "7d",
    runbooksUrl: "https://runbooks.example.com",
  },
  deletionProtection: false,
  storage: undefined,
} satisfies Environment;
