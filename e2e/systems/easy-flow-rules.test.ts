import project from "../../monitoring";
import { stringify } from "yaml";
import { prod } from "../../environments/prod";
import { deploymentOf } from "monitoring-as-code/deployment";
import type { MonitoredSystem } from "monitoring-as-code";
import { ruleFiles } from "monitoring-as-code/outputs/prometheus";
import { easyFlow } from "../../systems/easy-flow";
import { monito } from "../../systems/monito";
import { runCommand } from "@monitoring-as-code/grafana-stand-in";
import { withFiles } from "../rendered-environment";

/** Series by name and labels, one value a step, in promtool's notation. */
type Input = Readonly<Record<string, string>>;

/** Whether as many alerts of the name fire at `at` as expected: "SUCCESS", or what promtool says instead. */
async function firing(
  system: MonitoredSystem,
  alert: string,
  input: Input,
  at: string,
  count: number,
  step = "1m",
): Promise<string> {
  const rules = ruleFiles(
    deploymentOf(
      { ...prod, dataSources: {} },
      { ...project, systems: [{ ...system, dataSources: [] }] },
    ),
  );
  const groups = [...system.recordingGroups, ...system.alertGroups];
  const content = stringify({
    rule_files: rules.map(({ path }) => path),
    evaluation_interval: step,
    group_eval_order: groups.map(({ name }) => name),
    tests: [
      {
        interval: step,
        input_series: Object.entries(input).map(([series, values]) => ({
          series: series.replace("{", `{system="${system.id}",`),
          values,
        })),
        promql_expr_test: [
          {
            expr: `count(ALERTS{alertname="${alert}",alertstate="firing"}) or vector(0)`,
            eval_time: at,
            exp_samples: [{ labels: "{}", value: count }],
          },
        ],
      },
    ],
  });
  return withFiles(
    [...rules, { path: "test.yml", content }],
    async (folder) => {
      const { exitCode, output } = await runCommand(
        "promtool",
        ["test", "rules", "test.yml"],
        { cwd: folder, env: { PATH: process.env.PATH ?? "" } },
      );
      return exitCode === 0 ? "SUCCESS" : output;
    },
  );
}

const ai = 'job="easy-flow",instance="ai-service:8000",service="ai"';
const requests = `response_time_seconds_count{${ai},endpoint="/chat"}`;
const errorsOf = (type: string) => `errors_total{${ai},error_type="${type}"}`;
const probe = (path: string) =>
  `probe_success{job="easy-flow-health",instance="http://easy-flow-api:8000/${path}"}`;
const bucket = (le: string) =>
  `response_time_seconds_bucket{${ai},endpoint="/chat",le="${le}"}`;
const escalations =
  'easy_flow_escalations_total{job="easy-flow",platform="telegram",reason="no_answer"}';

