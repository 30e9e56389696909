"use strict";
var __createBinding =
  (this && this.__createBinding) ||
  (Object.create
    ? function (o, m, k, k2) {
        if (k2 === undefined) k2 = k;
        var desc = Object.getOwnPropertyDescriptor(m, k);
        if (
          !desc ||
          ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)
        ) {
          desc = {
            enumerable: true,
            get: function () {
              return m[k];
            },
          };
        }
        Object.defineProperty(o, k2, desc);
      }
    : function (o, m, k, k2) {
        if (k2 === undefined) k2 = k;
        o[k2] = m[k];
      });
var __setModuleDefault =
  (this && this.__setModuleDefault) ||
  (Object.create
    ? function (o, v) {
        Object.defineProperty(o, "default", { enumerable: true, value: v });
      }
    : function (o, v) {
        o["default"] = v;
      });
var __importStar =
  (this && this.__importStar) ||
  (function () {
    var ownKeys = function (o) {
      ownKeys =
        Object.getOwnPropertyNames ||
        function (o) {
          var ar = [];
          for (var k in o)
            if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
          return ar;
        };
      return ownKeys(o);
    };
    return function (mod) {
      if (mod && mod.__esModule) return mod;
      var result = {};
      if (mod != null)
        for (var k = ownKeys(mod), i = 0; i < k.length; i++)
          if (k[i] !== "default") __createBinding(result, mod, k[i]);
      __setModuleDefault(result, mod);
      return result;
    };
  })();
Object.defineProperty(exports, "__esModule", { value: true });
exports.aiDashboard = exports.justAboveTwoSeconds = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
const look_1 = require("./look");
const table = __importStar(require("./sql"));
const assistant = `${expressions_1.services},service="ai"`;
/** The promise is kept at exactly 2.0 s, and a threshold colours from its value on. */
exports.justAboveTwoSeconds = 2.001;
function percentile(quantile) {
  return `histogram_quantile(${quantile}, sum by (le) (rate(response_time_seconds_bucket{${assistant}}[$__rate_interval])))`;
}
function evaluations(result = "") {
  return `sum(rate(easy_flow_intent_evaluations_total{${expressions_1.services}${result}}[$__rate_interval]))`;
}
exports.aiDashboard = (0, dashboards_1.dashboard)({
  ...look_1.look,
  uid: "easy-flow-ai",
  title: "Easy Flow - AI Performance",
  description:
    "How fast the assistant answers, what it costs, and how well it understands and helps. The platform applies to what comes from the analytics table.",
  tags: ["ai"],
  refresh: "1m",
  time: { from: "now-24h", to: "now" },
  variables: [look_1.platformVariable],
  rows: [
    (0, dashboards_1.row)("Response time", [
      (0, dashboards_1.timeseries)("ai-response-time", {
        title: "AI response time percentiles",
        description:
          "How long the AI service takes for an answer, all models together. Good: far below 10 s, where the histogram ends.",
        width: "three-quarters",
        unit: "s",
        min: 0,
        thresholds: (0, dashboards_1.highIsBad)({ warning: 10 }),
        queries: [
          (0, dashboards_1.query)(percentile("0.50"), "p50"),
          (0, dashboards_1.query)(percentile("0.95"), "p95"),
          (0, dashboards_1.query)(percentile("0.99"), "p99"),
        ],
      }),
      (0, dashboards_1.stat)("ai-average-response-time", {
        title: "Average AI response time",
        description:
          "Mean time to generate an answer. Good: 2 s at most, as promised.",
        height: 8,
        unit: "s",
        thresholds: (0, dashboards_1.highIsBad)({
          critical: exports.justAboveTwoSeconds,
        }),
        queries: [
          (0, dashboards_1.query)(
            `sum(rate(response_time_seconds_sum{${assistant}}[$__rate_interval])) / (sum(rate(response_time_seconds_count{${assistant}}[$__rate_interval])) > 0)`,
            "average",
          ),
        ],
      }),
    ]),
    (0, dashboards_1.row)("Tokens and cost", [
      (0, dashboards_1.timeseries)("tokens", {
        title: "Tokens used",
        description:
          "Tokens of the language model by platform. Good: grows with the dialogues, not faster: then prompts have become longer.",
        width: 9,
        unit: "short",
        min: 0,
        drawStyle: "bars",
        stack: "normal",
        interval: "15m",
        queries: [(0, dashboards_1.sql)(table.tokens)],
      }),
      (0, dashboards_1.timeseries)("cost", {
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
        queries: [(0, dashboards_1.sql)(table.cost)],
      }),
      (0, dashboards_1.stat)("cost-totals", {
        title: "Total cost and cost per dialogue",
        description:
          "The sum of the shown range, and its mean per dialogue. Good: the mean is steady.",
        height: 8,
        unit: "currencyUSD",
        decimals: 4,
        sparkline: false,
        queries: [(0, dashboards_1.sql)(table.costTotals)],
        overrides: [
          (0, dashboards_1.byName)("per_dialogue", {
            displayName: "per dialogue",
          }),
        ],
      }),
    ]),
    (0, dashboards_1.row)("Intents", [
      (0, dashboards_1.timeseries)("intent-accuracy", {
        title: "Intent recognition accuracy",
        description:
          "Share of intents that a review found right. Good: steady or rising. Empty until reviews are counted; confidence beside it is no substitute.",
        unit: "percentunit",
        min: 0,
        max: 1,
        queries: [
          (0, dashboards_1.query)(
            `(${evaluations(',result="correct"')} or vector(0)) / (${evaluations()} > 0)`,
            "accuracy",
          ),
        ],
      }),
      (0, dashboards_1.timeseries)("intent-confidence", {
        title: "Average intent confidence",
        description:
          "How sure the model is of itself, which says nothing of whether it is right. Good: steady; a fall means that customers ask for something new.",
        unit: "percentunit",
        min: 0,
        max: 1,
        interval: "15m",
        queries: [(0, dashboards_1.sql)(table.confidence)],
      }),
    ]),
    (0, dashboards_1.row)("Quality", [
      (0, dashboards_1.timeseries)("well-rated", {
        title: "Answers rated 4 or 5",
        description:
          "Share of rated answers that customers found useful. Good: steady or rising.",
        width: "full",
        unit: "percentunit",
        min: 0,
        max: 1,
        interval: "1h",
        queries: [(0, dashboards_1.sql)(table.wellRated)],
        overrides: [
          (0, dashboards_1.byName)("share", { displayName: "rated 4 or 5" }),
        ],
      }),
    ]),
  ],
});
//# sourceMappingURL=ai-performance.js.map
