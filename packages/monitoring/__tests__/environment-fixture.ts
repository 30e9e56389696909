import type { Environment } from "../src/model/environment";

/** An environment called `test`, of no importance but for what `alerting` and `changes` say. */
export function environmentWith(
  alerting: Partial<Environment["alerting"]> = {},
  changes: Partial<Environment> = {},
): Environment {
  return {
    name: "test",
    label: "testing",
    cluster: "test-cluster",
    state: { kind: "local" },
    grafana: {
      url: "http://grafana:3000",
      version: 13,
      auth: "basic",
      cloud: false,
      theme: "dark",
      timezone: "UTC",
      volumeGiB: 1,
    },
    dataSources: {
      prometheus: "http://prometheus:9090",
      alertmanager: "http://alertmanager:9093",
    },
    prometheus: {
      retention: "7d",
      retentionSizeGB: 1,
      volumeGiB: 2,
      replicas: 1,
      scrapeInterval: "30s",
      evaluationInterval: "60s",
      resourceClass: "small",
      highAvailability: false,
    },
    loki: { retention: "48h", volumeGiB: 1 },
    tempo: { retention: "24h" },
    alerting: {
      evaluator: "grafana",
      integrations: ["webhook"],
      sloPeriod: "7d",
      runbooksUrl: "https://runbooks.example.com",
      ...alerting,
    },
    deletionProtection: false,
    storage: undefined,
    ...changes,
  };
}