describe("rules of easy flow, judged by promtool", () => {
  test.each<[string, string, Input, string, number]>([
    [
      "calls when a quiet service fails every request, and once for all its kinds of errors",
      "HighErrorRate",
      {
        [requests]: "0+1x20",
        [errorsOf("timeout")]: "0+1x20",
        [errorsOf("quota")]: "0+1x20",
      },
      "10m",
      1,
    ],
    [
      "lets a busy service have one error in a thousand requests",
      "HighErrorRate",
      { [requests]: "0+60000x20", [errorsOf("timeout")]: "0+60x20" },
      "10m",
      0,
    ],
    [
      "sees that all answers take a minute, which no percentile of its histogram can say",
      "SlowResponseTime",
      {
        [requests]: "0+60x20",
        [bucket("10.0")]: "0x20",
        [bucket("+Inf")]: "0+60x20",
      },
      "15m",
      1,
    ],
    [
      "lets one answer in a hundred be slow",
      "SlowResponseTime",
      {
        [requests]: "0+100x20",
        [bucket("10.0")]: "0+99x20",
        [bucket("+Inf")]: "0+100x20",
      },
      "15m",
      0,
    ],
    [
      "calls when one of two health addresses fails for a minute",
      "EasyFlowApiDown",
      { [probe("health")]: "1x20", [probe("health/db")]: "1x5 0x14" },
      "8m",
      1,
    ],
    [
      "says nothing while all health addresses are well",
      "EasyFlowApiDown",
      { [probe("health")]: "1x20", [probe("health/db")]: "1x20" },
      "15m",
      0,
    ],
    ["calls when nobody probes any more", "EasyFlowApiDown", {}, "5m", 1],
    [
      "sees a mean above the promised two seconds, long before ten",
      "EasyFlowSlaResponseTime",
      {
        [requests]: "0+60x40",
        [`response_time_seconds_sum{${ai},endpoint="/chat"}`]: "0+180x40",
      },
      "30m",
      1,
    ],
    [
      "keeps a promise that is met exactly",
      "EasyFlowSlaResponseTime",
      {
        [requests]: "0+60x40",
        [`response_time_seconds_sum{${ai},endpoint="/chat"}`]: "0+120x40",
      },
      "30m",
      0,
    ],
    [
      "notices one negative review, and forgets it after a quarter of an hour",
      "EasyFlowNegativeReviews",
      {
        'easy_flow_negative_reviews_total{job="easy-flow",platform="telegram"}':
          "0x10 1x40",
      },
      "15m",
      1,
    ],
    [
      "does not go on about a review of half an hour ago",
      "EasyFlowNegativeReviews",
      {
        'easy_flow_negative_reviews_total{job="easy-flow",platform="telegram"}':
          "0x10 1x40",
      },
      "40m",
      0,
    ],
  ])("%s", async (_, alert, input, at, count) => {
    await expect(firing(easyFlow, alert, input, at, count)).resolves.toBe(
      "SUCCESS",
    );
  });

  test.each([
    [
      "notices half as many escalations again as on the days before",
      "0+10x192 1935+15x48",
      1,
    ],
    ["takes a day like the others for what it is", "0+10x240", 0],
    [
      "lets a doubling pass where hardly anybody escalates",
      "0+0.1x192 19.4+0.2x48",
      0,
    ],
  ])("%s", async (_, values, count) => {
    await expect(
      firing(
        easyFlow,
        "EasyFlowEscalationsGrowing",
        { [escalations]: values },
        "220h",
        count,
        "1h",
      ),
    ).resolves.toBe("SUCCESS");
  });
});

const preProcessor = 'job="monito",component="pre_processor"';
const finished = (status: string) =>
  `monito_operations_total{${preProcessor},operation_type="excel_parsing",status="${status}"}`;
const lookups = (result: string) =>
  `monito_cache_operations_total{job="monito",component="redis_cache",operation="get",result="${result}"}`;

describe("rules of monito, judged by promtool", () => {
  test.each<[string, string, Input, string, number]>([
    [
      "calls when operations fail, whatever the failure is called",
      "MonitoHighErrorRatio",
      { [finished("success")]: "0+90x30", [finished("timeout")]: "0+10x30" },
      "20m",
      1,
    ],
    [
      "takes a component that never failed for a healthy one",
      "MonitoHighErrorRatio",
      { [finished("success")]: "0+90x30" },
      "20m",
      0,
    ],
    [
      "takes a component without work for a healthy one",
      "MonitoHighErrorRatio",
      { [finished("success")]: "90x30", [finished("error")]: "10x30" },
      "20m",
      0,
    ],
    [
      "does not let one bad file between good ones raise the alarm",
      "MonitoLowDataQuality",
      { [`monito_data_quality_score{${preProcessor}}`]: "0.9x29 0.1 0.9x60" },
      "45m",
      0,
    ],
    [
      "notices files that stay bad",
      "MonitoLowDataQuality",
      { [`monito_data_quality_score{${preProcessor}}`]: "0.7x60" },
      "45m",
      1,
    ],
    [
      "notices a cache that never hits",
      "MonitoLowCacheHitRatio",
      { [lookups("miss")]: "0+10x120" },
      "90m",
      1,
    ],
    [
      "does not mind a cache that nobody asks",
      "MonitoLowCacheHitRatio",
      { [lookups("miss")]: "10x120" },
      "90m",
      0,
    ],
    [
      "notices that no operation was ever counted",
      "MonitoMetricsAbsent",
      {},
      "20m",
      1,
    ],
    [
      "calls for a process that cannot be scraped",
      "MonitoTargetDown",
      { 'up{job="monito",instance="monito:8000"}': "0x20" },
      "10m",
      1,
    ],
  ])("%s", async (_, alert, input, at, count) => {
    await expect(firing(monito, alert, input, at, count)).resolves.toBe(
      "SUCCESS",
    );
  });
});
