import {
  dashboard,
  highIsBad,
  query,
  row,
  stat,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import { look } from "./look";

export const loadTestDashboard = dashboard({
  ...look,
  uid: "ps-load-test",
  title: "Locust - Load Test",
  description:
    "What simulated users see while a load test runs. Empty at all other times.",
  tags: ["locust"],
  rows: [
    row([users(), totalRate()]),
    row("Requests of simulated users", [rate(), errors(), latency()]),
  ],
});

function users(): Panel {
  return stat("users", {
    title: "Simulated Users",
    description:
      "Users of the load test. Each waits two to six seconds between tasks; good is the number that the test was started with.",
    width: "half",
    unit: "short",
    queries: [query("sum(locust_active_users)", "Users")],
  });
}

function totalRate(): Panel {
  return stat("requests-per-second", {
    title: "Requests per Second",
    description:
      "Requests of all simulated users. Rises with the users; when it stays behind, the shop is the limit.",
    width: "half",
    unit: "reqps",
    queries: [
      query("sum(rate(locust_requests_total[$__rate_interval]))", "Requests"),
    ],
  });
}

function rate(): Panel {
  return timeseries("request-rate", {
    title: "Request Rate by Endpoint",
    description:
      "Requests of simulated users per second. Browsing, carts and purchases keep their ratio of 10 to 5 to 1.",
    width: "third",
    unit: "reqps",
    queries: [
      query(
        "sum by (method, endpoint) (rate(locust_requests_total[$__rate_interval]))",
        "{{method}} {{endpoint}}",
      ),
    ],
  });
}

function errors(): Panel {
  return timeseries("error-ratio", {
    title: "Failed Requests",
    description:
      "Share of requests that failed for simulated users. Good is zero; above 5 % the shop would page somebody.",
    width: "third",
    unit: "percentunit",
    min: 0,
    thresholds: highIsBad({ critical: 0.05 }),
    queries: [
      query(
        '(sum(rate(locust_requests_total{status="error"}[$__rate_interval])) or vector(0)) / (sum(rate(locust_requests_total[$__rate_interval])) > 0)',
        "Failed",
      ),
    ],
  });
}

function latency(): Panel {
  return timeseries("latency-p95", {
    title: "Response Time P95 by Endpoint",
    description:
      "95 % of the answers reached simulated users faster. Good is below half a second, the limit for real ones.",
    width: "third",
    unit: "s",
    min: 0,
    thresholds: highIsBad({ critical: 0.5 }),
    queries: [
      query(
        "histogram_quantile(0.95, sum by (le, endpoint) (rate(locust_response_time_seconds_bucket[$__rate_interval])))",
        "{{endpoint}}",
      ),
    ],
  });
}
