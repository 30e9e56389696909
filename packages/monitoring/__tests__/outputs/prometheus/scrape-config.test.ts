import { parse } from "yaml";
import type { ScrapeJob } from "../../../src/model/metric";
import { scrapeConfig } from "../../../src/outputs/prometheus/scrape-config";
import { environmentWith } from "../../environment-fixture";
import { alert, deployment, system } from "./deployment-fixture";

const jobs: readonly ScrapeJob[] = [
  { job: "api", targets: ["api:8000"] },
  { job: "api", targets: ["api-2:8000"], labels: { tier: "web" } },
  { job: "api", targets: ["slow:8000"], interval: "60s", path: "/stats" },
  {
    job: "blackbox",
    targets: ["https://shop.example.com"],
    probe: { module: "http_2xx", exporter: "blackbox-exporter:9115" },
  },
];
const shop = system(
  "shop",
  { alertGroups: [{ name: "a", interval: "1m", alerts: [alert("A")] }] },
  jobs,
);

function configOf(...args: Parameters<typeof deployment>): unknown {
  return parse(scrapeConfig(deployment(...args)).content);
}

describe("scrapeConfig", () => {
  it("stamps every target with its system and its job's own name", () => {
    expect(
      configOf(environmentWith(), [
        shop,
        system("other", {}, [{ job: "api", targets: ["x:1"] }]),
      ]),
    ).toEqual({
      global: {
        scrape_interval: "30s",
        evaluation_interval: "1m",
        external_labels: { cluster: "test-cluster", environment: "testing" },
      },
      scrape_configs: [
        {
          job_name: "shop/api",
          static_configs: [
            { targets: ["api:8000"], labels: { job: "api", system: "shop" } },
            {
              targets: ["api-2:8000"],
              labels: { tier: "web", job: "api", system: "shop" },
            },
          ],
        },
        {
          job_name: "shop/api/2",
          scrape_interval: "1m",
          metrics_path: "/stats",
          static_configs: [
            { targets: ["slow:8000"], labels: { job: "api", system: "shop" } },
          ],
        },
        {
          job_name: "shop/blackbox",
          metrics_path: "/probe",
          params: { module: ["http_2xx"] },
          static_configs: [
            {
              targets: ["https://shop.example.com"],
              labels: { job: "blackbox", system: "shop" },
            },
          ],
          relabel_configs: [
            { source_labels: ["__address__"], target_label: "__param_target" },
            { source_labels: ["__param_target"], target_label: "instance" },
            {
              target_label: "__address__",
              replacement: "blackbox-exporter:9115",
            },
          ],
        },
        {
          job_name: "other/api",
          static_configs: [
            { targets: ["x:1"], labels: { job: "api", system: "other" } },
          ],
        },
      ],
    });
  });

  it("loads rules and knows an Alertmanager only where Prometheus evaluates", () => {
    const environment = environmentWith(
      { evaluator: "prometheus" },
      { dataSources: { alertmanager: "https://alerts.example.com/am" } },
    );
    expect(configOf(environment, [shop])).toMatchObject({
      rule_files: ["rules/*.yml"],
      alerting: {
        alertmanagers: [
          {
            scheme: "https",
            path_prefix: "/am",
            static_configs: [{ targets: ["alerts.example.com"] }],
          },
        ],
      },
    });
    const grafana = configOf(environmentWith(), [shop]);
    expect(grafana).not.toHaveProperty("rule_files");
    expect(grafana).not.toHaveProperty("alerting");
  });

  it("writes to a remote store where the environment has one", () => {
    const { prometheus, ...rest } = environmentWith();
    const remoteWrite = {
      url: "http://thanos:19291/api/v1/receive",
      capacity: 10_000,
      maxShards: 50,
    };
    expect(
      configOf({ ...rest, prometheus: { ...prometheus, remoteWrite } }, []),
    ).toMatchObject({
      remote_write: [
        {
          url: "http://thanos:19291/api/v1/receive",
          queue_config: { capacity: 10_000, max_shards: 50 },
        },
      ],
    });
    expect(configOf(environmentWith(), [])).not.toHaveProperty("remote_write");
  });
});
