import { keptLabels } from "../../checks/logql/kept-labels";
import type { Labels } from "../../model/labels";
import { labelsOf } from "../../queries/promql/semantics/labels-of";
import { selectorsBelow } from "../../queries/promql/semantics/selectors-below";
import { semanticQueryOf } from "../../queries/promql/semantics/semantic-query";
import { matchesValue } from "../../notifications/matching";
import type { DistinguishedValues } from "./distinguished-values";
import type { RuleContent } from "../rules/rule-content";

/** More combinations than this are not followed for one alert. */
const mostSets = 1024;

/** The labels that every alert of a rule carries, as far as the rule says them; the others come from its query. */
export function fixedLabels({
  name,
  labels,
  folderTitle,
}: RuleContent): Labels {
  return Object.fromEntries(
    Object.entries({
      ...(folderTitle !== undefined && { grafana_folder: folderTitle }),
      ...labels,
      alertname: name,
    }).filter(([, value]) => !value.includes("{{")),
  );
}

/**
 * Every combination of labels that a rule does not fix, that its query may give to its alerts and that the trees tell
 * apart, each with every value that matters; a label that may be missing is missing once.
 */
export function variableLabels(
  rule: RuleContent,
  fixed: ReadonlySet<string>,
  distinguished: DistinguishedValues,
): readonly Labels[] {
  const known = queryLabels(rule);
  let sets: readonly Labels[] = [{}];
  for (const [label, named] of distinguished) {
    if (fixed.has(label)) continue;
    const values = known(label, named).slice(
      0,
      Math.max(1, Math.floor(mostSets / sets.length)),
    );
    sets = sets.flatMap((set) =>
      values.map((value) =>
        value === undefined ? set : { ...set, [label]: value },
      ),
    );
  }
  return sets;
}

/** The values of a label that a rule's alerts may have; `undefined` among them stands for alerts without it. */
type LabelValues = (
  label: string,
  named: readonly string[],
) => readonly (string | undefined)[];

function queryLabels(rule: RuleContent): LabelValues {
  const written = new Set(Object.keys(rule.labels));
  const anything: LabelValues = (_label, named) => [undefined, ...named];
  const [query, ...others] = rule.queries;
  if (query === undefined || others.length > 0) return anything;
  const model =
    rule.block.data === undefined ? "" : JSON.stringify(rule.block.data);
  if (/\\?"type\\?":\\?"loki/.test(model.replaceAll("\\", ""))) {
    const kept = keptLabels(query.expr);
    return (label, named) =>
      kept === undefined || kept.includes(label) || written.has(label)
        ? anything(label, named)
        : [undefined];
  }
  const semantic = semanticQueryOf(query.expr, {});
  if (semantic === undefined) return anything;
  const { possible, certain, values } = labelsOf(semantic, semantic.ast);
  const selectors = selectorsBelow(semantic.ast);
  return (label, named) => {
    // A label that the rule writes with a template may have any value.
    if (written.has(label)) return anything(label, named);
    const value = values.get(label);
    if (value !== undefined) return [value];
    if (possible !== undefined && !possible.has(label)) return [undefined];
    const candidates = named.filter((candidate) =>
      selectors.some(({ matchers }) =>
        matchers.every(
          (matcher) =>
            matcher.label !== label ||
            matcher.value.includes("$") ||
            matchesValue(matcher, candidate),
        ),
      ),
    );
    return certain.has(label) && candidates.length > 0
      ? candidates
      : [undefined, ...candidates];
  };
}
