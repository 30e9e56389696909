import {
  byName,
  dashboard,
  highIsBad,
  query,
  row,
  sql,
  stat,
  timeseries,
} from "monitoring-as-code/dashboards";
import { services } from "./expressions";
import { look, platformVariable } from "./look";
import * as table from "./sql";

const assistant = `${services},service="ai"`;

/** The promise is kept at exactly 2.0 s, and a threshold colours from its value on. */
export const justAboveTwoSeconds = 2.001;

function percentile(quantile: string): string {
  return `histogram_quantile(${quantile}, sum by (le) (rate(response_time_seconds_bucket{${assistant}}[$__rate_interval])))`;
}

function evaluations(result = ""): string {
  return `sum(rate(easy_flow_intent_evaluations_total{${services}${result}}[$__rate_interval]))`;
}

export const aiDashboard = dashboard({
  ...look,
  uid: "easy-flow-ai",
  title: "Easy Flow - AI Performance",
  description:
    "How fast the assistant answers, what it costs, and how well it understands and helps. The platform applies to what comes from the analytics table.",
  tags: ["ai"],
  refresh: "1m",
  time: { from: "now-24h", to: "now" },
  variables: [platformVariable],
  rows: [
    row("Response time", [
      timeseries("ai-response-time", {
        title: "AI response time percentiles",
        description:
          "How long the AI service takes for an answer, all models together. Good: far below 10 s, where the histogram ends.",
        width: "three-quarters",
        unit: "s",
        min: 0,
        thresholds: highIsBad({ warning: 10 }),
        queries: [
          query(percentile("0.50"), "p50"),
          query(percentile("0.95"), "p95"),
          query(percentile("0.99"), "p99"),
        ],
      }),
      stat("ai-average-response-time", {
        title: "Average AI response time",
        description:
          "Mean time to generate an answer. Good: 2 s at most, as promised.",
        height: 8,
        unit: "s",
        thresholds: highIsBad({ critical: justAboveTwoSeconds }),
        queries: [
          query(
            `sum(rate(response_time_seconds_sum{${assistant}}[$__rate_interval])) / (sum(rate(response_time_seconds_count{${assistant}}[$__rate_interval])) > 0)`,
            "average",
          ),
        ],
      }),
    ]),
    row("Tokens and cost", [
      timeseries("tokens", {
        title: "Tokens used",
        description:
          "Tokens of the language model by platform. Good: grows with the dialogues, not faster: then prompts have become longer.",
        width: 9,
        unit: "short",
        min: 0,
        drawStyle: "bars",
        stack: "normal",
        interval: "15m",
        queries: [sql(table.tokens)],
      }),
      timeseries("cost", {
        title: "Cost",
        description:
          "What the language model cost, by platform. Good: runs in step with the tokens.",
        width: 9,
        unit: "currencyUSD",
        decimals: 4,
        min: 0,
        drawStyle: "bars",
        stack: "normal",
        interval: "15m",
        queries: [sql(table.cost)],
      }),
      stat("cost-totals", {
        title: "Total cost and cost per dialogue",
        description:
          "The sum of the shown range, and its mean per dialogue. Good: the mean is steady.",
        height: 8,
        unit: "currencyUSD",
        decimals: 4,
        sparkline: false,
        queries: [sql(table.costTotals)],
        overrides: [byName("per_dialogue", { displayName: "per dialogue" })],
      }),
    ]),
    row("Intents", [
      timeseries("intent-accuracy", {
        title: "Intent recognition accuracy",
        description:
          "Share of intents that a review found right. Good: steady or rising. Empty until reviews are counted; confidence beside it is no substitute.",
        unit: "percentunit",
        min: 0,
        max: 1,
        queries: [
          query(
            `(${evaluations(',result="correct"')} or vector(0)) / (${evaluations()} > 0)`,
            "accuracy",
          ),
        ],
      }),
      timeseries("intent-confidence", {
        title: "Average intent confidence",
        description:
          "How sure the model is of itself, which says nothing of whether it is right. Good: steady; a fall means that customers ask for something new.",
        unit: "percentunit",
        min: 0,
        max: 1,
        interval: "15m",
        queries: [sql(table.confidence)],
      }),
    ]),
    row("Quality", [
      timeseries("well-rated", {
        title: "Answers rated 4 or 5",
        description:
          "Share of rated answers that customers found useful. Good: steady or rising.",
        width: "full",
        unit: "percentunit",
        min: 0,
        max: 1,
        interval: "1h",
        queries: [sql(table.wellRated)],
        overrides: [byName("share", { displayName: "rated 4 or 5" })],
      }),
    ]),
  ],
});
