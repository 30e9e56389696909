import type { BurnTier, Slo } from "monitoring-as-code";
import { builtInTiers } from "monitoring-as-code/slo";
import { apiJob, databaseJob, queueJob } from "./jobs";

type TierName = "page-quick" | "page-slow" | "ticket-quick" | "ticket-slow";

/** The built-in tiers of 30 days whose alerts have a name here, and only they: whoever is not to be paged names no page. */
function tiersNamed(
  names: Readonly<Partial<Record<TierName, string>>>,
): readonly BurnTier[] {
  return (builtInTiers("30d") ?? []).flatMap((tier) => {
    const alert = names[tier.tier as TierName];
    return alert === undefined ? [] : [{ ...tier, alert }];
  });
}

/** Throttled requests count as failed: the limit is the service's own. */
const failed = 'status=~"(5..|429)"';

export const requestsAvailability: Slo = {
  id: "requests-availability",
  title: "API availability",
  description: "API requests succeed, 999 of 1000",
  service: "api-service",
  team: "backend",
  objective: 99.9,
  period: "30d",
  sli: {
    kind: "events",
    total: `sum(rate(http_requests_total{job="${apiJob}"}[$window]))`,
    errors: `sum(rate(http_requests_total{job="${apiJob}",${failed}}[$window]))`,
  },
  tiers: tiersNamed({
    "page-quick": "ApiHighErrorRate",
    "page-slow": "ApiHighErrorRateSustained",
    "ticket-quick": "ApiHighErrorRateTicket",
    "ticket-slow": "ApiHighErrorRateTicketSustained",
  }),
  labels: { owner: "backend-team", tier: "critical", category: "availability" },
};

export const requestsLatency: Slo = {
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
    selector: `job="${apiJob}"`,
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
export const connectionAvailability: Slo = {
  id: "connection-availability",
  title: "Database availability",
  description: "The database accepts connections, 1999 times of 2000",
  service: "postgresql",
  team: "platform",
  objective: 99.95,
  period: "30d",
  sli: {
    kind: "raw",
    errorRatio: `1 - sum(sum_over_time(pg_up{job="${databaseJob}"}[$window])) / sum(count_over_time(pg_up{job="${databaseJob}"}[$window]))`,
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
export const queryPerformance: Slo = {
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
    selector: `job="${apiJob}"`,
    le: 0.1,
  },
  tiers: tiersNamed({
    "ticket-quick": "DatabaseSlowQueries",
    "ticket-slow": "DatabaseSlowQueriesSustained",
  }),
  labels: { owner: "platform-team", tier: "critical", category: "performance" },
};

export const queueReliability: Slo = {
  id: "queue-reliability",
  title: "Message queue reliability",
  description: "Messages are processed successfully, 999 of 1000",
  service: "message-queue",
  team: "platform",
  objective: 99.9,
  period: "7d",
  sli: {
    kind: "events",
    total: `sum(rate(queue_messages_processed_total{job="${queueJob}"}[$window]))`,
    good: `sum(rate(queue_messages_processed_total{job="${queueJob}",status="success"}[$window]))`,
  },
  labels: { owner: "platform-team", tier: "high", category: "availability" },
};

export const slos: readonly Slo[] = [
  requestsAvailability,
  requestsLatency,
  connectionAvailability,
  queryPerformance,
  queueReliability,
];
