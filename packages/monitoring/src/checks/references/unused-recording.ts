import { metricNamesOf } from "../../queries/promql/selectors";
import type { Check } from "../check";
import { promqlQueries } from "../promql/promql-queries";
import { placeOfRule } from "../queries";

/** A recording rule that is computed for nobody. What an SLO records is its own affair. */
export const unusedRecording: Check = {
  id: "references/unused-recording",
  severity: "warning",
  title: "A recording rule that nothing reads",
  run: (deployment) => {
    const read = new Set(
      promqlQueries(deployment).flatMap(({ expr }) => [
        ...metricNamesOf(expr),
        ...patternsIn(expr),
      ]),
    );
    return deployment.systems.flatMap((system) => {
      const written = new Set(
        system.source.recordingGroups.flatMap(({ recordings }) =>
          recordings.map(({ record }) => record),
        ),
      );
      return system.recordingGroups
        .flatMap(({ recordings }) => recordings)
        .filter(({ record }) => written.has(record) && !isRead(record, read))
        .map((recording) => ({
          ...placeOfRule(system, recording, `recording ${recording.record}`),
          message: "no dashboard, alert or other recording rule reads it",
          fix: "use it where its expression is written out, or remove it",
        }));
    });
  },
};

function isRead(record: string, read: ReadonlySet<string>): boolean {
  return (
    read.has(record) ||
    [...read].some(
      (name) => name.startsWith("/") && new RegExp(name.slice(1)).test(record),
    )
  );
}

/** Names that a selector gives as a pattern, `{__name__=~"job:.*"}`, as `/^(?:job:.*)$`. */
function patternsIn(expr: string): readonly string[] {
  return [...expr.matchAll(/__name__\s*=~\s*"([^"$]*)"/g)].map(
    ([, pattern = ""]) => `/^(?:${pattern})$`,
  );
}
