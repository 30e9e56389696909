import { environmentDrift } from "./dangers/environment-drift";
import { inhibitionDangers } from "./dangers/inhibition-dangers";
import { objectDangers } from "./dangers/object-dangers";
import { policyDangers } from "./dangers/policy-dangers";
import { routingDangers } from "./dangers/routing-dangers";
import { safeguardDangers } from "./dangers/safeguard-dangers";
import { dashboardItem } from "./dashboards/dashboard-changes";
import {
  isChange,
  ReviewInputError,
  type Comparison,
  type ResourceChange,
} from "./resource-change";
import { groupItem, resourceItem, sectionOf } from "./resource-items";
import type {
  Danger,
  DangerKind,
  Entry,
  Item,
  Review,
  ReviewedDanger,
  RoutingConsequence,
  SectionId,
} from "./review-model";
import { routingConsequences } from "./routing/consequences";
import { routingItem } from "./routing/routing-items";
import { matchRules } from "./rules/match-rules";
import { ruleItem } from "./rules/rule-changes";
import { ruleDangers } from "./rules/rule-dangers";

/** The sections, the most important first. */
const sections: readonly (readonly [SectionId, string])[] = [
  ["routing", "Who is notified"],
  ["rules", "Rules"],
  ["contact-points", "Contact points and templates"],
  ["mute-timings", "Mute timings"],
  ["inhibition", "Inhibition"],
  ["datasources", "Datasources"],
  ["folders", "Folders"],
  ["permissions", "Permissions"],
  ["storage", "Storage"],
  ["dashboards", "Dashboards"],
  ["other", "Other"],
];

/** The dangers, the worst first. */
const dangerKinds: readonly DangerKind[] = [
  "alert-silent",
  "policy-overwritten",
  "storage",
  "replacement",
  "destroy",
  "alert-fires",
  "permission",
  "drift",
];

/** What was found in one environment. */
interface Findings {
  readonly environment: string;
  readonly dangers: readonly Danger[];
  readonly routing: readonly RoutingConsequence[];
  readonly items: readonly (readonly [SectionId, Item])[];
}

/**
 * What a change does, environment by environment; what is the same in several is told once. Throws a
 * {@link ReviewInputError} when something in it cannot be what it claims to be, naming all of that.
 */
export function review(comparisons: readonly Comparison[]): Review {
  const problems: string[] = [];
  const findings = comparisons.map((comparison) =>
    findingsIn(comparison, (problem) =>
      problems.push(`${comparison.environment}: ${problem}`),
    ),
  );
  if (problems.length > 0) throw new ReviewInputError(problems.join("\n"));
  const everywhere = comparisons.map(({ environment }) => environment);
  return {
    environments: everywhere,
    dangers: mergedDangers(findings, environmentDrift(comparisons), everywhere),
    routing: findings.flatMap(({ environment, routing }) =>
      routing.map((consequence) => ({ environment, ...consequence })),
    ),
    sections: mergedSections(findings),
  };
}

/** Whether there is nothing to review. */
export function isEmpty({ dangers, sections: told }: Review): boolean {
  return dangers.length === 0 && told.length === 0;
}

function findingsIn(
  comparison: Comparison,
  report: (problem: string) => void,
): Findings {
  const { environment, changes } = comparison;
  const pairs = matchRules(changes);
  const routing = routingConsequences(changes, pairs);
  const rules = pairs.flatMap((pair) => {
    const item = ruleItem(pair);
    return item === undefined ? [] : [{ ...pair, item }];
  });
  const told = new Set(
    rules.flatMap(({ before, after }) => [before?.address, after?.address]),
  );
  return {
    environment,
    routing,
    dangers: [
      ...ruleDangers(pairs, changes),
      ...routingDangers(routing),
      ...inhibitionDangers(changes, pairs),
      ...policyDangers(comparison),
      ...objectDangers(changes, pairs),
      ...safeguardDangers(changes),
    ],
    items: [
      ...routing.map(
        (consequence) => ["routing", routingItem(consequence)] as const,
      ),
      ...rules.map(({ item }) => ["rules", item] as const),
      ...changes.flatMap((change) => {
        try {
          return objectItems(change, routing, told);
        } catch (error) {
          if (!(error instanceof ReviewInputError)) throw error;
          report(error.message);
          return [];
        }
      }),
    ],
  };
}

/** Routes are told by what they do. Only where they do nothing, or hold what no alert meets, their text is told. */
function objectItems(
  change: ResourceChange,
  routing: readonly RoutingConsequence[],
  toldGroups: ReadonlySet<string | undefined>,
): readonly (readonly [SectionId, Item])[] {
  const { type } = change;
  if (type === "grafana_rule_group") {
    const group = toldGroups.has(change.address)
      ? undefined
      : groupItem(change);
    return group === undefined ? [] : [["rules", group]];
  }
  if (type === "grafana_dashboard")
    return isChange(change) ? [["dashboards", dashboardItem(change)]] : [];
  const item = resourceItem(change);
  if (item === undefined) return [];
  if (type !== "grafana_notification_policy") return [[sectionOf(type), item]];
  return routing.length > 0 && change.action === "update"
    ? []
    : [["routing", { ...item, items: policyItems(item) }]];
}

function policyItems({ change, items }: Item): readonly Item[] {
  return change === "changed"
    ? [
        {
          change: "note",
          text: ["no alert of this environment is routed differently"],
          items: [],
        },
        ...items,
      ]
    : [];
}

function mergedSections(findings: readonly Findings[]): Review["sections"] {
  const entries = new Map<string, { section: SectionId; entry: Entry }>();
  for (const { environment, items } of findings)
    for (const [section, item] of items) {
      const key = `${section} ${JSON.stringify(item)}`;
      const known = entries.get(key)?.entry.environments ?? [];
      if (known.includes(environment)) continue;
      entries.set(key, {
        section,
        entry: { ...item, environments: [...known, environment] },
      });
    }
  const all = [...entries.values()];
  return sections
    .map(([id, title]) => ({
      id,
      title,
      entries: all
        .filter(({ section }) => section === id)
        .map(({ entry }) => entry),
    }))
    .filter((section) => section.entries.length > 0);
}

function mergedDangers(
  findings: readonly Findings[],
  drift: readonly Danger[],
  everywhere: readonly string[],
): readonly ReviewedDanger[] {
  const found = new Map<string, ReviewedDanger>();
  const add = (danger: Danger, environments: readonly string[]): void => {
    const key = JSON.stringify(danger);
    const known = found.get(key)?.environments ?? [];
    found.set(key, {
      ...danger,
      environments: [...new Set([...known, ...environments])],
    });
  };
  for (const { environment, dangers } of findings)
    for (const danger of dangers) add(danger, [environment]);
  for (const danger of drift) add(danger, everywhere);
  return [...found.values()].sort(
    (a, b) => dangerKinds.indexOf(a.kind) - dangerKinds.indexOf(b.kind),
  );
}
