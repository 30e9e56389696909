import type { Duration } from "../model/duration";
import type { DataSourceLink } from "./kind-of-data-source";
import { durationProblems } from "./setting-problems";

/** The kinds of datasources that hold traces. */
export const traceKinds: readonly string[] = ["tempo", "jaeger"];

/** Links a span to the logs of its service. */
export interface TracesToLogs {
  readonly datasourceUid: string;
  /** Span attribute to log label. */
  readonly tags: Readonly<Record<string, string>>;
  /** @default true */
  readonly filterByTraceId?: boolean;
  /** @default "1h" either side */
  readonly shift?: Duration;
}

/** Links a span to queries on its service's metrics; `$__tags` stands for the mapped labels. */
export interface TracesToMetrics {
  readonly datasourceUid: string;
  /** Span attribute to metric label. */
  readonly tags: Readonly<Record<string, string>>;
  /** Title to query. */
  readonly queries: Readonly<Record<string, string>>;
}

/** How a datasource of traces leads from a span to logs and metrics. */
export interface TraceLinks {
  readonly tracesToLogs?: TracesToLogs;
  readonly tracesToMetrics?: TracesToMetrics;
}

export function traceLinkProblems({
  tracesToLogs,
  tracesToMetrics,
}: TraceLinks): readonly string[] {
  return [
    ...durationProblems("tracesToLogs.shift", tracesToLogs?.shift),
    ...(tracesToMetrics !== undefined &&
    Object.keys(tracesToMetrics.queries).length === 0
      ? ["'tracesToMetrics.queries' must hold a query, got none"]
      : []),
  ];
}

/** The datasources that spans lead to. */
export function linksOfTraces({
  tracesToLogs,
  tracesToMetrics,
}: TraceLinks): readonly DataSourceLink[] {
  return [
    ...linkTo("tracesToLogs", tracesToLogs?.datasourceUid, "loki"),
    ...linkTo("tracesToMetrics", tracesToMetrics?.datasourceUid, "prometheus"),
  ];
}

/** A link that may be left out. */
export function linkTo(
  setting: string,
  uid: string | undefined,
  kind: string,
): readonly DataSourceLink[] {
  return uid === undefined ? [] : [{ setting, uid, kinds: [kind] }];
}

/** What Grafana keeps of the links. */
export function traceLinkSettings({
  tracesToLogs,
  tracesToMetrics,
}: TraceLinks): Readonly<Record<string, unknown>> {
  return {
    ...(tracesToLogs === undefined
      ? {}
      : {
          tracesToLogsV2: {
            datasourceUid: tracesToLogs.datasourceUid,
            ...shifts(tracesToLogs.shift),
            filterByTraceID: tracesToLogs.filterByTraceId ?? true,
            filterBySpanID: false,
            customQuery: false,
            tags: tagsOf(tracesToLogs.tags),
          },
        }),
    ...(tracesToMetrics === undefined
      ? {}
      : {
          tracesToMetrics: {
            datasourceUid: tracesToMetrics.datasourceUid,
            ...shifts(),
            tags: tagsOf(tracesToMetrics.tags),
            queries: Object.entries(tracesToMetrics.queries).map(
              ([name, query]) => ({ name, query }),
            ),
          },
        }),
  };
}

/** Logs and metrics of a span lie around it: clocks differ, and lines are written before and after. */
function shifts(shift = "1h"): Readonly<Record<string, string>> {
  return { spanStartTimeShift: `-${shift}`, spanEndTimeShift: shift };
}

function tagsOf(
  tags: Readonly<Record<string, string>>,
): readonly Readonly<Record<"key" | "value", string>>[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}
