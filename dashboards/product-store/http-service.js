"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.httpServiceDashboard = httpServiceDashboard;
exports.requestRate = requestRate;
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
const look_1 = require("./look");
/** The dashboard of a service that answers HTTP: its state, its golden signals, then what it is there for. */
function httpServiceDashboard({
  job,
  rate = requestRate(job, "Request Rate"),
  latency = p99Latency(job),
  business,
  ...frame
}) {
  return (0, dashboards_1.dashboard)({
    ...look_1.look,
    ...frame,
    rows: [
      (0, dashboards_1.row)(stateOf(job)),
      (0, dashboards_1.row)("Requests", [
        rate,
        serverErrors(job),
        latency,
        responseSize(job),
      ]),
      ...business,
    ],
  });
}
/** Requests per second by method and endpoint. */
function requestRate(job, title) {
  return (0, dashboards_1.timeseries)("request-rate", {
    title,
    description:
      "Requests per second by method and endpoint. Follows the day; a step down while the gateway's rate stays is a service that is not reached.",
    unit: "reqps",
    queries: [
      (0, dashboards_1.query)(
        `sum by (method, endpoint) (rate(http_requests_total{job="${job}"}[$__rate_interval]))`,
        "{{method}} {{endpoint}}",
      ),
    ],
  });
}
function stateOf(job) {
  return [
    (0, dashboards_1.stat)("instances-up", {
      title: "Instances Up",
      description:
        "Instances that answered their last scrape. Good is the number that was deployed; at zero the service is gone.",
      unit: "short",
      thresholds: (0, dashboards_1.thresholds)("red", [1, "green"]),
      queries: [(0, dashboards_1.query)(`sum(up{job="${job}"})`, "Instances")],
    }),
    (0, dashboards_1.stat)("requests-per-second", {
      title: "Requests per Second",
      description:
        "All requests of the last five minutes, those of probes and scrapes included.",
      unit: "reqps",
      queries: [
        (0, dashboards_1.query)(
          `job:http_requests:rate5m{job="${job}"}`,
          "Requests",
        ),
      ],
    }),
    (0, dashboards_1.stat)("server-error-ratio", {
      title: "5xx Ratio, 5 Minutes",
      description:
        "Share of answers with a status of 500 and above. Good is zero; above 5 % somebody is paged.",
      unit: "percentunit",
      thresholds: (0, dashboards_1.highIsBad)({
        warning: 0.01,
        critical: 0.05,
      }),
      queries: [
        (0, dashboards_1.query)(
          `job:http_requests_errors:ratio_rate5m{job="${job}"}`,
          "5xx",
        ),
      ],
      noValue: "no errors",
    }),
    (0, dashboards_1.stat)("requests-in-progress", {
      title: "Requests in Progress",
      description:
        "Requests being worked on. Good follows the request rate; a rise at a steady rate means that something below is slow.",
      unit: "short",
      queries: [
        (0, dashboards_1.query)(
          `sum(http_requests_concurrent{job="${job}"})`,
          "In progress",
        ),
      ],
    }),
  ];
}
function serverErrors(job) {
  return (0, dashboards_1.timeseries)("error-ratio", {
    title: "5xx Error Ratio",
    description:
      "Answers with a status of 500 and above, in percent of all. Good is zero; above 5 % for five minutes HighErrorRate fires. No line: no error yet.",
    unit: "percent",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ critical: 5 }),
    queries: [
      (0, dashboards_1.query)(
        (0, expressions_1.serverErrorPercent)("$__rate_interval", job),
        "{{job}} 5xx",
      ),
    ],
  });
}
function p99Latency(job) {
  return (0, dashboards_1.timeseries)("p99-latency", {
    title: "P99 Latency",
    description:
      "99 % of the answers to customers were faster. Good is below half a second; above it for two minutes the service's latency alert fires.",
    unit: "s",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ critical: 0.5 }),
    queries: [
      (0, dashboards_1.query)(
        (0, expressions_1.serviceP99)(job, "$__rate_interval"),
        "P99",
      ),
    ],
  });
}
function responseSize(job) {
  const mean = (direction) =>
    `sum(rate(http_${direction}_size_bytes_sum{job="${job}"}[$__rate_interval])) / sum(rate(http_${direction}_size_bytes_count{job="${job}"}[$__rate_interval]))`;
  return (0, dashboards_1.timeseries)("body-size", {
    title: "Average Body Size",
    description:
      "Bytes per request and per response. Steady is good; growing responses explain growing latency.",
    unit: "bytes",
    min: 0,
    queries: [
      (0, dashboards_1.query)(mean("request"), "Requests"),
      (0, dashboards_1.query)(mean("response"), "Responses"),
    ],
  });
}
//# sourceMappingURL=http-service.js.map
