import type { Labels } from "../model/labels";

/** A series of a range query: values at multiples of one step. */
export interface RangeSeries {
  readonly labels: Labels;
  /** Unix time in seconds, in order. */
  readonly samples: readonly (readonly [time: number, value: number])[];
}

/** What Prometheus recorded of alerts between two moments. */
export interface AlertHistory {
  /** Unix time in seconds. */
  readonly start: number;
  /** Unix time in seconds. */
  readonly end: number;
  readonly stepSeconds: number;
  /** `ALERTS{alertstate="firing"}` */
  readonly firing: readonly RangeSeries[];
  /** `ALERTS_FOR_STATE`, the value of which is the moment since when the condition holds. */
  readonly activeSince: readonly RangeSeries[];
}

/** One time that an alert fired, from beginning to end. */
export interface Episode {
  /** Labels of the alert, with `alertname`, without the state. */
  readonly labels: Labels;
  /** Unix time in seconds; exact to the step. */
  readonly start: number;
  readonly end: number;
  /** Whether it fired still when the history ended. */
  readonly ongoing: boolean;
}

/** Labels that Prometheus adds to what an alert carries. */
const added: readonly string[] = ["__name__", "alertstate"];

/**
 * The times that each alert fired, in order of their beginnings. Samples that are missing in between (Prometheus was down)
 * do not end an episode if the condition holds since the same moment before and after them.
 */
export function episodesOf({
  firing,
  activeSince,
  end,
  stepSeconds,
}: AlertHistory): readonly Episode[] {
  const since = new Map(
    activeSince.map(({ labels, samples }) => [
      keyOf(labels),
      new Map(samples.map(([time, value]) => [time, value])),
    ]),
  );
  const longestGap = 1.5 * stepSeconds;
  return firing
    .flatMap(({ labels, samples }): readonly Episode[] => {
      const began = since.get(keyOf(labels));
      const runs: { start: number; end: number }[] = [];
      for (const [time] of samples) {
        const last = runs.at(-1);
        if (
          last !== undefined &&
          (time - last.end <= longestGap ||
            isSame(began?.get(last.end), began?.get(time)))
        ) {
          last.end = time;
        } else {
          runs.push({ start: time, end: time });
        }
      }
      return runs.map((run) => ({
        labels: alertLabelsOf(labels),
        ...run,
        ongoing: end - run.end < longestGap,
      }));
    })
    .sort((a, b) => a.start - b.start);
}

function isSame(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && a === b;
}

/** What tells one alert from another. */
export function keyOf(labels: Labels): string {
  return JSON.stringify(
    Object.entries(alertLabelsOf(labels)).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function alertLabelsOf(labels: Labels): Labels {
  return Object.fromEntries(
    Object.entries(labels).filter(([label]) => !added.includes(label)),
  );
}
