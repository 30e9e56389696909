import type { Labels } from "../../model/labels";
import type { RootRoute } from "../../model/route";
import { matchedRoutes } from "../../notifications/routing-tree";
import type { ResourceChange } from "../resource-change";
import type { ConcernedAlert, RoutingConsequence } from "../review-model";
import type { RulePair } from "../rules/match-rules";
import type { RuleContent } from "../rules/rule-content";
import { isSame } from "../value";
import { adjustments, toldBy, type Told } from "./adjustments";
import { integrationsByName, pages } from "./contact-points";
import { distinguishedBy } from "./distinguished-values";
import { fixedLabels, variableLabels } from "./label-sets";
import { isReadable, policyTree } from "./policy-tree";

/** One side: the tree, and what its receivers do. */
interface Side {
  readonly tree: RootRoute | undefined;
  readonly integrations: ReadonlyMap<string, readonly string[]>;
}

type Effect = Omit<RoutingConsequence, "alerts">;

/**
 * What changes for the alerts of an environment: every alert is sent through both trees with every set of labels that it
 * can have, and the receivers are compared, not the trees. Alerts to which the same happens come together.
 */
export function routingConsequences(
  changes: readonly ResourceChange[],
  pairs: readonly RulePair[],
): readonly RoutingConsequence[] {
  if (!isReadable(changes)) return [];
  const before = sideOf(changes, "before");
  const after = sideOf(changes, "after");
  if (before.tree === undefined && after.tree === undefined) return [];
  const routesChange =
    !isSame(before.tree, after.tree) ||
    !isSame([...before.integrations], [...after.integrations]);
  const found = new Map<string, { effect: Effect; alerts: ConcernedAlert[] }>();
  for (const pair of pairs) {
    const rule = pair.after ?? pair.before;
    if (rule === undefined || rule.record !== undefined) continue;
    if (!routesChange && isRoutedAlike(pair)) continue;
    for (const { effect, where, alert } of effectsOn(pair, before, after)) {
      const key = JSON.stringify(effect);
      const known = found.get(key) ?? { effect, alerts: [] };
      found.set(key, known);
      const { uid, severity } = rule;
      known.alerts.push({ alert, uid, severity, where });
    }
  }
  return [...found.values()]
    .map(({ effect, alerts }) => ({ ...effect, alerts }))
    .sort((a, b) => weight(b) - weight(a));
}

/** Who is paged comes first, then who is notified, then how. */
function weight({
  pagedBefore,
  pagedAfter,
  gained,
  lost,
}: RoutingConsequence): number {
  if (pagedBefore.length > 0 && pagedAfter.length === 0) return 4;
  if (!isSame(pagedBefore, pagedAfter)) return 3;
  if (lost.length > 0) return 2;
  return gained.length > 0 ? 1 : 0;
}

function sideOf(
  changes: readonly ResourceChange[],
  side: "before" | "after",
): Side {
  return {
    tree: policyTree(changes, side),
    integrations: integrationsByName(changes, side),
  };
}

/** Whether nothing that the router looks at differs between two versions of a rule. */
function isRoutedAlike({ before, after }: RulePair): boolean {
  return (
    before !== undefined &&
    after !== undefined &&
    before.isPaused === after.isPaused &&
    before.contactPoint === after.contactPoint &&
    isSame(fixedLabels(before), fixedLabels(after)) &&
    isSame(before.labels, after.labels) &&
    isSame(before.queries, after.queries)
  );
}

/** What happens to an alert for some of its label sets. */
interface AlertEffect {
  readonly effect: Effect;
  readonly alert: string;
  /** The label sets; none where it happens for all. */
  readonly where: readonly Labels[];
}

