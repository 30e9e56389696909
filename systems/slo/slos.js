"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.slos =
  exports.queueReliability =
  exports.queryPerformance =
  exports.connectionAvailability =
  exports.requestsLatency =
  exports.requestsAvailability =
    void 0;
const slo_1 = require("monitoring-as-code/slo");
const jobs_1 = require("./jobs");
/** The built-in tiers of 30 days whose alerts have a name here, and only they: whoever is not to be paged names no page. */
function tiersNamed(names) {
  return ((0, slo_1.builtInTiers)("30d") ?? []).flatMap((tier) => {
    const alert = names[tier.tier];
    return alert === undefined ? [] : [{ ...tier, alert }];
  });
}
/** Throttled requests count as failed: the limit is the service's own. */
const failed = 'status=~"(5..|429)"';
exports.requestsAvailability = {
  id: "requests-availability",
  title: "API availability",
  description: "API requests succeed, 999 of 1000",
  service: "api-service",
  team: "backend",
  objective: 99.9,
  period: "30d",
  sli: {
    kind: "events",
    total: `sum(rate(http_requests_total{job="${jobs_1.apiJob}"}[$window]))`,
    errors: `sum(rate(http_requests_total{job="${jobs_1.apiJob}",${failed}}[$window]))`,
  },
  tiers: tiersNamed({
    "page-quick": "ApiHighErrorRate",
    "page-slow": "ApiHighErrorRateSustained",
    "ticket-quick": "ApiHighErrorRateTicket",
    "ticket-slow": "ApiHighErrorRateTicketSustained",
  }),
  labels: { owner: "backend-team", tier: "critical", category: "availability" },
};
exports.requestsLatency = {
  id: "requests-latency",
  title: "API latency",
  description: "99.5 % of the API requests are answered within 200 ms",
  service: "api-service",
  team: "backend",
  objective: 99.5,
  period: "30d",
  sli: {
    kind: "latency",
    histogram: "http_request_duration_seconds",
    selector: `job="${jobs_1.apiJob}"`,
    le: 0.2,
  },
  tiers: tiersNamed({
    "page-quick": "ApiHighLatency",
    "page-slow": "ApiHighLatencySustained",
    "ticket-quick": "ApiHighLatencyTicket",
    "ticket-slow": "ApiHighLatencyTicketSustained",
  }),
  labels: { owner: "backend-team", tier: "critical", category: "latency" },
};
/**
 * The share of scrapes that did not find the database. The rate of a gauge that stays 0 is as 0 as that of one that stays
 * 1, and without an exporter there is no scrape and no ratio: that is the absent alert's.
 */
exports.connectionAvailability = {
  id: "connection-availability",
  title: "Database availability",
  description: "The database accepts connections, 1999 times of 2000",
  service: "postgresql",
  team: "platform",
  objective: 99.95,
  period: "30d",
  sli: {
    kind: "raw",
    errorRatio: `1 - sum(sum_over_time(pg_up{job="${jobs_1.databaseJob}"}[$window])) / sum(count_over_time(pg_up{job="${jobs_1.databaseJob}"}[$window]))`,
  },
  tiers: tiersNamed({
    "page-quick": "DatabaseUnavailable",
    "page-slow": "DatabaseUnavailableSustained",
  }),
  labels: {
    owner: "platform-team",
    tier: "critical",
    category: "availability",
  },
};
/** Measured where queries are sent: the exporter knows means, and a mean is no count of slow queries. */
exports.queryPerformance = {
  id: "query-performance",
  title: "Database query performance",
  description: "99.9 % of the queries are answered within 100 ms",
  service: "postgresql",
  team: "platform",
  objective: 99.9,
  period: "30d",
  sli: {
    kind: "latency",
    histogram: "db_query_duration_seconds",
    selector: `job="${jobs_1.apiJob}"`,
    le: 0.1,
  },
  tiers: tiersNamed({
    "ticket-quick": "DatabaseSlowQueries",
    "ticket-slow": "DatabaseSlowQueriesSustained",
  }),
  labels: { owner: "platform-team", tier: "critical", category: "performance" },
};
exports.queueReliability = {
  id: "queue-reliability",
  title: "Message queue reliability",
  description: "Messages are processed successfully, 999 of 1000",
  service: "message-queue",
  team: "platform",
  objective: 99.9,
  period: "7d",
  sli: {
    kind: "events",
    total: `sum(rate(queue_messages_processed_total{job="${jobs_1.queueJob}"}[$window]))`,
    good: `sum(rate(queue_messages_processed_total{job="${jobs_1.queueJob}",status="success"}[$window]))`,
  },
  labels: { owner: "platform-team", tier: "high", category: "availability" },
};
exports.slos = [
  exports.requestsAvailability,
  exports.requestsLatency,
  exports.connectionAvailability,
  exports.queryPerformance,
  exports.queueReliability,
];
//# sourceMappingURL=slos.js.map
