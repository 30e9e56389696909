import project from "../../monitoring";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { local } from "../../environments/local";
import { deploymentOf } from "monitoring-as-code/deployment";
import { ruleFiles } from "monitoring-as-code/outputs/prometheus";
import { productStore } from "../../systems/product-store";
import { runCommand } from "@monitoring-as-code/grafana-stand-in";

interface Series {
  readonly series: string;
  readonly values: string;
}

interface Expectation {
  readonly eval_time: string;
  readonly alertname: string;
  readonly exp_alerts: readonly {
    readonly exp_labels: Readonly<Record<string, string>>;
    readonly exp_annotations: Readonly<Record<string, string>>;
  }[];
}

const environment = { ...local, dataSources: {} };
const [rules] = ruleFiles(
  deploymentOf(environment, { ...project, systems: [productStore] }),
);

/** What promtool says of the rules when fed with `input_series`, one value every ten seconds. */
async function promtool(
  input_series: readonly Series[],
  alert_rule_test: readonly Expectation[],
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "product-store-rules-"));
  try {
    writeFileSync(join(folder, "rules.yml"), rules?.content ?? "");
    writeFileSync(
      join(folder, "test.yml"),
      stringify({
        rule_files: ["rules.yml"],
        evaluation_interval: "10s",
        tests: [{ interval: "10s", input_series, alert_rule_test }],
      }),
    );
    const { exitCode, output } = await runCommand(
      "promtool",
      ["test", "rules", "test.yml"],
      { cwd: folder, env: { PATH: process.env.PATH ?? "" } },
    );
    return exitCode === 0 ? "SUCCESS" : output;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const series = (name: string, labels: string, values: string): Series => ({
  series: `${name}{system="product-store", ${labels}}`,
  values,
});

/** The alert as it fires: its labels and its description, for promtool to compare. */
function firing(alertname: string, labels: object, description: string) {
  const rule = productStore.alertGroups
    .flatMap(({ alerts }) => alerts)
    .find(({ alert }) => alert === alertname);
  if (rule === undefined) throw new Error(`no alert "${alertname}"`);
  const slug = alertname.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
  return {
    exp_labels: {
      system: "product-store",
      severity: rule.severity,
      team: rule.team,
      ...labels,
    },
    exp_annotations: {
      summary: rule.summary,
      description,
      runbook_url: `${local.alerting.runbooksUrl}/product-store/${slug}`,
    },
  };
}

const cart = 'job="cart-service", instance="cart:8001"';
const cassandra = 'job="cassandra-mcac", instance="cassandra:9103"';

describe("rules of the product store, judged by promtool", () => {
  it("stay silent when one answer of a thousand is an error", async () => {
    const requests = [
      series("http_requests_total", `${cart}, status="200"`, "0+1000x90"),
      series("http_requests_total", `${cart}, status="500"`, "0+1x90"),
    ];
    await expect(
      promtool(requests, [
        { eval_time: "14m", alertname: "HighErrorRate", exp_alerts: [] },
      ]),
    ).resolves.toBe("SUCCESS");
  });

  it("fire once for a service, whatever its replicas, when one answer of ten is an error", async () => {
    const requests = ["cart:8001", "cart:8002"].flatMap((instance) => {
      const labels = `job="cart-service", instance="${instance}"`;
      return [
        series("http_requests_total", `${labels}, status="200"`, "0+90x90"),
        series("http_requests_total", `${labels}, status="500"`, "0+10x90"),
      ];
    });
    await expect(
      promtool(requests, [
        {
          eval_time: "14m",
          alertname: "HighErrorRate",
          exp_alerts: [
            firing(
              "HighErrorRate",
              { job: "cart-service", service: "cart" },
              "Error rate is 10.0% for cart-service",
            ),
          ],
        },
      ]),
    ).resolves.toBe("SUCCESS");
  });

  it("read slow answers to customers, and no slow answers to operators", async () => {
    const slow = (endpoint: string, job: string) =>
      [
        ["0.5", "0+90x60"],
        ["1", "0+100x60"],
        ["+Inf", "0+100x60"],
      ].map(([le = "", values = ""]) =>
        series(
          "http_request_duration_seconds_bucket",
          `job="${job}", endpoint="${endpoint}", le="${le}"`,
          values,
        ),
      );
    await expect(
      promtool(
        [
          ...slow("/cart-api/cart/{user_id}", "cart-service"),
          ...slow("/profiles/checkout_cart", "order-service"),
        ],
        [
          {
            eval_time: "9m",
            alertname: "CartServiceP99Latency",
            exp_alerts: [
              firing(
                "CartServiceP99Latency",
                { service: "cart" },
                "P99 latency is 950ms for cart service",
              ),
            ],
          },
          {
            eval_time: "9m",
            alertname: "OrderServiceP99Latency",
            exp_alerts: [],
          },
        ],
      ),
    ).resolves.toBe("SUCCESS");
  });

  it("count the operations of a node that only writes", async () => {
    await expect(
      promtool(
        [
          series(
            "mcac_client_request_latency_total",
            `${cassandra}, request_type="write"`,
            "0+2000x90",
          ),
        ],
        [
          {
            eval_time: "14m",
            alertname: "CassandraHighRPS",
            exp_alerts: [
              firing(
                "CassandraHighRPS",
                { service: "cassandra", instance: "cassandra:9103" },
                "Cassandra is handling 200 operations per second on cassandra:9103",
              ),
            ],
          },
        ],
      ),
    ).resolves.toBe("SUCCESS");
  });

  test.each([
    ["80000", false],
    ["160000", true],
  ])(
    "take the latency of Cassandra as microseconds: %s is an alert: %s",
    async (bound, alerts) => {
      const buckets = [bound, "+Inf"].map((le) =>
        series(
          "mcac_client_request_latency_bucket",
          `${cassandra}, request_type="read", le="${le}"`,
          "0+100x60",
        ),
      );
      await expect(
        promtool(buckets, [
          {
            eval_time: "9m",
            alertname: "CassandraHighLatency",
            exp_alerts: alerts
              ? [
                  firing(
                    "CassandraHighLatency",
                    { service: "cassandra", instance: "cassandra:9103" },
                    "Cassandra P99 read latency is 158ms on cassandra:9103",
                  ),
                ]
              : [],
          },
        ]),
      ).resolves.toBe("SUCCESS");
    },
  );

  test.each([
    ["100", true],
    ["-1", false],
  ])(
    "judge 90 bytes of heap against a maximum of %s: %s",
    async (maximum, alerts) => {
      const heap = `${cassandra}, memory_type="heap"`;
      await expect(
        promtool(
          [
            series("mcac_jvm_memory_used", heap, "90x60"),
            series("mcac_jvm_memory_max", heap, `${maximum}x60`),
          ],
          [
            {
              eval_time: "9m",
              alertname: "HighMemoryUsage",
              exp_alerts: alerts
                ? [
                    firing(
                      "HighMemoryUsage",
                      {
                        job: "cassandra-mcac",
                        instance: "cassandra:9103",
                        memory_type: "heap",
                        service: "cassandra",
                      },
                      "JVM heap usage is 90% for cassandra:9103",
                    ),
                  ]
                : [],
            },
          ],
        ),
      ).resolves.toBe("SUCCESS");
    },
  );

  it("miss a service that is down, and no load test that is over", async () => {
    await expect(
      promtool(
        [
          series("up", 'job="user-service", instance="user:8003"', "0x60"),
          series("up", 'job="locust", instance="locust:8089"', "0x60"),
        ],
        [
          {
            eval_time: "9m",
            alertname: "TargetDown",
            exp_alerts: [
              firing(
                "TargetDown",
                {
                  job: "user-service",
                  instance: "user:8003",
                  service: "user",
                },
                "user:8003 of user-service has not been scraped for a minute",
              ),
            ],
          },
        ],
      ),
    ).resolves.toBe("SUCCESS");
  });
});
