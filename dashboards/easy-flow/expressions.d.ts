/** The jobs, by what they watch; the services' metric names are so common that every query selects its job. */
export declare const services = 'job="easy-flow"';
export declare const health = 'job="easy-flow-health"';
export declare const node = 'job="easy-flow-node"';
export declare const partners = 'job="easy-flow-integrations"';
/** The services that the dashboard's variable selects. */
export declare const chosenServices = 'job="easy-flow",service=~"$service"';
/** The chat platforms that the dashboard's variable selects. */
export declare const chosenPlatforms = 'job="easy-flow",platform=~"$platform"';
/**
 * Errors per request, by service. `errors_total` and the requests are counted independently and share no label but
 * `service`; a service without errors counts as 0, one without traffic not at all.
 */
export declare function errorShare(selector: string, window: string): string;
/** The share of requests that took longer than ten seconds; above 5 % it says that the 95th percentile is above 10 s. */
export declare function slowShare(selector: string, window: string): string;
/** Mean duration of requests, over all of them. */
export declare function averageResponseTime(
  selector: string,
  window: string,
): string;
export declare const cpuPercent =
  '100 * (1 - avg by (instance) (rate(node_cpu_seconds_total{job="easy-flow-node",mode="idle"}[$__rate_interval])))';
export declare const memoryPercent =
  '100 * (1 - node_memory_MemAvailable_bytes{job="easy-flow-node"} / node_memory_MemTotal_bytes{job="easy-flow-node"})';
export declare const diskPercent =
  '100 * (1 - node_filesystem_avail_bytes{job="easy-flow-node",fstype!="tmpfs",fstype!="overlay"} / node_filesystem_size_bytes{job="easy-flow-node",fstype!="tmpfs",fstype!="overlay"})';
export declare function negativeReviews(selector: string): string;
