import type { Metric, Unit } from "../model/metric";

/** A catalogue entry of a counter; its name ends in `_total` unless the exporter is older than that rule. */
export function counter(
  name: string,
  unit: Unit,
  help: string,
  labels: readonly string[] = [],
): Metric {
  return { name, type: "counter", unit, labels, help };
}

/** A catalogue entry of a gauge. */
export function gauge(
  name: string,
  unit: Unit,
  help: string,
  labels: readonly string[] = [],
): Metric {
  return { name, type: "gauge", unit, labels, help };
}

/** A catalogue entry of a histogram, by its name without `_bucket`; `buckets` are upper bounds in `unit`. */
export function histogram(
  name: string,
  unit: Unit,
  help: string,
  labels: readonly string[] = [],
  buckets?: readonly number[],
): Metric {
  return {
    name,
    type: "histogram",
    unit,
    labels,
    help,
    ...(buckets === undefined ? {} : { buckets }),
  };
}

/** A catalogue entry of a summary, by its name without `_sum` or `_count`. */
export function summary(
  name: string,
  unit: Unit,
  help: string,
  labels: readonly string[] = [],
): Metric {
  return { name, type: "summary", unit, labels: ["quantile", ...labels], help };
}
