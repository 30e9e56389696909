/** Several names of the agent are generic, so every query names its job. */
export declare const agent = 'job="archon-agent"';
/** The agent's requests as the variables of the overview choose them. */
export declare const chosen =
  'job="archon-agent",method=~"$method",endpoint=~"$endpoint"';
/** Requests that ended, per second. */
export declare function requestRate(
  window: string,
  by?: string,
  of?: string,
): string;
/** The share of requests that failed; what never failed has no series of its own and counts as 0. */
export declare function errorRatio(window: string, by?: string): string;
/** The seconds within which `quantile` of the requests ended; the last bucket is 10. */
export declare function latency(
  quantile: number,
  window: string,
  by?: string,
  of?: string,
): string;
/** Items that wait, in all queues but that of dead letters; every instance reports the same queues, so not their sum. */
export declare const queueBacklog =
  'sum(max by (queue_name) (agent_queue_size{job="archon-agent",queue_name!="dead_letter"}))';
export declare const deadLetters =
  'max(agent_queue_size{job="archon-agent",queue_name="dead_letter"})';
/** What `healthChecks` returns, in words and colours. */
export declare const healthStates: {
  readonly 0: {
    readonly text: "unhealthy";
    readonly color: "red";
  };
  readonly 1: {
    readonly text: "degraded";
    readonly color: "yellow";
  };
  readonly 2: {
    readonly text: "healthy";
    readonly color: "green";
  };
};
