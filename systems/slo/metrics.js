"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.metrics = void 0;
/**
 * What the API and the queue expose of themselves. The bounds 0.2, 0.3, 0.5 and 1 of the request histogram and 0.1 of
 * the query histogram are promises: an SLO on a bound that is no bucket measures nothing.
 */
exports.metrics = [
  {
    name: "http_requests_total",
    type: "counter",
    unit: "requests",
    labels: ["endpoint", "status"],
    help: "Requests that the API answered",
  },
  {
    name: "http_request_duration_seconds",
    type: "histogram",
    unit: "seconds",
    labels: ["endpoint", "status"],
    buckets: [0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5],
    help: "Time from request to response of the API",
  },
  {
    name: "db_queries_total",
    type: "counter",
    unit: "queries",
    labels: ["status"],
    help: "Queries of the API to its database, by result",
  },
  {
    name: "db_query_duration_seconds",
    type: "histogram",
    unit: "seconds",
    labels: [],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
    help: "Time of the API's queries to its database",
  },
  {
    name: "queue_messages_processed_total",
    type: "counter",
    unit: "messages",
    labels: ["status"],
    help: "Messages taken from the queue, by result",
  },
  {
    name: "queue_oldest_message_age_seconds",
    type: "gauge",
    unit: "seconds",
    labels: [],
    help: "Age of the message that has waited longest",
  },
];
//# sourceMappingURL=metrics.js.map
