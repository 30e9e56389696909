import {
  barchart,
  bargauge,
  byName,
  gauge,
  lowIsBad,
  query,
  sql,
  stat,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import { chosenPlatforms, negativeReviews, services } from "./expressions";
import * as table from "./sql";

/** Customers are content from 4.0 of 5 on. */
const contentFrom = lowIsBad({ critical: 4 });

/** Dialogues that ended with `outcome`, or all of them, in the shown range. */
function conversations(window: string, outcome = ""): string {
  return `sum by (platform) (increase(easy_flow_conversations_total{${chosenPlatforms}${outcome}}[${window}]))`;
}

/** Platforms without any such dialogue count as 0, platforms without dialogues not at all. */
function conversion(window: string): string {
  return `(${conversations(window, ',outcome="action"')} or 0 * ${conversations(window)}) / (${conversations(window)} > 0)`;
}

function responses(category = ""): string {
  return `sum(increase(easy_flow_nps_responses_total{${chosenPlatforms}${category}}[$__range]))`;
}

const promoterScore = `100 * ((${responses(',category="promoter"')} or vector(0)) - (${responses(',category="detractor"')} or vector(0))) / (${responses()} > 0)`;

function resolution(quantile: string): string {
  return `histogram_quantile(${quantile}, sum by (le) (rate(easy_flow_resolution_seconds_bucket{${chosenPlatforms}}[$__rate_interval])))`;
}

export function dialoguePanels(): readonly Panel[] {
  return [
    timeseries("dialogues-by-platform", {
      title: "Dialogues by platform",
      description:
        "How many dialogues each platform brought; a row of the analytics table is taken for one. Good: the week's usual shape; a platform that vanishes has lost its connection.",
      unit: "short",
      min: 0,
      drawStyle: "bars",
      stack: "normal",
      interval: "1h",
      queries: [sql(table.dialogues)],
    }),
    timeseries("messages-by-platform", {
      title: "Messages by platform",
      description:
        "Messages per second, of which a dialogue has several. Good: runs in step with the dialogues beside it.",
      unit: "mps",
      min: 0,
      queries: [
        query(
          `sum by (platform) (rate(messages_total{${chosenPlatforms}}[$__rate_interval]))`,
          "{{platform}}",
        ),
      ],
    }),
  ];
}

export function intentPanels(): readonly Panel[] {
  return [
    bargauge("top-intents", {
      title: "Top intents",
      description:
        "What customers ask about most, in messages of the shown range. Good: no surprises; a newcomer at the top is worth an answer of its own.",
      width: "third",
      unit: "short",
      min: 0,
      queries: [
        query(
          `topk(10, sum by (intent) (increase(messages_total{${chosenPlatforms}}[$__range])))`,
          "{{intent}}",
        ),
      ],
    }),
    barchart("top-problems", {
      title: "Top problems: unresolved dialogues by intent",
      description:
        "Where the assistant leaves customers without a solution. Good: short bars; the longest is what to teach it next.",
      width: "third",
      unit: "short",
      min: 0,
      orientation: "horizontal",
      xField: "intent",
      legend: "hidden",
      queries: [sql(table.problems)],
    }),
    bargauge("top-technical-problems", {
      title: "Top technical problems",
      description:
        "The most frequent errors of the shown range, on all platforms. Good: small numbers, no newcomer.",
      width: "third",
      unit: "short",
      min: 0,
      queries: [
        query(
          `topk(10, sum by (service, error_type) (increase(errors_total{${services}}[$__range])))`,
          "{{service}} {{error_type}}",
        ),
      ],
    }),
  ];
}

export function satisfactionPanels(): readonly Panel[] {
  return [
    gauge("csat", {
      title: "Customer satisfaction (CSAT)",
      description:
        "Mean of the scores that customers gave, 1 to 5. Good: 4.0 and more; below it over 24 hours EasyFlowSatisfactionLow fires.",
      height: 8,
      unit: "none",
      decimals: 2,
      min: 1,
      max: 5,
      thresholds: contentFrom,
      queries: [sql(table.satisfaction)],
    }),
    timeseries("csat-trend", {
      title: "CSAT trend by platform",
      description:
        "The same mean over time. Good: all platforms above 4.0; one that falls alone has a problem of its own.",
      unit: "none",
      decimals: 2,
      min: 1,
      max: 5,
      interval: "1h",
      thresholds: contentFrom,
      queries: [sql(table.satisfactionTrend)],
    }),
    stat("nps", {
      title: "NPS",
      description:
        "Share of promoters less that of detractors, -100 to 100. Good: above 0 and not falling. Empty until the services count the answers.",
      height: 8,
      unit: "none",
      decimals: 0,
      min: -100,
      max: 100,
      sparkline: false,
      queries: [query(promoterScore, "NPS")],
    }),
  ];
}

export function conversionPanels(): readonly Panel[] {
  return [
    stat("conversion", {
      title: "Conversion to action",
      description:
        "Share of finished dialogues that led to an action, in the shown range. Good: steady or rising. Empty until the services count outcomes.",
      width: "third",
      height: 8,
      unit: "percentunit",
      decimals: 1,
      sparkline: false,
      queries: [query(conversion("$__range"), "{{platform}}")],
    }),
    timeseries("conversion-trend", {
      title: "Conversion to action, day by day",
      description:
        "The same share over the 24 hours before each point, so that nights do not shake it. Good: steady or rising.",
      width: "two-thirds",
      unit: "percentunit",
      min: 0,
      max: 1,
      queries: [query(conversion("24h"), "{{platform}}")],
    }),
  ];
}

export function supportPanels(): readonly Panel[] {
  return [
    timeseries("resolution-time", {
      title: "Request resolution time p50 and p95",
      description:
        "From receipt to solution. Good: half within minutes, nearly all within the day. The histogram ends at three days.",
      unit: "s",
      min: 0,
      queries: [
        query(resolution("0.50"), "p50"),
        query(resolution("0.95"), "p95"),
      ],
    }),
    timeseries("escalations", {
      title: "Escalations to operators",
      description:
        "Dialogues that the assistant handed over. Good: below a tenth of the dialogues; 20 % above usual EasyFlowEscalationsGrowing fires.",
      unit: "short",
      min: 0,
      drawStyle: "bars",
      interval: "1h",
      queries: [
        query(
          `sum by (platform) (increase(easy_flow_escalations_total{${chosenPlatforms}}[$__rate_interval]))`,
          "{{platform}}",
        ),
      ],
    }),
    stat("repeat-contacts", {
      title: "Repeat contacts within 7 days",
      description:
        "Customers who came back with the same intent within a week. Good: few compared with the dialogues; each was not solved the first time.",
      unit: "short",
      height: 8,
      sparkline: false,
      queries: [sql(table.repeatContacts)],
      overrides: [
        byName("repeat_contacts", { displayName: "repeat contacts" }),
      ],
    }),
    stat("resolved", {
      title: "Resolved dialogues",
      description:
        "Share of dialogues that ended with a solution. Good: steady or rising; read it with the escalations.",
      unit: "percentunit",
      decimals: 1,
      height: 8,
      sparkline: false,
      queries: [sql(table.resolved)],
    }),
    timeseries("negative-reviews", {
      title: "Negative reviews",
      description:
        "Reviews with a word of the negative list, in the quarter of an hour before each point. Good: none; one is enough for EasyFlowNegativeReviews.",
      unit: "short",
      min: 0,
      drawStyle: "bars",
      queries: [query(negativeReviews(chosenPlatforms), "{{platform}}")],
    }),
  ];
}
