import type { DataSourceBase, KindOfDataSource } from "./kind-of-data-source";
import {
  linksOfTraces,
  linkTo,
  traceLinkProblems,
  traceLinkSettings,
  type TraceLinks,
} from "./trace-links";

export interface TempoDataSource extends DataSourceBase, TraceLinks {
  readonly kind: "tempo";
  /** The Prometheus datasource that holds the service graph. @default - no service map */
  readonly serviceMapUid?: string;
}

export const tempo = {
  plugin: "tempo",
  address: "url",
  queries: {
    kind: "tempo",
    variable: "traces",
    label: "Traces",
    preferred: { uid: "tempo", name: "Tempo" },
  },
  problems: (source: TempoDataSource) => traceLinkProblems(source),
  links: (source: TempoDataSource) => [
    ...linksOfTraces(source),
    ...linkTo("serviceMapUid", source.serviceMapUid, "prometheus"),
  ],
  jsonData: (source: TempoDataSource) => ({
    ...traceLinkSettings(source),
    ...(source.serviceMapUid === undefined
      ? {}
      : { serviceMap: { datasourceUid: source.serviceMapUid } }),
    nodeGraph: { enabled: true },
  }),
} as const satisfies KindOfDataSource<TempoDataSource>;
