/** Several names of the agent are generic, so every query names its job. */
export const agent = 'job="archon-agent"';

/** The agent's requests as the variables of the overview choose them. */
export const chosen = `${agent},method=~"$method",endpoint=~"$endpoint"`;

/** Requests that ended, per second. */
export function requestRate(window: string, by = "", of = chosen): string {
  return `sum${grouped(by)}(rate(agent_requests_total{${of}}[${window}]))`;
}

/** The share of requests that failed; what never failed has no series of its own and counts as 0. */
export function errorRatio(window: string, by = ""): string {
  const all = requestRate(window, by);
  const failed = requestRate(
    window,
    by,
    `${agent},status="error",method=~"$method",endpoint=~"$endpoint"`,
  );
  const none = by === "" ? "vector(0)" : `0 * ${all}`;
  return `(${failed} or ${none}) / ${all}`;
}

/** The seconds within which `quantile` of the requests ended; the last bucket is 10. */
export function latency(
  quantile: number,
  window: string,
  by = "",
  of = chosen,
): string {
  const labels = by === "" ? "le" : `le, ${by}`;
  return `histogram_quantile(${quantile}, sum by (${labels}) (rate(agent_request_duration_seconds_bucket{${of}}[${window}])))`;
}

/** Items that wait, in all queues but that of dead letters; every instance reports the same queues, so not their sum. */
export const queueBacklog = `sum(max by (queue_name) (agent_queue_size{${agent},queue_name!="dead_letter"}))`;

export const deadLetters = `max(agent_queue_size{${agent},queue_name="dead_letter"})`;

/** What `healthChecks` returns, in words and colours. */
export const healthStates = {
  0: { text: "unhealthy", color: "red" },
  1: { text: "degraded", color: "yellow" },
  2: { text: "healthy", color: "green" },
} as const;

function grouped(by: string): string {
  return by === "" ? "" : ` by (${by}) `;
}
