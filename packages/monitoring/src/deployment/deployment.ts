import { compare } from "../internal/text-order";
import type { Dashboard } from "../model/dashboard";
import type { DeployedSystem, Deployment } from "../model/deployment";
import type { Environment } from "../model/environment";
import type { MonitoredSystem } from "../model/monitored-system";
import type { Project } from "../model/project";
import type { InhibitionRule } from "../model/route";
import { systemScope, type Scope } from "../model/scope";
import type { Slo } from "../model/slo";
import type { ScopeMatcher } from "../queries/promql/scope";
import { burnPanelOf } from "../slo/dashboard-reference";
import { expandSlo } from "../slo/expand";
import { withSupportedPeriod } from "../slo/windows";
import { dataSourcesOf, definedDataSources } from "./data-sources";
import { drawThresholds } from "./draw-thresholds";
import { notificationsOf } from "./notifications";
import {
  deployedAlertGroups,
  deployedRecordingGroups,
  type RuleContext,
} from "./rules";
import { scopeDashboard } from "./scope-dashboard";

/**
 * Everything that `environment` deploys, from what the systems declare. The one place where the model is completed:
 * constructs define it, files render it, checks prove it, reviews compare it.
 * Throws where the model contradicts itself; the error names system and rule, dashboard or route.
 */
export function deploymentOf(
  environment: Environment,
  project: Omit<Project, "environments">,
): Deployment {
  const { systems, notifications, dataSources, team, homeDashboard, scope } =
    project;
  const definitions = definedDataSources(environment, dataSources, systems);
  const ordered = sortedBy(systems, ({ id }) => id);
  const expanded = ordered.map((system) => ({
    system,
    slos: expandedSlos(system, environment, scope),
  }));
  return {
    environment,
    team,
    ...(homeDashboard === undefined ? {} : { homeDashboard }),
    ...(scope === undefined ? {} : { scope }),
    definedDataSources: definitions,
    dataSources: dataSourcesOf(environment, definitions),
    systems: expanded.map(({ system, slos }) =>
      deployedSystem(system, slos, environment, scope),
    ),
    notifications: notificationsOf(
      environment,
      notifications,
      systems,
      distinct(
        expanded.flatMap(({ slos }) =>
          slos.flatMap(({ expansion }) => expansion.inhibitions),
        ),
      ),
    ),
  };
}

interface ExpandedSlo {
  readonly slo: Slo;
  readonly expansion: ReturnType<typeof expandSlo>;
}

function expandedSlos(
  system: MonitoredSystem,
  environment: Environment,
  scope: Scope | undefined,
): readonly ExpandedSlo[] {
  const matcher = systemScope(system, scope);
  const { scrapeInterval, evaluationInterval, retention } =
    environment.prometheus;
  return sortedBy(system.slos, ({ id }) => id).map((declared) => {
    const slo = withSupportedPeriod(declared, environment.alerting.sloPeriod);
    const panel = burnPanelOf(system.id, slo, system.dashboards);
    return {
      slo,
      expansion: expandSlo(slo, {
        systemId: system.id,
        scrapeInterval,
        evaluationInterval,
        retention,
        ...(matcher === undefined ? {} : { scope: matcher }),
        ...(panel === undefined ? {} : { panel }),
      }),
    };
  });
}

function deployedSystem(
  system: MonitoredSystem,
  slos: readonly ExpandedSlo[],
  environment: Environment,
  scope: Scope | undefined,
): DeployedSystem {
  const matcher = systemScope(system, scope);
  const context: RuleContext = {
    systemId: system.id,
    ...(matcher === undefined ? {} : { scope: matcher }),
    environment,
  };
  const expansions = slos.map(({ expansion }) => expansion);
  return {
    id: system.id,
    title: system.title,
    source: system,
    dashboards: deployedDashboards(system, matcher),
    alertGroups: sortedBy(
      [
        ...deployedAlertGroups(system.alertGroups, context),
        ...deployedAlertGroups(
          usesCloudSlos(environment)
            ? []
            : expansions.flatMap((expansion) => expansion.alerts),
          { ...context, isScoped: true },
        ),
      ],
      ({ name }) => name,
    ),
    recordingGroups: sortedBy(
      [
        ...deployedRecordingGroups(system.recordingGroups, context),
        ...deployedRecordingGroups(
          expansions.flatMap((expansion) => expansion.recordings),
          { ...context, isScoped: true },
        ),
      ],
      ({ name }) => name,
    ),
    slos: slos.map(({ slo }) => slo),
  };
}

/** Dashboards are the same in every environment, so they are made once: by system, and by what its queries match. */
const dashboards = new WeakMap<
  MonitoredSystem,
  Map<string, readonly Dashboard[]>
>();

function deployedDashboards(
  system: MonitoredSystem,
  scope: ScopeMatcher | undefined,
): readonly Dashboard[] {
  const byScope =
    dashboards.get(system) ?? new Map<string, readonly Dashboard[]>();
  dashboards.set(system, byScope);
  const key = scope?.label ?? "";
  const known = byScope.get(key);
  if (known !== undefined) return known;
  const alerts = system.alertGroups.flatMap((group) => group.alerts);
  const deployed = system.dashboards.map((dashboard) => {
    const drawn = drawThresholds(dashboard, alerts);
    return scope === undefined ? drawn : scopeDashboard(drawn, scope);
  });
  byScope.set(key, deployed);
  return deployed;
}

/** Grafana Cloud alerts on SLOs by itself, from `grafana_slo`: rules beside it would page twice. */
export function usesCloudSlos({ grafana, alerting }: Environment): boolean {
  return grafana.cloud && alerting.evaluator === "grafana";
}

/** SLOs of two systems that have one id and the same tiers need one rule: it holds within a system. */
function distinct(
  inhibitions: readonly InhibitionRule[],
): readonly InhibitionRule[] {
  return [
    ...new Map(
      inhibitions.map((rule) => [JSON.stringify(rule), rule]),
    ).values(),
  ];
}

/** By key: the order in which things are listed decides nothing. */
function sortedBy<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
): readonly Item[] {
  return [...items].sort((a, b) => compare(key(a), key(b)));
}
