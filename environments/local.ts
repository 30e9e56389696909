import type { Environment } from "monitoring-as-code";

/** Everything on one machine: no secret but the sign-in of Grafana, no cloud storage, nobody is paged. */
export const local = {
  name: "local",
  label: "local",
  cluster: "local",
  state: { kind: "local" },
  grafana: {
    url: "http://localhost:3000",
    version: 13,
    auth: "basic",
    cloud: false,
    theme: "dark",
    timezone: "UTC",
    volumeGiB: 10,
  },
  dataSources: {
    prometheus: "http://prometheus:9090",
    loki: "http://loki:3100",
    tempo: "http://tempo:3200",
    jaeger: "http://jaeger:16686",
    alertmanager: "http://alertmanager:9093",
    "easy-flow-analytics": "postgres:5432",
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
  helmValues: {
    jaeger: {
      enabled: true,
      storage: { type: "elasticsearch" },
      elasticsearch: { replicas: 1 },
    },
  },
  alerting: {
    evaluator: "grafana",
    integrations: ["webhook"],
    sloPeriod: "7d",
    runbooksUrl: "https://runbooks.example.com",
  },
  deletionProtection: false,
  storage: undefined,
} satisfies Environment;
