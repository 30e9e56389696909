"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.tracingOverviewDashboard = void 0;
const dashboards_1 = require("monitoring-as-code/dashboards");
const expressions_1 = require("./expressions");
exports.tracingOverviewDashboard = (0, dashboards_1.dashboard)({
  uid: "tracing-overview",
  title: "Distributed Tracing Overview",
  description:
    "How requests fare from service to service, and which traces explain the slow and the failed ones",
  system: "logging-and-tracing",
  tags: ["tracing", "apm"],
  refresh: "30s",
  variables: [
    (0, dashboards_1.queryVariable)(
      "service",
      "label_values(http_requests_total, service)",
      {
        label: "Service",
        multi: true,
        includeAll: true,
        allValue: ".*",
      },
    ),
    (0, dashboards_1.textVariable)("operation", {
      label: "Operation",
      initial: ".*",
      description: "Name of the span, a regular expression",
    }),
    (0, dashboards_1.customVariable)(
      "slower_than",
      ["0ms", "100ms", "500ms", "1s", "2s"],
      {
        label: "Slower than",
        initial: "1s",
      },
    ),
    (0, dashboards_1.textVariable)("trace", { label: "Trace id" }),
  ],
  rows: [
    (0, dashboards_1.row)([
      requestRates(),
      errors(),
      latencies(),
      apdexScores(),
    ]),
    (0, dashboards_1.row)("Traces", [
      traceSearch(),
      failedTraces(),
      timeline(),
    ]),
    (0, dashboards_1.row)("Dependencies", [dependencies()]),
    (0, dashboards_1.row)("Jaeger", [jaegerTraces(), jaegerGraph()], {
      collapsed: true,
    }),
  ],
});
function requestRates() {
  return (0, dashboards_1.timeseries)("request-rate", {
    title: "Request Rate by Service",
    description:
      "Requests answered per second. Good: every service is there and follows the time of day.",
    unit: "reqps",
    min: 0,
    queries: [
      (0, dashboards_1.query)(
        (0, expressions_1.requestRate)("$__rate_interval"),
        "{{service}}",
      ),
    ],
  });
}
function errors() {
  return (0, dashboards_1.stat)("error-rate", {
    title: "Error Rate",
    description:
      "Share of the requests of the chosen services that ended in a server error. Good: below 1 %.",
    width: "half",
    height: 8,
    unit: "percentunit",
    decimals: 2,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 0.01, critical: 0.05 }),
    noValue: "no requests",
    queries: [
      (0, dashboards_1.query)(
        (0, expressions_1.errorRatio)("$__rate_interval"),
      ),
    ],
  });
}
function latencies() {
  return (0, dashboards_1.timeseries)("p95-latency", {
    title: "P95 Latency by Service",
    description:
      "95 % of the requests were faster; points open the trace of a single request. Good: below a second.",
    unit: "s",
    min: 0,
    thresholds: (0, dashboards_1.highIsBad)({ warning: 1 }),
    queries: [
      (0, dashboards_1.query)(
        (0, expressions_1.p95Latency)("$__rate_interval"),
        "{{service}}",
        {
          exemplars: true,
        },
      ),
    ],
  });
}
function apdexScores() {
  return (0, dashboards_1.timeseries)("apdex", {
    title: "Apdex by Service",
    description:
      "1 when everybody is served within a second; requests of up to four seconds count half, slower ones nothing. Good: above 0.94; below 0.7 users leave.",
    unit: "none",
    decimals: 2,
    min: 0,
    max: 1,
    thresholds: (0, dashboards_1.lowIsBad)({ warning: 0.94, critical: 0.7 }),
    queries: [
      (0, dashboards_1.query)(
        (0, expressions_1.apdex)("$__rate_interval"),
        "{{service}}",
      ),
    ],
  });
}
function traceSearch() {
  return (0, dashboards_1.table)("trace-search", {
    title: "Trace Search",
    description:
      "Traces of the chosen services with a span of that name and at least that long, the latest first; a click opens one. Good: empty for a second and more.",
    width: "half",
    height: 10,
    unit: "none",
    queries: [
      (0, dashboards_1.traceql)(
        '{ resource.service.name =~ "$service" && name =~ "$operation" && duration > $slower_than }',
        { limit: 50 },
      ),
    ],
  });
}
function failedTraces() {
  return (0, dashboards_1.table)("failed-traces", {
    title: "Failed Traces",
    description:
      "Traces with an error, which sampling always keeps. Good: empty.",
    width: "half",
    height: 10,
    unit: "none",
    queries: [
      (0, dashboards_1.traceql)(
        '{ resource.service.name =~ "$service" && status = error }',
        {
          limit: 50,
        },
      ),
    ],
  });
}
function timeline() {
  return (0, dashboards_1.traces)("trace-timeline", {
    title: "Trace Timeline",
    description:
      "The spans of the trace whose id is written above, from where its logs are one click away. Good: one long span at most; many short ones in a row are a query in a loop.",
    queries: [(0, dashboards_1.tempoTrace)("$trace")],
  });
}
function dependencies() {
  return (0, dashboards_1.nodeGraph)("dependencies", {
    title: "Dependency Graph",
    description:
      "Who calls whom, how often, how long and with how many errors. Good: no red ring, and no arrow that nobody planned.",
    queries: [(0, dashboards_1.serviceMap)('{server=~"frontend|backend"}')],
  });
}
function jaegerTraces() {
  return (0, dashboards_1.table)("jaeger-traces", {
    title: "Trace Search in Jaeger",
    description:
      "Traces that passed the frontend and took a second or longer, where an environment has Jaeger; two of them are compared in its own screen. Good: empty.",
    width: "half",
    height: 10,
    unit: "none",
    queries: [
      (0, dashboards_1.jaegerSearch)("frontend", {
        minDuration: "1s",
        limit: 50,
      }),
    ],
  });
}
function jaegerGraph() {
  return (0, dashboards_1.nodeGraph)("jaeger-dependencies", {
    title: "Dependency Graph of Jaeger",
    description:
      "Who calls whom, counted from the traces that Jaeger keeps. Good: the same arrows as above; one that is missing was not sampled.",
    width: "half",
    height: 10,
    queries: [(0, dashboards_1.jaegerDependencies)()],
  });
}
//# sourceMappingURL=tracing-overview.js.map
