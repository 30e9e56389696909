import type { DeployedSystem, Deployment } from "../model/deployment";
import { secondsIn } from "../model/duration";
import { scopeLabel } from "../model/scope";
import type { SemanticContext } from "../queries/promql/semantics/context";

/** Labels that every target has, whatever its job says; beside the one that tells systems apart. */
const TARGET_LABELS = ["instance", "job"];

/**
 * What the queries of one system can rely on: the metrics of its own and its exporters, its recording rules, the labels
 * of its jobs, how often the environment scrapes and how long it remembers. A system that observes all relies on all.
 */
export function queryContext(
  { environment, systems, scope }: Deployment,
  system: DeployedSystem,
): SemanticContext {
  const label = scopeLabel(scope);
  const read = system.source.observes === "all" ? systems : [system];
  return {
    metrics: read.flatMap(({ source }) => [
      ...source.metrics,
      ...source.exporters.flatMap(({ metrics }) => metrics),
    ]),
    recordings: read.flatMap(({ recordingGroups }) =>
      recordingGroups.flatMap(({ recordings }) => recordings),
    ),
    targetLabels: [
      ...new Set([
        ...TARGET_LABELS,
        ...(label === undefined ? [] : [label]),
        ...read.flatMap(({ source }) =>
          source.jobs.flatMap(({ labels = {} }) => Object.keys(labels)),
        ),
      ]),
    ],
    scrapeIntervalSeconds: secondsIn(environment.prometheus.scrapeInterval),
    retentionSeconds: secondsIn(environment.prometheus.retention),
  };
}
