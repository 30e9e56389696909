import { isDuration, type Duration } from "../model/duration";
import type { Sli, Slo } from "../model/slo";
import { kebabCase } from "../model/uid";
import { rounded } from "./decimal";
import {
  field,
  isSpec,
  recordAt,
  stringAt,
  textRecordAt,
  type ForeignSpec,
} from "./foreign-spec";

/** Whether a document is one of OpenSLO. */
export function isOpenSlo(document: ForeignSpec): boolean {
  return (
    typeof document.apiVersion === "string" &&
    document.apiVersion.startsWith("openslo")
  );
}

/**
 * The SLOs of OpenSLO documents (openslo/v1), one per objective. Indicators may be in the SLO or in documents of their
 * own. Alert policies are left out: a condition of OpenSLO has one window, so the built-in tiers take their place.
 * Throws with everything that cannot be taken over.
 */
export function importOpenSlo(
  documents: readonly ForeignSpec[],
  team: string,
): readonly Slo[] {
  const problems: string[] = [];
  const found = documents
    .filter(({ kind }) => kind === "SLO")
    .flatMap((document) => {
      try {
        return importOne(document, documents, team);
      } catch (error) {
        problems.push(error instanceof Error ? error.message : String(error));
        return [];
      }
    });
  if (problems.length > 0) throw new Error(problems.join("\n"));
  if (found.length === 0)
    throw new Error("OpenSLO: there is no document of kind SLO");
  return found;
}

function importOne(
  document: ForeignSpec,
  documents: readonly ForeignSpec[],
  team: string,
): readonly Slo[] {
  const metadata = recordAt(document, "metadata", "OpenSLO document");
  const name = stringAt(metadata, "name", "OpenSLO document");
  const where = `SLO "${name}"`;
  if (document.apiVersion !== "openslo/v1")
    throw new Error(
      `${where}: apiVersion must be openslo/v1, got ${String(document.apiVersion)}`,
    );
  const spec = recordAt(document, "spec", where);
  const { team: labelled, owner } = textRecordAt(metadata, "labels");
  const title =
    typeof metadata.displayName === "string" ? metadata.displayName : name;
  const objectives = listAt(spec, "objectives", where);
  return objectives.map((objective, index) => ({
    id: kebabCase(objectives.length > 1 ? `${name}-${index + 1}` : name),
    title: objectives.length > 1 ? `${title} ${index + 1}` : title,
    description:
      typeof spec.description === "string" ? spec.description.trim() : title,
    service: stringAt(spec, "service", where),
    team: labelled ?? owner ?? team,
    objective: targetOf(objective, where),
    period: periodOf(spec, where),
    sli: sliOf(indicatorOf(spec, documents, where), where),
  }));
}

function targetOf(objective: ForeignSpec, where: string): number {
  const { target, targetPercent } = objective;
  if (typeof targetPercent === "number") return targetPercent;
  if (typeof target === "number") return rounded(100 * target);
  throw new Error(
    `${where}: an objective must have target or targetPercent, got ${JSON.stringify(objective)}`,
  );
}

function periodOf(spec: ForeignSpec, where: string): Duration {
  const [window] = listAt(spec, "timeWindow", where);
  const duration = window?.duration;
  if (window?.isRolling !== true)
    throw new Error(
      `${where}: timeWindow must be rolling; calendar windows cannot be measured by recording rules`,
    );
  if (typeof duration !== "string" || !isDuration(duration))
    throw new Error(
      `${where}: timeWindow.duration must be a number of minutes, hours, days or weeks, such as 28d, got ${JSON.stringify(duration)}; months and longer have no fixed length`,
    );
  return duration;
}

function indicatorOf(
  spec: ForeignSpec,
  documents: readonly ForeignSpec[],
  where: string,
): ForeignSpec {
  if (field(spec, "indicator") !== undefined)
    return recordAt(recordAt(spec, "indicator", where), "spec", where);
  const reference = stringAt(spec, "indicatorRef", where);
  const indicator = documents.find(
    ({ kind, metadata }) =>
      kind === "SLI" && isSpec(metadata) && metadata.name === reference,
  );
  if (indicator === undefined)
    throw new Error(
      `${where}: no document of kind SLI is called "${reference}"; give its file too`,
    );
  return recordAt(indicator, "spec", `SLI "${reference}"`);
}

function sliOf(indicator: ForeignSpec, where: string): Sli {
  if (field(indicator, "ratioMetric") === undefined)
    throw new Error(
      `${where}: the indicator must be a ratioMetric; a thresholdMetric gives a value, not a share of good events`,
    );
  const ratio = recordAt(indicator, "ratioMetric", where);
  if (field(ratio, "raw") !== undefined) {
    const query = queryOf(ratio, "raw", where);
    return {
      kind: "raw",
      errorRatio: ratio.rawType === "failure" ? query : `1 - (${query})`,
    };
  }
  const total = queryOf(ratio, "total", where);
  return field(ratio, "bad") === undefined
    ? { kind: "events", total, good: queryOf(ratio, "good", where) }
    : { kind: "events", total, errors: queryOf(ratio, "bad", where) };
}

/** OpenSLO has no variable for the window: the range of a query, if it is one only, is what is meant. */
function queryOf(ratio: ForeignSpec, part: string, where: string): string {
  const source = recordAt(
    recordAt(ratio, part, where),
    "metricSource",
    `${where}, ${part}`,
  );
  const type = source.type ?? "Prometheus";
  if (typeof type !== "string" || type.toLowerCase() !== "prometheus")
    throw new Error(
      `${where}, ${part}: the metric source must be Prometheus, got ${JSON.stringify(type)}`,
    );
  const query = stringAt(
    recordAt(source, "spec", `${where}, ${part}`),
    "query",
    `${where}, ${part}`,
  ).trim();
  const ranges = new Set(query.match(/\[[^\]]*\](?=[\s),]|$)/g) ?? []);
  if (ranges.size !== 1)
    throw new Error(
      `${where}, ${part}: the query must have one range, which becomes the window, got ${ranges.size === 0 ? "none" : [...ranges].join(" and ")} in ${query}`,
    );
  return query.replace(/\[[^\]]*\](?=[\s),]|$)/g, "[$window]");
}

function listAt(
  spec: ForeignSpec,
  name: string,
  where: string,
): readonly ForeignSpec[] {
  const value = field(spec, name);
  if (!Array.isArray(value) || value.length === 0 || !value.every(isSpec))
    throw new Error(
      `${where}: ${name} must be a list of mappings with at least one entry`,
    );
  return value;
}