/** Each different effect on the alerts of a rule, those that Grafana makes of its failures included. */
function effectsOn(
  { before, after }: RulePair,
  was: Side,
  is: Side,
): readonly AlertEffect[] {
  const rule = after ?? before;
  if (rule === undefined) return [];
  const because = reasonOf(before, after);
  const effectOf = (set: Labels): Effect =>
    compare(
      before && told(before, set, was),
      after && told(after, set, is),
      was,
      is,
      because,
    );
  const fixed = [before, after].flatMap((side) =>
    side ? [fixedLabels(side)] : [],
  );
  const names = new Set(
    Object.keys(fixed[0] ?? {}).filter((label) =>
      fixed.every((labels) => label in labels),
    ),
  );
  const distinguished = distinguishedBy([was.tree, is.tree], fixed);
  const sets = variableLabels(rule, names, distinguished);
  const effects = new Map<string, { effect: Effect; sets: Labels[] }>();
  for (const set of sets) {
    const effect = effectOf(set);
    const key = JSON.stringify(effect);
    const known = effects.get(key) ?? { effect, sets: [] };
    effects.set(key, known);
    known.sets.push(set);
  }
  const ofFailures = failureLabels(rule)
    .map((labels) => ({
      effect: effectOf(labels),
      alert: `${labels.alertname ?? ""} of ${rule.name}`,
      where: [],
    }))
    .filter(({ effect }) => !effects.has(JSON.stringify(effect)));
  return [
    ...[...effects.values()].map(({ effect, sets: concerned }) => ({
      effect,
      alert: rule.name,
      where: concerned.length === sets.length ? [] : concerned,
    })),
    ...ofFailures,
  ].filter(({ effect }) => isNoticed(effect));
}

/** Grafana tells of a rule that fails, or finds nothing, by alerts of its own, which carry the rule's labels. */
function failureLabels({
  onError,
  noData,
  name,
}: RuleContent): readonly Labels[] {
  return [
    ...(onError === "Error" ? ["DatasourceError"] : []),
    ...(noData === "NoData" ? ["DatasourceNoData"] : []),
  ].map((alertname) => ({ alertname, rulename: name }));
}

function isNoticed({
  gained,
  lost,
  adjusted,
  pagedBefore,
  pagedAfter,
}: Effect): boolean {
  return (
    gained.length + lost.length + adjusted.length > 0 ||
    !isSame(pagedBefore, pagedAfter)
  );
}

function reasonOf(
  before: RuleContent | undefined,
  after: RuleContent | undefined,
): Effect["because"] {
  if (before === undefined) return "new";
  if (after === undefined) return "removed";
  if (before.isPaused === after.isPaused) return "route";
  return after.isPaused ? "paused" : "resumed";
}

/** Who is notified of an alert, by receiver; a paused one notifies nobody. */
function told(
  rule: RuleContent,
  set: Labels,
  { tree }: Side,
): ReadonlyMap<string, readonly Told[]> {
  if (rule.isPaused) return new Map();
  if (rule.contactPoint !== undefined)
    return new Map([[rule.contactPoint, []]]);
  const found = new Map<string, Told[]>();
  const routes =
    tree === undefined
      ? []
      : matchedRoutes(tree, { ...fixedLabels(rule), ...set });
  for (const route of routes) {
    const { name } = route.receiver;
    const known = found.get(name) ?? [];
    known.push(toldBy(route));
    found.set(name, known);
  }
  return found;
}

function compare(
  before: ReadonlyMap<string, readonly Told[]> = new Map(),
  after: ReadonlyMap<string, readonly Told[]> = new Map(),
  was: Side,
  is: Side,
  because: Effect["because"],
): Effect {
  const [old, now] = [[...before.keys()], [...after.keys()]];
  return {
    because,
    gained: now.filter((name) => !before.has(name)),
    lost: old.filter((name) => !after.has(name)),
    pagedBefore: old.filter((name) => pages(was.integrations.get(name))),
    pagedAfter: now.filter((name) => pages(is.integrations.get(name))),
    isUnheard: now.length === 0,
    adjusted: now.flatMap((name) =>
      adjustments(name, before.get(name), after.get(name)),
    ),
  };
}
