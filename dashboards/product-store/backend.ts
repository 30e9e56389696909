import {
  highIsBad,
  query,
  row,
  timeseries,
  type Panel,
} from "monitoring-as-code/dashboards";
import { productListP95, serviceP99 } from "./expressions";
import { httpServiceDashboard, requestRate } from "./http-service";

const job = "backend-service";

export const backendDashboard = httpServiceDashboard({
  uid: "ps-backend",
  title: "Backend Service - Products & Catalog",
  description:
    "Whether customers get their products, how fast, and which part of the catalogue they look at.",
  tags: ["backend", "cassandra", "products"],
  job,
  rate: requestRate(job, "API Request Rate"),
  latency: latencyByEndpoint(),
  business: [
    row("Data", [cassandraQueries(), productListLatency()]),
    row("Catalogue", [productViews(), categoryRequests(), adminOperations()]),
  ],
});

function latencyByEndpoint(): Panel {
  return timeseries("p99-latency-by-endpoint", {
    title: "P99 Latency by Endpoint",
    description:
      "99 % of the answers were faster. Good is below half a second; when all endpoints together exceed it for two minutes BackendHighP99Latency fires.",
    unit: "s",
    min: 0,
    thresholds: highIsBad({ critical: 0.5 }),
    queries: [
      query(
        `histogram_quantile(0.99, sum by (le, endpoint) (rate(http_request_duration_seconds_bucket{job="${job}"}[$__rate_interval])))`,
        "{{endpoint}} P99",
      ),
      query(serviceP99(job, "$__rate_interval"), "all endpoints P99"),
    ],
  });
}

function cassandraQueries(): Panel {
  return timeseries("cassandra-queries", {
    title: "Cassandra Query Performance",
    description:
      "Average duration of queries as the service sees them. Good is a few milliseconds; a rise here with steady figures on the Cassandra dashboard points at the connection between both.",
    unit: "s",
    min: 0,
    queries: [
      query(
        "sum by (table, operation) (rate(cassandra_query_seconds_sum[$__rate_interval])) / sum by (table, operation) (rate(cassandra_query_seconds_count[$__rate_interval]))",
        "{{table}} {{operation}} avg",
      ),
    ],
  });
}

function productListLatency(): Panel {
  return timeseries("product-list-p95", {
    title: "Product List P95 Latency",
    description:
      "95 % of the product lists arrived faster. Good is below half a second; above it for five minutes UserFacingLatencyHigh fires.",
    unit: "s",
    min: 0,
    thresholds: highIsBad({ warning: 0.5 }),
    queries: [query(productListP95("$__rate_interval"), "P95")],
  });
}

function productViews(): Panel {
  return timeseries("product-views", {
    title: "Product Views by Category",
    description:
      "Product pages viewed per second. Follows the day; a category that falls to zero alone has lost its products.",
    width: "third",
    unit: "cps",
    queries: [
      query(
        "sum by (category) (rate(product_views_total[$__rate_interval]))",
        "{{category}}",
      ),
    ],
  });
}

function categoryRequests(): Panel {
  return timeseries("category-requests", {
    title: "Requests by Category",
    description:
      "Product lists asked for per second. Good runs in step with the product views beside it.",
    width: "third",
    unit: "reqps",
    queries: [
      query(
        "sum by (category) (rate(category_requests_total[$__rate_interval]))",
        "{{category}}",
      ),
    ],
  });
}

function adminOperations(): Panel {
  return timeseries("admin-operations", {
    title: "Admin Operations",
    description:
      "Changes to the catalogue per second. Mostly zero; a burst that nobody announced is worth a question.",
    width: "third",
    unit: "ops",
    queries: [
      query(
        "sum by (operation) (rate(admin_operations_total[$__rate_interval]))",
        "{{operation}}",
      ),
    ],
  });
}
