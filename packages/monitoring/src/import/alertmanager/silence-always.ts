import type { MuteTiming } from "../../model/mute-timing";
import { isMap } from "../difference";
import type { ConfigMap } from "./alertmanager-document";

/**
 * Mutes the routes whose receiver tells nobody: a receiver has at least one integration here, so that nobody is forgotten
 * by mistake.
 */
export function nobodyTiming(taken: ReadonlySet<string>): MuteTiming {
  let name = "nobody-is-told";
  while (taken.has(name)) name += "-ever";
  return { name, intervals: [{ times: [{ start: "00:00", end: "24:00" }] }] };
}

/** What keeps an interval from holding on some days. */
const days = ["weekdays", "days_of_month", "months", "years"];

/** Whether one of the intervals of a timing, as a file has them, always holds. */
export function holdsAlways(intervals: readonly ConfigMap[]): boolean {
  return intervals.some((interval) => {
    if (days.some((field) => interval[field] !== undefined)) return false;
    const { times } = interval;
    return (
      times === undefined ||
      (Array.isArray(times) &&
        times.some(
          (time: unknown) =>
            isMap(time) &&
            time.start_time === "00:00" &&
            time.end_time === "24:00",
        ))
    );
  });
}
