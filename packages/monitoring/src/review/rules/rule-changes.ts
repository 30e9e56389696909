import { attributeChanges, valueChange } from "../attributes";
import type { ChangeKind, Item } from "../review-model";
import { text, words, type Text } from "../text";
import { isSame } from "../value";
import type { RulePair } from "./match-rules";
import type { RuleContent, RuleQuery } from "./rule-content";

/** Fields that are described in words of their own. */
const described = new Set([
  "name",
  "uid",
  "data",
  "condition",
  "for",
  "is_paused",
  "labels",
  "annotations",
  "no_data_state",
  "exec_err_state",
  "record",
]);

/** What differs between two versions of a rule; `undefined` where nothing does. */
export function ruleItem({ before, after }: RulePair): Item | undefined {
  if (before === undefined || after === undefined) {
    const rule = after ?? before;
    return rule && wholeRule(rule, after === undefined ? "removed" : "added");
  }
  const items = ruleChanges(before, after);
  return items.length === 0
    ? undefined
    : {
        change: "changed",
        text: ruleName(after),
        items: [...items, ...stateReset(before, after)],
      };
}

/** ``alert "HighErrorRate" (critical)`` */
export function ruleName({ name, severity, record }: RuleContent): Text {
  if (record !== undefined) return text`recording ${record}`;
  return severity === ""
    ? text`alert ${name}`
    : text`alert ${name} (${[severityWord(severity)]})`;
}

/** How the value must have moved for a threshold to be met. */
export function thresholdMove(
  before: RuleContent,
  after: RuleContent,
): "fires earlier" | "fires later" | "reversed" | undefined {
  const [was, is] = [before.comparison, after.comparison];
  if (was === undefined || is === undefined) return undefined;
  const [down, up] = [direction(was.is), direction(is.is)];
  if (down !== 0 && up !== 0 && down !== up) return "reversed";
  if (was.is !== is.is || was.value === is.value || up === 0) return undefined;
  return is.value < was.value === up > 0 ? "fires earlier" : "fires later";
}

function direction(sign: string): number {
  return sign.startsWith(">") ? 1 : sign.startsWith("<") ? -1 : 0;
}

function wholeRule(rule: RuleContent, change: ChangeKind): Item {
  const { queries, condition, pending, group, isPaused, record } = rule;
  return {
    change,
    text: text`${ruleName(rule)} in group ${group}`,
    items: [
      ...queries.map(({ expr }) => note(text`query: ${expr}`)),
      ...(record === undefined
        ? [note(text`condition: ${condition}, for ${pending}`)]
        : []),
      ...(isPaused ? [note(words("paused"))] : []),
    ],
  };
}

function ruleChanges(before: RuleContent, after: RuleContent): readonly Item[] {
  const move = thresholdMove(before, after);
  const [was, is] = [restOf(before), restOf(after)];
  return [
    ...change("name", before.name, after.name),
    ...queryChanges(before.queries, after.queries),
    ...(before.condition === after.condition
      ? []
      : [
          changed(
            text`${valueChange("threshold", before.condition, after.condition)}${[move === undefined ? "" : `, ${move}`]}`,
          ),
        ]),
    ...change("for", before.pending, after.pending),
    ...change("severity", before.severity, after.severity),
    ...(before.isPaused === after.isPaused
      ? []
      : [
          changed(
            words(
              after.isPaused
                ? "paused: it is not evaluated any more"
                : "resumed: it was paused",
            ),
          ),
        ]),
    ...change("on no data", before.noData, after.noData),
    ...change("on error", before.onError, after.onError),
    ...change(
      "evaluated every (seconds)",
      before.intervalSeconds,
      after.intervalSeconds,
    ),
    ...change("records", before.record, after.record),
    ...change("group", before.group, after.group),
    ...change("folder", before.folder, after.folder),
    ...attributeChanges(
      withoutSeverity(before),
      withoutSeverity(after),
      "labels",
    ),
    ...attributeChanges(before.annotations, after.annotations, "annotations"),
    ...attributeChanges(was, is),
    ...rangeChanges(before, after),
  ];
}

function queryChanges(
  before: readonly RuleQuery[],
  after: readonly RuleQuery[],
): readonly Item[] {
  const refs = [...new Set([...before, ...after].map(({ ref }) => ref))];
  return refs.flatMap((ref) => {
    const was = before.find((query) => query.ref === ref);
    const is = after.find((query) => query.ref === ref);
    const name = refs.length === 1 ? "query" : `query ${ref}`;
    return [
      ...change(name, was?.expr, is?.expr),
      ...change(`${name} asks datasource`, was?.datasource, is?.datasource),
    ];
  });
}

/** What is left of the nodes once their queries and conditions are told: range, instant or not. */
function rangeChanges(
  before: RuleContent,
  after: RuleContent,
): readonly Item[] {
  const isTold =
    before.condition !== after.condition ||
    !isSame(before.queries, after.queries);
  return isTold || isSame(before.block.data, after.block.data)
    ? []
    : attributeChanges(before.block.data, after.block.data, "data");
}

/**
 * Grafana forgets the state of a rule when anything in it changes, its annotations and its group's interval included: what
 * fires is resolved, and must be pending again before it fires again.
 */
function stateReset(before: RuleContent, after: RuleContent): readonly Item[] {
  if (after.record !== undefined || before.isPaused || after.isPaused)
    return [];
  return [
    {
      change: "note",
      text: text`state reset: what fires now is resolved, and fires again after ${after.pending} at the earliest`,
      items: [],
    },
  ];
}

function restOf({ block }: RuleContent): unknown {
  return Object.fromEntries(
    Object.entries(block).filter(([field]) => !described.has(field)),
  );
}

function withoutSeverity({ labels }: RuleContent): unknown {
  return Object.fromEntries(
    Object.entries(labels).filter(([label]) => label !== "severity"),
  );
}

function change(
  label: string,
  before: unknown,
  after: unknown,
): readonly Item[] {
  return isSame(before, after)
    ? []
    : [changed(valueChange(label, before, after))];
}

function changed(words: Text): Item {
  return { change: "changed", text: words, items: [] };
}

function note(words: Text): Item {
  return { change: "note", text: words, items: [] };
}

/** Severities are words of ours; another word is quoted by the caller as a label. */
function severityWord(severity: string): string {
  return /^[\w-]+$/.test(severity) ? severity : "other severity";
}
