import { stringify } from "yaml";
import { systemLabel } from "../model/labels";
import type { Slo } from "../model/slo";
import { groupNames } from "./names";
import { ruleCases, scrapeInterval, step, type Phase } from "./rule-cases";
import { sampleSeriesOf, type SampleSeries } from "./sample-series";

/** Where the rules of an SLO are, and what they read. */
export interface PromtoolTestOptions {
  readonly systemId: string;
  /** The rule file, relative to the test file. */
  readonly ruleFile: string;
  /** @default - those that the selectors of its queries tell */
  readonly series?: readonly SampleSeries[];
}

/** Events per minute; fractions of events are no problem to a test. */
const traffic = 1000;

/** A test file for `promtool test rules` that feeds the rules of `slo` and says when its alerts fire. */
export function promtoolTests(slo: Slo, options: PromtoolTestOptions): string {
  const series = options.series ?? sampleSeriesOf(slo);
  const isState = series.some(({ counts }) => counts === "state");
  const cases = ruleCases(slo, !isState);
  return stringify(
    {
      rule_files: [options.ruleFile],
      evaluation_interval: `${step}m`,
      group_eval_order: Object.values(groupNames(slo)),
      tests: cases.map(({ name, phases, expectations }) => ({
        name: `${slo.id}: ${name}`,
        interval: scrapeInterval,
        input_series: series.map((one) => ({
          series: seriesText(one, options.systemId),
          values: valuesText(one, phases),
        })),
        promql_expr_test: expectations.map((expectation) => ({
          expr: `count(ALERTS{alertname="${expectation.alert}",alertstate="firing",slo="${slo.id}"})`,
          eval_time: `${expectation.minute}m`,
          exp_samples: expectation.fires ? [{ labels: "{}", value: 1 }] : [],
        })),
      })),
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}

function seriesText(
  { metric, labels }: SampleSeries,
  systemId: string,
): string {
  const all = { ...labels, [systemLabel]: systemId };
  const pairs = Object.entries(all).map(
    ([label, value]) => `${label}=${JSON.stringify(value)}`,
  );
  return `${metric}{${pairs.join(",")}}`;
}

/** In the notation of promtool: `0+5x3` is 0, 5, 10, 15. The first sample is at 0, and counts nothing. */
function valuesText(
  { counts }: SampleSeries,
  phases: readonly Phase[],
): string {
  let value = 0;
  const parts = [counts === "state" ? "1" : "0"];
  for (const phase of phases.flatMap(thinned)) {
    const { minutes, errorRatio, every = 1 } = phase;
    if (errorRatio === undefined) {
      parts.push(`_x${minutes}`);
      continue;
    }
    const { eventsPerMinute = traffic } = phase;
    const share = { good: 1 - errorRatio, bad: errorRatio, all: 1, state: 0 };
    const increase = Number((eventsPerMinute * share[counts]).toPrecision(10));
    const sample = (at: number): string =>
      counts === "state" ? (errorRatio > 0 ? "0" : "1") : fixed(at);
    if (every === 1) {
      parts.push(
        `${sample(value + increase)}+${fixed(increase)}x${minutes - 1}`,
      );
    } else {
      for (let minute = every; minute <= minutes; minute += every)
        parts.push(`_x${every - 1} ${sample(value + increase * minute)}`);
    }
    value += increase * minutes;
  }
  return parts.join(" ");
}

/** Half a day or more is scraped at every evaluation only, but for an hour at both ends: windows of days need no more. */
function thinned(phase: Phase): readonly (Phase & { every?: number })[] {
  const middle = Math.floor((phase.minutes - 120) / step) * step;
  if (phase.minutes < 720 || phase.errorRatio === undefined) return [phase];
  return [
    { ...phase, minutes: 60 },
    { ...phase, minutes: middle, every: step },
    { ...phase, minutes: phase.minutes - 60 - middle },
  ];
}

function fixed(value: number): string {
  return String(Number(value.toFixed(6)));
}
