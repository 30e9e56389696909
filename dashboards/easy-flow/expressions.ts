/** The jobs, by what they watch; the services' metric names are so common that every query selects its job. */
export const services = 'job="easy-flow"';
export const health = 'job="easy-flow-health"';
export const node = 'job="easy-flow-node"';
export const partners = 'job="easy-flow-integrations"';

/** The services that the dashboard's variable selects. */
export const chosenServices = `${services},service=~"$service"`;
/** The chat platforms that the dashboard's variable selects. */
export const chosenPlatforms = `${services},platform=~"$platform"`;

/**
 * Errors per request, by service. `errors_total` and the requests are counted independently and share no label but
 * `service`; a service without errors counts as 0, one without traffic not at all.
 */
export function errorShare(selector: string, window: string): string {
  const errors = `sum by (service) (rate(errors_total{${selector}}[${window}]))`;
  const requests = `sum by (service) (rate(response_time_seconds_count{${selector}}[${window}]))`;
  return `(${errors} or 0 * ${requests}) / (${requests} > 0)`;
}

/** The share of requests that took longer than ten seconds; above 5 % it says that the 95th percentile is above 10 s. */
export function slowShare(selector: string, window: string): string {
  return `1 - sum(rate(response_time_seconds_bucket{${selector},le="10.0"}[${window}])) / (sum(rate(response_time_seconds_count{${selector}}[${window}])) > 0)`;
}

/** Mean duration of requests, over all of them. */
export function averageResponseTime(selector: string, window: string): string {
  return `sum(increase(response_time_seconds_sum{${selector}}[${window}])) / (sum(increase(response_time_seconds_count{${selector}}[${window}])) > 0)`;
}

export const cpuPercent = `100 * (1 - avg by (instance) (rate(node_cpu_seconds_total{${node},mode="idle"}[$__rate_interval])))`;

export const memoryPercent = `100 * (1 - node_memory_MemAvailable_bytes{${node}} / node_memory_MemTotal_bytes{${node}})`;

const disks = `${node},fstype!="tmpfs",fstype!="overlay"`;

export const diskPercent = `100 * (1 - node_filesystem_avail_bytes{${disks}} / node_filesystem_size_bytes{${disks}})`;

export function negativeReviews(selector: string): string {
  return `sum by (platform) (increase(easy_flow_negative_reviews_total{${selector}}[15m]))`;
}
