import {
  byName,
  highIsBad,
  logQuery,
  logs,
  query,
  stat,
  stateTimeline,
  table,
  text,
  thresholds,
  timeseries,
  traceql,
  type Panel,
} from "monitoring-as-code/dashboards";
import { agent, deadLetters, healthStates, queueBacklog } from "./expressions";

const window = "$__rate_interval";
const ofModel = `${agent},model=~"$model"`;
const ofEndpoint = `${agent},endpoint=~"$endpoint"`;

const upOrDown = {
  0: { text: "DOWN", color: "red" },
  1: { text: "UP", color: "green" },
} as const;

export function saturation(): readonly Panel[] {
  return [
    timeseries("in-flight-by-instance", {
      title: "Requests in flight by instance",
      description:
        "Requests in work per instance. Good: spread evenly; one that only grows hangs.",
      unit: "short",
      min: 0,
      queries: [
        query(
          `sum by (instance) (agent_active_connections{${agent}})`,
          "{{instance}}",
        ),
      ],
    }),
    timeseries("queue-size", {
      title: "Queue size by queue",
      description:
        "Items in each queue, as of the last health check. Good: returns to zero; dead letters stay at zero.",
      unit: "short",
      min: 0,
      queries: [
        query(
          `max by (queue_name) (agent_queue_size{${agent}})`,
          "{{queue_name}}",
        ),
      ],
      overrides: [byName("dead_letter", { color: "red" })],
    }),
    stat("queue-backlog", {
      title: "Queue backlog, all queues",
      description:
        "Items that wait in the three queues. Good: below 10 000; above it ArchonQueueBacklog fires.",
      unit: "short",
      thresholds: thresholds("green", [10_000, "red"]),
      queries: [query(queueBacklog, "backlog")],
    }),
    stat("dead-letters", {
      title: "Dead letter queue",
      description:
        "Items that could not be processed. Good: 0; from 100 on ArchonDeadLetterQueue fires.",
      unit: "short",
      thresholds: thresholds("green", [100, "yellow"]),
      queries: [query(deadLetters, "dead letters")],
    }),
    timeseries("database-pool", {
      title: "Database pool in use",
      description:
        "Share of the connections of each instance's pool that are in use. Good: below 80 %; at 100 % for five minutes ArchonDatabasePoolExhausted fires.",
      width: "quarter",
      unit: "percentunit",
      min: 0,
      max: 1,
      thresholds: highIsBad({ warning: 0.8, critical: 1 }),
      queries: [
        query(
          `max by (instance) (agent_db_pool_connections_in_use{${agent}} / agent_db_pool_connections_max{${agent}})`,
          "{{instance}}",
        ),
      ],
    }),
    timeseries("cache-entries", {
      title: "Cache entries",
      description:
        "Entries in the cache of each instance. Good: grows after a start, then stays. Always 0 as long as the agent does not set the number.",
      width: "quarter",
      unit: "short",
      min: 0,
      queries: [
        query(
          `sum by (instance) (cache_entries_total{${agent}})`,
          "{{instance}}",
        ),
      ],
    }),
  ];
}

export function languageModel(): readonly Panel[] {
  const tokens = (quantile: number): string =>
    `histogram_quantile(${quantile}, sum by (le, model) (rate(llm_tokens_used_bucket{${ofModel}}[${window}])))`;
  return [
    timeseries("tokens-per-second", {
      title: "Tokens per second by model",
      description:
        "What the calls cost, roughly. Good: follows the requests; more tokens for the same requests are longer prompts.",
      width: "third",
      unit: "suffix: tokens/s",
      min: 0,
      stack: "normal",
      queries: [
        query(
          `sum by (model) (rate(llm_tokens_used_sum{${ofModel}}[${window}]))`,
          "{{model}}",
        ),
      ],
    }),
    timeseries("tokens-per-call", {
      title: "Tokens per call",
      description:
        "Half and 95 % of the calls used fewer tokens; more than 20 000 cannot be told apart. Good: steady.",
      width: "third",
      unit: "suffix: tokens",
      min: 0,
      queries: [
        query(tokens(0.5), "p50 {{model}}"),
        query(tokens(0.95), "p95 {{model}}"),
      ],
    }),
    timeseries("llm-calls", {
      title: "LLM calls by model and operation",
      description:
        "Calls per second that reported their tokens. Good: one per request or a known multiple.",
      width: "third",
      unit: "ops",
      min: 0,
      queries: [
        query(
          `sum by (model, operation) (rate(llm_tokens_used_count{${ofModel}}[${window}]))`,
          "{{model}} {{operation}}",
        ),
      ],
    }),
  ];
}

