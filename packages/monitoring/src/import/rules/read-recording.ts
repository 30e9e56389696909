import type { Labels } from "../../model/labels";
import type { RecordingRule } from "../../model/recording-rule";
import { scopeOf } from "./import-options";
import { readQuery } from "./read-query";
import type { RawRule } from "./rule-document";
import {
  listUnknown,
  textAt,
  textMap,
  withoutSystem,
  type RuleReading,
} from "./rule-reading";

/** A recording, `undefined` when it is wrong or cannot be said; either is noted. */
export function readRecording(
  { path, fields }: RawRule,
  shared: Labels,
  reading: RuleReading,
): RecordingRule | undefined {
  const { problems, language, options } = reading;
  const { record, expr, labels: ownLabels, ...unknown } = fields;
  for (const key of ["for", "keep_firing_for", "annotations"]) {
    if (key in unknown)
      problems.say(
        `${path}.${key}`,
        "only an alert can have it, got a recording rule",
      );
  }
  listUnknown(unknown, path, reading);
  const name = textAt(record, `${path}.record`, "the metric's name", reading);
  if (language === "logql") {
    reading.unexpressed.push({
      path,
      what: `recording rule ${name ?? ""}`,
      why: "recordings are evaluated by Prometheus here, never by Loki",
    });
    return undefined;
  }
  const query = readQuery(expr, path, `recording rule ${name ?? ""}`, reading);
  const all = { ...shared, ...textMap(ownLabels, `${path}.labels`, problems) };
  const labels = withoutSystem(all, path, reading, scopeOf(options)?.label);
  if (name === undefined || query === undefined) return undefined;
  return {
    record: name,
    expr: query.whole,
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
  };
}
