import {
  byName,
  heatmap,
  highIsBad,
  query,
  stat,
  thresholds,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import { agent, chosen, errorRatio, latency, requestRate } from "./expressions";

const window = "$__rate_interval";

/** The four golden signals, each a number. */
export function goldenSignals(): readonly Panel[] {
  return [
    stat("request-rate", {
      title: "Request rate",
      description:
        "Requests that ended per second. Good: follows the hour of the day.",
      unit: "reqps",
      queries: [query(requestRate(window), "requests/s")],
    }),
    stat("error-ratio", {
      title: "Error ratio",
      description:
        "Share of the requests that failed. Good: below 0.1 %, which is promised; above 5 % ArchonHighErrorRate fires.",
      unit: "percentunit",
      decimals: 2,
      thresholds: thresholds("green", [0.05, "red"]),
      queries: [query(errorRatio(window), "error ratio")],
    }),
    stat("p95-latency", {
      title: "P95 latency",
      description:
        "95 % of the requests were faster; more than 10 s cannot be told apart. Good: below 100 ms, which is promised; above 2 s ArchonHighLatency fires.",
      unit: "s",
      thresholds: thresholds("green", [0.1, "yellow"], [2, "red"]),
      queries: [query(latency(0.95, window), "p95")],
    }),
    stat("in-flight", {
      title: "Requests in flight",
      description:
        "Requests that have begun and not ended, in all instances. Good: steady; growth without more requests is a jam.",
      unit: "short",
      queries: [query(`sum(agent_active_connections{${agent}})`, "in flight")],
    }),
  ];
}

export function rates(): readonly Panel[] {
  return [
    timeseries("rate-by-endpoint", {
      title: "Request rate by method and endpoint",
      description:
        "Requests per second of each operation. Good: no line that drops to zero by day.",
      unit: "reqps",
      min: 0,
      queries: [
        query(
          requestRate(window, "method, endpoint"),
          "{{method}} {{endpoint}}",
        ),
      ],
    }),
    timeseries("rate-by-status", {
      title: "Request rate by status",
      description:
        "Requests per second by result. Good: green with hardly any red on top.",
      unit: "reqps",
      min: 0,
      stack: "normal",
      queries: [query(requestRate(window, "status"), "{{status}}")],
      overrides: [
        byName("error", { color: "red" }),
        byName("success", { color: "green" }),
      ],
    }),
  ];
}

export function errors(): readonly Panel[] {
  return [
    timeseries("error-ratio-by-endpoint", {
      title: "Error ratio by endpoint",
      description:
        "Share of each endpoint's requests that failed. Good: all at the bottom, below 5 %.",
      unit: "percentunit",
      min: 0,
      thresholds: highIsBad({ critical: 0.05 }),
      queries: [query(errorRatio(window, "endpoint"), "{{endpoint}}")],
    }),
    timeseries("errors-by-type", {
      title: "Errors by type and method",
      description:
        "Exceptions per second by class; of all endpoints, as the agent does not tell them apart here. Good: empty, or one known class.",
      unit: "ops",
      min: 0,
      stack: "normal",
      queries: [
        query(
          `sum by (error_type, method) (rate(agent_errors_total{${agent},method=~"$method"}[${window}]))`,
          "{{error_type}} ({{method}})",
        ),
      ],
    }),
  ];
}

export function durations(): readonly Panel[] {
  return [
    timeseries("latency-percentiles", {
      title: "Latency percentiles",
      description:
        "Half, 95 % and 99 % of the requests were faster. Good: close together; fast failures pull all of them down, so look at the errors too.",
      width: "third",
      unit: "s",
      min: 0,
      thresholds: highIsBad({ warning: 2 }),
      queries: [
        query(latency(0.5, window), "p50"),
        query(latency(0.95, window), "p95"),
        query(latency(0.99, window), "p99"),
      ],
    }),
    timeseries("p95-by-endpoint", {
      title: "P95 latency by endpoint",
      description:
        "95 % of the requests to each endpoint were faster. Good: below 2 s; one line that leaves the others names the endpoint.",
      width: "third",
      unit: "s",
      min: 0,
      thresholds: highIsBad({ warning: 2 }),
      queries: [query(latency(0.95, window, "endpoint"), "{{endpoint}}")],
    }),
    heatmap("latency-distribution", {
      title: "Latency distribution",
      description:
        "How many requests took how long. Good: one dense band at the bottom; a second band is a slow path.",
      width: "third",
      unit: "s",
      queries: [
        query(
          `sum by (le) (increase(agent_request_duration_seconds_bucket{${chosen}}[${window}]))`,
          "{{le}}",
        ),
      ],
    }),
  ];
}
