import { matcherText } from "../model/matcher";
import type { SilenceObject } from "./objects";
import type { RestorePlan } from "./restore-step";

/** Silences get a new id wherever they are put; they are the same when they silence the same, as long, for the same reason. */
export function silenceSteps(
  wanted: readonly SilenceObject[],
  found: readonly SilenceObject[],
  now: Date,
): RestorePlan["silences"] {
  const there = new Map(
    found.map((silence) => [silenceKey(silence, now), silence]),
  );
  return wanted.map((silence) => {
    if (silence.endsAt <= now)
      return {
        verdict: "skip",
        wanted: silence,
        reason: `it ended at ${silence.endsAt.toISOString()}`,
      };
    const known = there.get(silenceKey(silence, now));
    return known === undefined
      ? { verdict: "create", wanted: silence }
      : { verdict: "unchanged", wanted: silence, found: known };
  });
}

/** A silence that began is restored from now on: Alertmanager takes no beginning in the past. */
export function silenceKey(
  { matchers, startsAt, endsAt, createdBy, comment }: SilenceObject,
  now: Date,
): string {
  return JSON.stringify([
    matchers.map(matcherText).sort(),
    startsAt <= now ? "" : startsAt.toISOString(),
    endsAt.toISOString(),
    createdBy,
    comment,
  ]);
}
