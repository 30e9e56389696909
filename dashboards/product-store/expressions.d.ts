/** The jobs of the four services; the same names are the `service.name` of their spans. */
export type ServiceJob =
  "backend-service" | "cart-service" | "order-service" | "user-service";
/** The range of a rate: fixed in rules, the panel's own in dashboards. */
export type Window = "5m" | "$__rate_interval";
/** The latency in seconds below which 99 % of a service's answers to customers stay. */
export declare function serviceP99(job: ServiceJob, window: Window): string;
/** The latency in seconds below which 95 % of the product lists stay. */
export declare function productListP95(window: Window): string;
/** Answers with a status of 500 and above among all answers, in percent, by service; of one service when `job` is given. */
export declare function serverErrorPercent(
  window: Window,
  job?: ServiceJob,
): string;
/** P99 in milliseconds of Cassandra's requests by node; the collector measures in microseconds. */
export declare function cassandraP99(
  request: "read" | "write",
  window: Window,
): string;
/** Reads and writes per second by node: one metric with a matcher, so that a node that only writes is counted too. */
export declare function cassandraOperations(window: Window): string;
/** Heap in use, in percent of its limit; a virtual machine without a limit reports -1 and is left out. */
export declare const heapPercent =
  '100 * mcac_jvm_memory_used{memory_type="heap"} / (mcac_jvm_memory_max{memory_type="heap"} > 0)';
/** Spans lost per second by Jaeger: dropped from a full queue in version 1, refused by the receivers in version 2. */
export declare function spansDropped(window: Window): string;
