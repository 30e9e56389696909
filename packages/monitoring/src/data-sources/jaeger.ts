import type { DataSourceBase, KindOfDataSource } from "./kind-of-data-source";
import {
  linksOfTraces,
  traceLinkProblems,
  traceLinkSettings,
  type TraceLinks,
} from "./trace-links";

export interface JaegerDataSource extends DataSourceBase, TraceLinks {
  readonly kind: "jaeger";
  /** @default true */
  readonly nodeGraph?: boolean;
}

export const jaeger = {
  plugin: "jaeger",
  address: "url",
  queries: {
    kind: "jaeger",
    variable: "jaeger",
    label: "Jaeger",
    preferred: { uid: "jaeger", name: "Jaeger" },
  },
  problems: (source: JaegerDataSource) => traceLinkProblems(source),
  links: (source: JaegerDataSource) => linksOfTraces(source),
  jsonData: (source: JaegerDataSource) => ({
    ...traceLinkSettings(source),
    nodeGraph: { enabled: source.nodeGraph ?? true },
  }),
} as const satisfies KindOfDataSource<JaegerDataSource>;
