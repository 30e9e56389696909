import { secondsIn, type Duration } from "../model/duration";
import { operand, overWindow, withoutStrings } from "./sli-query";

const perSecond = /\b(?:rate|irate)\s*\(/;
const counts = /\b(?:increase|count_over_time|sum_over_time|delta)\s*\(/;

/** What a query of events gives: events per second (`rate`), events (`increase`, `count_over_time`), or neither. */
export function eventUnit(query: string): "per-second" | "count" | undefined {
  const text = withoutStrings(query);
  const rates = perSecond.test(text);
  if (rates === counts.test(text)) return undefined;
  return rates ? "per-second" : "count";
}

/** A query for the number of events in `window`, from one of all events that holds `$window`. */
export function eventCount(query: string, window: Duration): string {
  const inWindow = overWindow(query, window);
  return eventUnit(query) === "per-second"
    ? `${operand(inWindow)} * ${secondsIn(window)}`
    : inWindow;
}
