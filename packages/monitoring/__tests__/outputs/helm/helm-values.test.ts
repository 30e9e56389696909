import { parse } from "yaml";
import type { Environment } from "../../../src/model/environment";
import { helmValues } from "../../../src/outputs/helm/helm-values";
import { environmentWith } from "../../environment-fixture";

interface Values {
  "kube-prometheus-stack": {
    prometheus: { prometheusSpec: Record<string, unknown> };
  };
  "loki-stack": {
    loki: { config: { limits_config: { retention_period: string } } };
  };
}

const valuesOf = (changes: Partial<Environment> = {}): Values =>
  parse(helmValues(environmentWith({}, changes)).content) as Values;
const prometheusOf = (values: Values): Record<string, unknown> =>
  values["kube-prometheus-stack"].prometheus.prometheusSpec;

describe("helmValues", () => {
  test("gives Prometheus its replicas, memory, volume, interval and names", () => {
    expect(prometheusOf(valuesOf())).toMatchObject({
      replicas: 1,
      retention: "1w",
      retentionSize: "1GB",
      scrapeInterval: "30s",
      externalLabels: { cluster: "test-cluster", environment: "testing" },
      storageSpec: {
        volumeClaimTemplate: {
          spec: { resources: { requests: { storage: "2Gi" } } },
        },
      },
    });
  });

  test("writes to another store where there is one", () => {
    const { prometheus } = environmentWith();
    const url = "http://receiver:19291/api/v1/receive";
    const remoteWrite = { url, capacity: 100, maxShards: 5 };
    expect(
      prometheusOf(valuesOf({ prometheus: { ...prometheus, remoteWrite } })),
    ).toMatchObject({
      remoteWrite: [{ url, queueConfig: { capacity: 100, maxShards: 5 } }],
    });
    expect(prometheusOf(valuesOf())).not.toHaveProperty("remoteWrite");
  });

  test("keeps logs in hours, as Loki counts", () => {
    const loki = { retention: "4d", volumeGiB: 1 } as const;
    expect(
      valuesOf({ loki })["loki-stack"].loki.config.limits_config
        .retention_period,
    ).toBe("96h");
  });

  test("holds what the project adds", () => {
    expect(
      valuesOf({ helmValues: { collector: { replicas: 3 } } }),
    ).toMatchObject({ collector: { replicas: 3 } });
  });
});
