import {
  dashboard,
  highIsBad,
  query,
  row,
  stat,
  thresholds,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import { serverErrorPercent } from "./expressions";
import { look } from "./look";

export const nginxDashboard = dashboard({
  ...look,
  uid: "ps-nginx",
  title: "Nginx - API Gateway Performance",
  description:
    "Whether the shop can be reached, how fast the gateway answers, and which service behind it is to blame when it does not.",
  tags: ["nginx"],
  rows: [
    row([gatewayUp(), statusCodes()]),
    row("Gateway", [
      requestRate(),
      responseTime(),
      upstreamTimes(),
      connections(),
    ]),
    row("Services behind the gateway", [
      serviceRate(),
      serviceErrors(),
      serviceLatency(),
    ]),
  ],
});

function gatewayUp(): Panel {
  return stat("gateway-up", {
    title: "Gateway Up",
    description:
      "Whether the exporter reached Nginx. When it is down nobody can shop, and NginxDown fires after a minute.",
    unit: "bool_yes_no",
    thresholds: thresholds("red", [1, "green"]),
    queries: [query("min(nginx_up)", "Up")],
  });
}

function statusCodes(): Panel {
  return stat("status-codes", {
    title: "HTTP Status Codes",
    description:
      "Answers per second by status. Good: nearly all 2xx and 3xx; 4xx are a steady few, 5xx none.",
    width: "three-quarters",
    unit: "reqps",
    queries: [
      query(
        "sum by (status) (rate(nginx_http_requests_total[$__rate_interval]))",
        "{{status}}",
      ),
    ],
  });
}

function requestRate(): Panel {
  return timeseries("request-rate", {
    title: "Request Rate by Route",
    description:
      "Requests per second by location. Follows the day; a route that falls to zero alone is cut off.",
    unit: "reqps",
    queries: [
      query(
        "sum by (location) (rate(nginx_http_requests_total[$__rate_interval]))",
        "{{location}}",
      ),
    ],
  });
}

function responseTime(): Panel {
  return timeseries("response-time", {
    title: "Response Time by Upstream",
    description:
      "Average time of an answer by location, each of which leads to one upstream. Good is well below half a second; one line that leaves the others names the upstream to look at.",
    unit: "s",
    min: 0,
    queries: [
      query(
        "sum by (location) (rate(nginx_http_request_duration_seconds_sum[$__rate_interval])) / sum by (location) (rate(nginx_http_request_duration_seconds_count[$__rate_interval]))",
        "{{location}} avg latency",
      ),
    ],
  });
}

function upstreamTimes(): Panel {
  return timeseries("upstream-response-times", {
    title: "Upstream Response Times",
    description:
      "99 % of all answers were faster. Good is below half a second, as for the services behind.",
    unit: "s",
    min: 0,
    thresholds: highIsBad({ critical: 0.5 }),
    queries: [
      query(
        "histogram_quantile(0.99, sum by (le) (rate(nginx_http_request_duration_seconds_bucket[$__rate_interval])))",
        "P99 Response Time",
      ),
    ],
  });
}

function connections(): Panel {
  return timeseries("connections", {
    title: "Connection States",
    description:
      "Open connections; the active ones are the sum of the other three. Good: mostly waiting; many writing means that answers are slow, many reading that clients are.",
    unit: "short",
    min: 0,
    queries: [
      query("nginx_connections_active", "Active"),
      query("nginx_connections_waiting", "Waiting"),
      query("nginx_connections_reading", "Reading"),
      query("nginx_connections_writing", "Writing"),
    ],
  });
}

function serviceRate(): Panel {
  return timeseries("rate-by-service", {
    title: "Request Rate by Service",
    description:
      "Requests per second that arrive at each service. Their sum is close to the gateway's rate plus what services ask each other.",
    width: "third",
    unit: "reqps",
    queries: [query("job:http_requests:rate5m", "{{job}}")],
  });
}

function serviceErrors(): Panel {
  return timeseries("error-ratio-by-service", {
    title: "5xx Error Ratio by Service",
    description:
      "Answers with a status of 500 and above, in percent of all, by service. Good is zero; above 5 % for five minutes HighErrorRate fires.",
    width: "third",
    unit: "percent",
    min: 0,
    thresholds: highIsBad({ critical: 5 }),
    queries: [query(serverErrorPercent("$__rate_interval"), "{{job}}")],
  });
}

function serviceLatency(): Panel {
  return timeseries("p99-by-service", {
    title: "P99 Latency by Service",
    description:
      "99 % of a service's answers were faster, probes and scrapes included. Good is below half a second.",
    width: "third",
    unit: "s",
    min: 0,
    thresholds: highIsBad({ critical: 0.5 }),
    queries: [
      query(
        "histogram_quantile(0.99, sum by (le, job) (job_le:http_request_duration_seconds_bucket:rate5m))",
        "{{job}}",
      ),
    ],
  });
}
