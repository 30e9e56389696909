import type { Deployment } from "../model/deployment";
import { secondsIn, type Duration } from "../model/duration";
import { systemScope } from "../model/scope";
import type { Slo } from "../model/slo";
import { scopeToSystem, type ScopeMatcher } from "../queries/promql/scope";
import { complianceOf, type Compliance } from "./compliance";
import { records, sloLabel } from "./names";
import { overWindow, sliQueries } from "./sli-query";
import type {
  InstantSample,
  PrometheusClient,
} from "../clients/prometheus-client";

export interface MeasureOptions {
  /** Another period than the SLOs' own, measured from the metrics themselves. @default - what is recorded */
  readonly periodDays?: number;
  /** Ids of SLOs, as `id` or `system/id`. @default - all */
  readonly only?: readonly string[];
}

/** What was measured, and over what. */
export interface MeasuredSlos {
  readonly period: string;
  readonly slos: readonly Compliance[];
}

interface PlacedSlo {
  readonly system: string;
  /** What its series match; all series where it is not given. */
  readonly scope: ScopeMatcher | undefined;
  readonly slo: Slo;
}

/**
 * Asks Prometheus how the SLOs of a deployment stand: by default with one query for what is recorded over each SLO's
 * period, so that report, enforcement, alerts and dashboards agree.
 */
export async function measureSlos(
  deployment: Deployment,
  client: PrometheusClient,
  { periodDays, only = [] }: MeasureOptions = {},
): Promise<MeasuredSlos> {
  const placed = chosenSlos(deployment, only);
  const ratios =
    periodDays === undefined
      ? await recorded(placed, client)
      : await Promise.all(
          placed.map((one) => overDays(one, periodDays, client)),
        );
  const daysOf = ({ slo }: PlacedSlo): number =>
    periodDays ?? secondsIn(slo.period) / 86_400;
  const days = [...new Set(placed.map(daysOf))].sort((a, b) => a - b);
  return {
    period: `${days.join(" and ")} days`,
    slos: placed.map((one, index) =>
      complianceOf(
        {
          system: one.system,
          id: one.slo.id,
          name: one.slo.title,
          objective: one.slo.objective,
          errorRatio: ratios[index],
        },
        daysOf(one),
      ),
    ),
  };
}

function chosenSlos(
  { systems, scope }: Deployment,
  only: readonly string[],
): readonly PlacedSlo[] {
  const all = systems.flatMap(({ id, source, slos }) =>
    slos.map((slo) => ({
      system: id,
      scope: systemScope(source, scope),
      slo,
    })),
  );
  const names = ({ system, slo }: PlacedSlo): readonly string[] => [
    slo.id,
    `${system}/${slo.id}`,
  ];
  const unknown = only.filter(
    (name) => !all.some((one) => names(one).includes(name)),
  );
  if (unknown.length > 0)
    throw new Error(
      `unknown SLO ${unknown.map((name) => `"${name}"`).join(", ")}, known are ${all.map(({ system, slo }) => `${system}/${slo.id}`).join(", ")}`,
    );
  return only.length === 0
    ? all
    : all.filter((one) => names(one).some((name) => only.includes(name)));
}

async function recorded(
  placed: readonly PlacedSlo[],
  client: PrometheusClient,
): Promise<readonly (number | undefined)[]> {
  const samples = await client.query(records.periodErrorRatio);
  return placed.map(({ scope, slo }) =>
    worstOf(
      samples.filter(
        ({ labels }) =>
          labels[sloLabel] === slo.id &&
          (scope === undefined || labels[scope.label] === scope.value),
      ),
    ),
  );
}

async function overDays(
  { scope, slo }: PlacedSlo,
  days: number,
  client: PrometheusClient,
): Promise<number | undefined> {
  const window: Duration = `${days}d`;
  const expr = overWindow(sliQueries(slo.sli).errorRatio, window);
  const scoped = scope === undefined ? expr : scopeToSystem(expr, scope);
  return worstOf(await client.query(scoped));
}

/** An SLI may have several series; the promise holds for each. */
function worstOf(samples: readonly InstantSample[]): number | undefined {
  const values = samples
    .map(({ value }) => value)
    .filter((value) => !Number.isNaN(value));
  return values.length === 0 ? undefined : Math.max(...values);
}