export function traffic(): readonly Panel[] {
  const rateOf = (part: string): string =>
    `sum by (endpoint) (rate(response_size_bytes_${part}{${ofEndpoint}}[${window}]))`;
  return [
    timeseries("response-size", {
      title: "Average response size by endpoint",
      description:
        "Mean bytes of a response; there are no quantiles. Good: steady; a step is a change of format.",
      unit: "bytes",
      min: 0,
      queries: [query(`${rateOf("sum")} / ${rateOf("count")}`, "{{endpoint}}")],
    }),
    text("business", {
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

export function health(): readonly Panel[] {
  return [
    stat("instances-up", {
      title: "Instances up",
      description: "Whether each instance answers its scrape. Good: all UP.",
      width: "third",
      height: 8,
      unit: "none",
      sparkline: false,
      background: true,
      thresholds: thresholds("red", [1, "green"]),
      mappings: upOrDown,
      queries: [query(`up{${agent}}`, "{{instance}}")],
    }),
    stateTimeline("health-checks", {
      title: "Health checks",
      description:
        "The worst result of each check in any instance. Good: all green; red and critical is an agent that cannot answer.",
      width: "two-thirds",
      unit: "none",
      thresholds: thresholds("red", [1, "yellow"], [2, "green"]),
      mappings: healthStates,
      queries: [
        query(
          `min by (check, critical) (agent_health_check_status{${agent}})`,
          "{{check}} (critical={{critical}})",
        ),
      ],
    }),
    timeseries("health-check-duration", {
      title: "Health check duration",
      description:
        "How long the last run of each check took. Good: far below its limit: 5 s for the database and the queues, 3 s for Redis, 10 s for the language model.",
      unit: "s",
      min: 0,
      queries: [
        query(
          `max by (check) (agent_health_check_duration_seconds{${agent}})`,
          "{{check}}",
        ),
        query(
          'max by (instance) (probe_duration_seconds{job="archon-agent-health"})',
          "all, as seen from outside",
        ),
      ],
    }),
    stat("health-endpoint", {
      title: "Health endpoint from outside",
      description:
        "Whether the prober gets an answer of 200, which degraded agents give too. Good: UP.",
      height: 8,
      unit: "none",
      sparkline: false,
      background: true,
      thresholds: thresholds("red", [1, "green"]),
      mappings: upOrDown,
      queries: [
        query(
          'min by (instance) (probe_success{job="archon-agent-health"})',
          "{{instance}}",
        ),
      ],
    }),
  ];
}

export function logsAndTraces(): readonly Panel[] {
  return [
    logs("error-log", {
      title: "Error log",
      description:
        "Lines of level error and critical; the trace id of a line opens its trace. Good: empty.",
      queries: [logQuery(`{${agent}} | json | level=~"error|critical"`)],
    }),
    table("slow-traces", {
      title: "Slow or failed queries",
      description:
        "Traces whose process_query failed or took longer than 2 s. Good: empty.",
      unit: "none",
      queries: [
        traceql(
          '{ resource.service.name = "archon-agent" && name = "process_query" && (status = error || duration > 2s) }',
          { limit: 50 },
        ),
      ],
    }),
  ];
}
