"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.saturation = saturation;
exports.languageModel = languageModel;
exports.traffic = traffic;
exports.health = health;
exports.logsAndTraces = logsAndTraces;
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
const window = "$__rate_interval";
const ofModel = `${expressions_1.agent},model=~"$model"`;
const ofEndpoint = `${expressions_1.agent},endpoint=~"$endpoint"`;
const upOrDown = {
  0: { text: "DOWN", color: "red" },
  1: { text: "UP", color: "green" },
};
function saturation() {
  return [
    (0, dashboards_1.timeseries)("in-flight-by-instance", {
      title: "Requests in flight by instance",
      description:
        "Requests in work per instance. Good: spread evenly; one that only grows hangs.",
      unit: "short",
      min: 0,
      queries: [
        (0, dashboards_1.query)(
          `sum by (instance) (agent_active_connections{${expressions_1.agent}})`,
          "{{instance}}",
        ),
      ],
    }),
    (0, dashboards_1.timeseries)("queue-size", {
      title: "Queue size by queue",
      description:
        "Items in each queue, as of the last health check. Good: returns to zero; dead letters stay at zero.",
      unit: "short",
      min: 0,
      queries: [
        (0, dashboards_1.query)(
          `max by (queue_name) (agent_queue_size{${expressions_1.agent}})`,
          "{{queue_name}}",
        ),
      ],
      overrides: [(0, dashboards_1.byName)("dead_letter", { color: "red" })],
    }),
    (0, dashboards_1.stat)("queue-backlog", {
      title: "Queue backlog, all queues",
      description:
        "Items that wait in the three queues. Good: below 10 000; above it ArchonQueueBacklog fires.",
      unit: "short",
      thresholds: (0, dashboards_1.thresholds)("green", [10_000, "red"]),
      queries: [(0, dashboards_1.query)(expressions_1.queueBacklog, "backlog")],
    }),
    (0, dashboards_1.stat)("dead-letters", {
      title: "Dead letter queue",
      description:
        "Items that could not be processed. Good: 0; from 100 on ArchonDeadLetterQueue fires.",
      unit: "short",
      thresholds: (0, dashboards_1.thresholds)("green", [100, "yellow"]),
      queries: [
        (0, dashboards_1.query)(expressions_1.deadLetters, "dead letters"),
      ],
    }),
    (0, dashboards_1.timeseries)("database-pool", {
      title: "Database pool in use",
      description:
        "Share of the connections of each instance's pool that are in use. Good: below 80 %; at 100 % for five minutes ArchonDatabasePoolExhausted fires.",
      width: "quarter",
      unit: "percentunit",
      min: 0,
      max: 1,
      thresholds: (0, dashboards_1.highIsBad)({ warning: 0.8, critical: 1 }),
      queries: [
        (0, dashboards_1.query)(
          `max by (instance) (agent_db_pool_connections_in_use{${expressions_1.agent}} / agent_db_pool_connections_max{${expressions_1.agent}})`,
          "{{instance}}",
        ),
      ],
    }),
    (0, dashboards_1.timeseries)("cache-entries", {
      title: "Cache entries",
      description:
        "Entries in the cache of each instance. Good: grows after a start, then stays. Always 0 as long as the agent does not set the number.",
      width: "quarter",
      unit: "short",
      min: 0,
      queries: [
        (0, dashboards_1.query)(
          `sum by (instance) (cache_entries_total{${expressions_1.agent}})`,
          "{{instance}}",
        ),
      ],
    }),
  ];
}
function languageModel() {
  const tokens = (quantile) =>
    `histogram_quantile(${quantile}, sum by (le, model) (rate(llm_tokens_used_bucket{${ofModel}}[${window}])))`;
  return [
    (0, dashboards_1.timeseries)("tokens-per-second", {
      title: "Tokens per second by model",
      description:
        "What the calls cost, roughly. Good: follows the requests; more tokens for the same requests are longer prompts.",
      width: "third",
      unit: "suffix: tokens/s",
      min: 0,
      stack: "normal",
      queries: [
        (0, dashboards_1.query)(
          `sum by (model) (rate(llm_tokens_used_sum{${ofModel}}[${window}]))`,
          "{{model}}",
        ),
      ],
    }),
    (0, dashboards_1.timeseries)("tokens-per-call", {
      title: "Tokens per call",
      description:
        "Half and 95 % of the calls used fewer tokens; more than 20 000 cannot be told apart. Good: steady.",
      width: "third",
      unit: "suffix: tokens",
      min: 0,
      queries: [
        (0, dashboards_1.query)(tokens(0.5), "p50 {{model}}"),
        (0, dashboards_1.query)(tokens(0.95), "p95 {{model}}"),
      ],
    }),
    (0, dashboards_1.timeseries)("llm-calls", {
      title: "LLM calls by model and operation",
      description:
        "Calls per second that reported their tokens. Good: one per request or a known multiple.",
      width: "third",
      unit: "ops",
      min: 0,
      queries: [
        (0, dashboards_1.query)(
          `sum by (model, operation) (rate(llm_tokens_used_count{${ofModel}}[${window}]))`,
          "{{model}} {{operation}}",
        ),
      ],
    }),
  ];
}
function traffic() {
  const rateOf = (part) =>
    `sum by (endpoint) (rate(response_size_bytes_${part}{${ofEndpoint}}[${window}]))`;
  return [
    (0, dashboards_1.timeseries)("response-size", {
      title: "Average response size by endpoint",
      description:
        "Mean bytes of a response; there are no quantiles. Good: steady; a step is a change of format.",
      unit: "bytes",
      min: 0,
      queries: [
        (0, dashboards_1.query)(
          `${rateOf("sum")} / ${rateOf("count")}`,
          "{{endpoint}}",
        ),
      ],
    }),
    (0, dashboards_1.text)("business", {
      title: "Business metrics",
      description:
        "Kept free for activity of users and conversions, which the agent does not count yet.",
      width: "half",
      height: 8,
      content:
        "The agent counts nothing yet of what its users do: no active users, no conversions. Once it does, their panels belong here.",
    }),
  ];
}
function health() {
  return [
    (0, dashboards_1.stat)("instances-up", {
      title: "Instances up",
      description: "Whether each instance answers its scrape. Good: all UP.",
      width: "third",
      height: 8,
      unit: "none",
      sparkline: false,
      background: true,
      thresholds: (0, dashboards_1.thresholds)("red", [1, "green"]),
      mappings: upOrDown,
      queries: [
        (0, dashboards_1.query)(`up{${expressions_1.agent}}`, "{{instance}}"),
      ],
    }),
    (0, dashboards_1.stateTimeline)("health-checks", {
      title: "Health checks",
      description:
        "The worst result of each check in any instance. Good: all green; red and critical is an agent that cannot answer.",
      width: "two-thirds",
      unit: "none",
      thresholds: (0, dashboards_1.thresholds)(
        "red",
        [1, "yellow"],
        [2, "green"],
      ),
      mappings: expressions_1.healthStates,
      queries: [
        (0, dashboards_1.query)(
          `min by (check, critical) (agent_health_check_status{${expressions_1.agent}})`,
          "{{check}} (critical={{critical}})",
        ),
      ],
    }),
    (0, dashboards_1.timeseries)("health-check-duration", {
      title: "Health check duration",
      description:
        "How long the last run of each check took. Good: far below its limit: 5 s for the database and the queues, 3 s for Redis, 10 s for the language model.",
      unit: "s",
      min: 0,
      queries: [
        (0, dashboards_1.query)(
          `max by (check) (agent_health_check_duration_seconds{${expressions_1.agent}})`,
          "{{check}}",
        ),
        (0, dashboards_1.query)(
          'max by (instance) (probe_duration_seconds{job="archon-agent-health"})',
          "all, as seen from outside",
        ),
      ],
    }),
    (0, dashboards_1.stat)("health-endpoint", {
      title: "Health endpoint from outside",
      description:
        "Whether the prober gets an answer of 200, which degraded agents give too. Good: UP.",
      height: 8,
      unit: "none",
      sparkline: false,
      background: true,
      thresholds: (0, dashboards_1.thresholds)("red", [1, "green"]),
      mappings: upOrDown,
      queries: [
        (0, dashboards_1.query)(
          'min by (instance) (probe_success{job="archon-agent-health"})',
          "{{instance}}",
        ),
      ],
    }),
  ];
}
function logsAndTraces() {
  return [
    (0, dashboards_1.logs)("error-log", {
      title: "Error log",
      description:
        "Lines of level error and critical; the trace id of a line opens its trace. Good: empty.",
      queries: [
        (0, dashboards_1.logQuery)(
          `{${expressions_1.agent}} | json | level=~"error|critical"`,
        ),
      ],
    }),
    (0, dashboards_1.table)("slow-traces", {
      title: "Slow or failed queries",
      description:
        "Traces whose process_query failed or took longer than 2 s. Good: empty.",
      unit: "none",
      queries: [
        (0, dashboards_1.traceql)(
          '{ resource.service.name = "archon-agent" && name = "process_query" && (status = error || duration > 2s) }',
          { limit: 50 },
        ),
      ],
    }),
  ];
}
//# sourceMappingURL=resource-panels.js.map
