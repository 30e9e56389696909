import { parse } from "yaml";
import { helmValues } from "monitoring-as-code/outputs/helm";
import { environments } from "../environments";

interface Values {
  "kube-prometheus-stack": {
    prometheus: { prometheusSpec: Record<string, unknown> };
    grafana: { persistence: { size: string } };
  };
  "loki-stack": {
    loki: { config: { limits_config: { retention_period: string } } };
  };
  tempo: { tempo: { retention: string } };
  jaeger: { enabled: boolean; elasticsearch?: { replicas: number } };
}

const valuesOf = (name: string): Values => {
  const environment = environments.find((candidate) => candidate.name === name);
  if (environment === undefined) throw new Error(`no environment ${name}`);
  return parse(helmValues(environment).content) as Values;
};
const prometheusOf = (name: string): Record<string, unknown> =>
  valuesOf(name)["kube-prometheus-stack"].prometheus.prometheusSpec;

describe("helmValues", () => {
  test.each([
    ["dev", 1, "1w", "16GB", "20Gi", "30s", "dev-cluster", "development"],
    ["staging", 2, "2w", "40GB", "50Gi", "15s", "staging-cluster", "staging"],
    ["prod", 3, "30d", "50GB", "100Gi", "15s", "prod-cluster", "production"],
  ])(
    "gives Prometheus of %s its replicas, memory, volume, interval and names",
    (
      name,
      replicas,
      retention,
      retentionSize,
      volume,
      scrapeInterval,
      cluster,
      label,
    ) => {
      expect(prometheusOf(name)).toMatchObject({
        replicas,
        retention,
        retentionSize,
        scrapeInterval,
        externalLabels: { cluster, environment: label },
        storageSpec: {
          volumeClaimTemplate: {
            spec: { resources: { requests: { storage: volume } } },
          },
        },
      });
    },
  );

  test("writes to the long-term store from prod only", () => {
    expect(prometheusOf("prod").remoteWrite).toEqual([
      {
        url: "http://thanos-receiver:19291/api/v1/receive",
        queueConfig: { capacity: 10_000, maxShards: 50 },
      },
    ]);
    expect(prometheusOf("dev")).not.toHaveProperty("remoteWrite");
    expect(prometheusOf("staging")).not.toHaveProperty("remoteWrite");
  });

  test.each([
    ["dev", "48h"],
    ["staging", "96h"],
    ["prod", "168h"],
  ])("keeps the logs of %s for %s", (name, retention) => {
    expect(
      valuesOf(name)["loki-stack"].loki.config.limits_config.retention_period,
    ).toBe(retention);
  });

  test("keeps traces of prod for seven days, and runs Jaeger where it is switched on", () => {
    expect(valuesOf("prod").tempo.tempo.retention).toBe("168h");
    expect(valuesOf("prod").jaeger).toMatchObject({
      enabled: true,
      elasticsearch: { replicas: 3 },
    });
    expect(valuesOf("dev").jaeger).toEqual({ enabled: false });
  });

  test("keeps disks from filling: the size limit is below the volume, in every environment", () => {
    for (const { prometheus } of environments)
      expect(prometheus.retentionSizeGB).toBeLessThan(prometheus.volumeGiB);
  });

  test("gives prod what the production guide promises", () => {
    expect(prometheusOf("prod").resources).toEqual({
      requests: { memory: "8Gi", cpu: "2" },
      limits: { memory: "16Gi", cpu: "4" },
    });
    expect(
      valuesOf("prod")["kube-prometheus-stack"].grafana.persistence.size,
    ).toBe("10Gi");
  });
});
