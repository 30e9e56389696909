import type { Duration } from "../model/duration";
import type { DataSourceBase, KindOfDataSource } from "./kind-of-data-source";
import { durationProblems } from "./setting-problems";
import { traceKinds } from "./trace-links";

export interface PrometheusDataSource extends DataSourceBase {
  readonly kind: "prometheus";
  /** @default false */
  readonly isDefault?: boolean;
  /** @default - what the environment says */
  readonly scrapeInterval?: Duration;
  /** Label of exemplars to the trace datasource that opens it. @default {} */
  readonly exemplars?: Readonly<Record<string, string>>;
  /** Retention, so that queries beyond it are noticed. @default - what the environment says */
  readonly retention?: Duration;
}

export const prometheus = {
  plugin: "prometheus",
  aliases: ["mimir", "thanos"],
  address: "url",
  queries: {
    kind: "prometheus",
    variable: "datasource",
    label: "Metrics",
    preferred: { uid: "prometheus", name: "Prometheus" },
  },
  problems: ({ scrapeInterval, retention }: PrometheusDataSource) => [
    ...durationProblems("scrapeInterval", scrapeInterval),
    ...durationProblems("retention", retention),
  ],
  links: ({ exemplars = {} }: PrometheusDataSource) =>
    Object.entries(exemplars).map(([label, uid]) => ({
      setting: `exemplars.${label}`,
      uid,
      kinds: traceKinds,
    })),
  jsonData({ scrapeInterval, exemplars = {} }: PrometheusDataSource) {
    const destinations = Object.entries(exemplars).map(
      ([name, datasourceUid]) => ({ name, datasourceUid }),
    );
    return {
      httpMethod: "POST",
      prometheusType: "Prometheus",
      // Grafana's `$__rate_interval` is at least four times this: it must be the interval of the scrapes.
      timeInterval: scrapeInterval,
      ...(destinations.length === 0
        ? {}
        : { exemplarTraceIdDestinations: destinations }),
    };
  },
} as const satisfies KindOfDataSource<PrometheusDataSource>;
