import { metricNamesOf } from "../../queries/promql/selectors";
import { isChange, ofType, type ResourceChange } from "../resource-change";
import type { Danger } from "../review-model";
import { list, text, words, type Text } from "../text";
import { isSame, textOf } from "../value";
import type { RulePair } from "./match-rules";
import { ruleName, thresholdMove } from "./rule-changes";
import type { RuleContent } from "./rule-content";

/** Alerts that will fire, or that will not any more, for reasons that can be told without data. */
export function ruleDangers(
  pairs: readonly RulePair[],
  changes: readonly ResourceChange[],
): readonly Danger[] {
  const lostMetrics = metricsLost(pairs);
  const lostSources = sourcesLost(changes);
  return pairs.flatMap((pair) => [
    ...silentDangers(pair),
    ...firingDangers(pair),
    ...starvedDangers(pair, lostMetrics, lostSources),
  ]);
}

function silentDangers({ before, after }: RulePair): readonly Danger[] {
  if (before === undefined || before.record !== undefined || before.isPaused)
    return [];
  const name = ruleName(before);
  if (after === undefined)
    return [
      silent(
        text`${name} is removed: nobody is notified of it any more`,
        words(
          "make sure that another alert tells of the same fault, or keep it",
        ),
      ),
    ];
  if (after.isPaused)
    return [
      silent(
        text`${name} is paused: it is not evaluated any more`,
        words(
          "say when it is resumed, and who watches until then; for hours of the day use a mute timing",
        ),
      ),
    ];
  return thresholdMove(before, after) === "reversed"
    ? [
        silent(
          text`${name} fires at the opposite of before: ${before.condition} becomes ${after.condition}`,
          words(
            "check the sign: what fired is fine now, and what was fine fires",
          ),
        ),
      ]
    : [];
}

function firingDangers({ before, after }: RulePair): readonly Danger[] {
  if (after === undefined || after.record !== undefined || after.isPaused)
    return [];
  const name = ruleName(after);
  const outcome = constantOutcome(after);
  const wasConstant =
    before !== undefined && constantOutcome(before) === outcome;
  return [
    ...(before?.isPaused
      ? [
          fires(
            text`${name} is resumed: it fires at once if its condition holds now`,
            words("look at its query before applying"),
          ),
        ]
      : []),
    ...(outcome === undefined || wasConstant || after.severity === "info"
      ? []
      : outcome
        ? [
            fires(
              text`${name} reads no series and always fires`,
              words("make sure that this is meant, as for a dead man's switch"),
            ),
          ]
        : [
            silent(
              text`${name} reads no series and never fires`,
              words("give it a query that can meet its condition"),
            ),
          ]),
    ...(after.noData === "Alerting" &&
    before !== undefined &&
    before.noData !== "Alerting"
      ? [
          fires(
            text`${name} fires from now on when its query finds nothing`,
            words(
              "make sure that the series always exist, and not only when there is something to count",
            ),
          ),
        ]
      : []),
    ...(before?.noData === "Alerting" && after.noData !== "Alerting"
      ? [
          silent(
            text`${name} does not fire any more when its query finds nothing`,
            words(
              "make sure that another alert notices when the series are missing",
            ),
          ),
        ]
      : []),
  ];
}

/** Rules that read what this change takes away. */
function starvedDangers(
  { after }: RulePair,
  lostMetrics: ReadonlySet<string>,
  lostSources: ReadonlySet<string>,
): readonly Danger[] {
  if (after === undefined || after.isPaused) return [];
  const read =
    lostMetrics.size === 0
      ? []
      : after.queries.flatMap(({ expr }) => metricNamesOf(expr));
  const metrics = [...new Set(read)].filter((metric) =>
    lostMetrics.has(metric),
  );
  const sources = [
    ...new Set(after.queries.map(({ datasource }) => datasource)),
  ].filter((source) => lostSources.has(source));
  return [
    ...(metrics.length === 0
      ? []
      : [
          silent(
            text`${ruleName(after)} reads ${list(metrics)}, which nothing records any more: it finds nothing`,
            words(
              "keep the recording rule, or change the query in the same step",
            ),
          ),
        ]),
    ...(sources.length === 0
      ? []
      : [
          silent(
            text`${ruleName(after)} asks datasource ${list(sources)}, which is destroyed: it only fails`,
            words("change the rule before the datasource goes"),
          ),
        ]),
  ];
}

function metricsLost(pairs: readonly RulePair[]): ReadonlySet<string> {
  const recordedBy = (side: "before" | "after"): ReadonlySet<string> =>
    new Set(
      pairs.flatMap((pair) => {
        const rule = pair[side];
        return rule?.record === undefined || rule.isPaused ? [] : [rule.record];
      }),
    );
  const kept = recordedBy("after");
  return new Set(
    [...recordedBy("before")].filter((metric) => !kept.has(metric)),
  );
}

function sourcesLost(changes: readonly ResourceChange[]): ReadonlySet<string> {
  const sources = ofType(changes, "grafana_data_source");
  const kept = new Set(sources.map(({ after }) => textOf(after?.uid)));
  return new Set(
    sources
      .filter(
        (change) =>
          isChange(change) && !isSame(change.before?.uid, change.after?.uid),
      )
      .flatMap(({ before }) => textOf(before?.uid) ?? [])
      .filter((uid) => !kept.has(uid)),
  );
}

/** Whether a rule that reads no series at all meets its condition; `undefined` where that depends on data. */
function constantOutcome({
  queries,
  comparison,
}: RuleContent): boolean | undefined {
  const [query, ...others] = queries;
  if (query === undefined || others.length > 0) return undefined;
  const [, written] =
    /^\s*(?:vector\(\s*)?(-?\d+(?:\.\d+)?)\s*\)?\s*$/.exec(query.expr) ?? [];
  if (written === undefined) return undefined;
  if (comparison === undefined) return true;
  const { is, value } = comparison;
  const number = Number(written);
  switch (is) {
    case ">":
      return number > value;
    case ">=":
      return number >= value;
    case "<":
      return number < value;
    case "<=":
      return number <= value;
    case "==":
      return number === value;
    default:
      return number !== value;
  }
}

function silent(what: Text, action: Text): Danger {
  return { kind: "alert-silent", text: what, action };
}

function fires(what: Text, action: Text): Danger {
  return { kind: "alert-fires", text: what, action };
}
