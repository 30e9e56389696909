import { secondsIn, type Duration } from "../model/duration";
import { is, matcherText, type Matcher } from "../model/matcher";
import { systemLabel } from "../model/labels";
import type { Coverage } from "./coverage";

/** Keeps alerts quiet for a while, in the terms of Alertmanager. */
export interface Silence {
  /** All of them must match. */
  readonly matchers: readonly Matcher[];
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly createdBy: string;
  readonly comment: string;
}

/** A maintenance window as it is asked for. */
export interface MaintenanceWindow {
  /** Ids of systems. @default [] */
  readonly systems?: readonly string[];
  /** @default [] */
  readonly matchers?: readonly Matcher[];
  readonly start: Date;
  readonly duration: Duration;
  readonly createdBy: string;
  readonly comment: string;
}

/** A window that is longer is no maintenance: what is broken that long needs its rule changed. */
const longestWindow: Duration = "7d";

/** The silences of a window: one for each system, or one for its matchers alone. Throws, all problems in one message. */
export function silencesFor(
  window: MaintenanceWindow,
  now: Date,
): readonly Silence[] {
  const { systems = [], matchers = [], start, duration, comment } = window;
  const endsAt = new Date(start.getTime() + secondsIn(duration) * 1000);
  const problems = [
    ...(systems.length === 0 && matchers.length === 0
      ? ["a maintenance window needs --system or --match"]
      : []),
    ...(comment.trim() === ""
      ? ["--comment must say why, so that others know whether it still applies"]
      : []),
    ...(secondsIn(duration) === 0 ||
    secondsIn(duration) > secondsIn(longestWindow)
      ? [
          `--duration must be between 1s and ${longestWindow}, got "${duration}"`,
        ]
      : []),
    ...(endsAt <= now
      ? [`the window must end in the future, got ${endsAt.toISOString()}`]
      : []),
  ];
  if (problems.length > 0) throw new Error(problems.join("; "));
  const scopes: readonly (readonly Matcher[])[] =
    systems.length === 0 ? [[]] : systems.map((id) => [is(systemLabel, id)]);
  return scopes.map((scope) => ({
    matchers: [...scope, ...matchers],
    startsAt: start,
    endsAt,
    createdBy: window.createdBy,
    comment,
  }));
}

/** Why silences must not be made without being forced to; none when they may. `coverage` is that of all of them. */
export function dangersOf(
  silences: readonly Pick<Silence, "matchers">[],
  { alerts, total }: Coverage,
): readonly string[] {
  const quiet = alerts.filter(({ part }) => part === "all");
  const pages = quiet.filter(({ severity }) => severity === "critical");
  return [
    ...(quiet.length === total.alerts
      ? [`silences every alert of the environment (${total.alerts})`]
      : pages.length === total.pages && total.pages > 0
        ? [`silences every page of the environment (${total.pages})`]
        : []),
    ...silences
      .filter(({ matchers }) =>
        matchers.every(({ match }) => match === "!=" || match === "!~"),
      )
      .map(
        ({ matchers }) =>
          `{${matchers.map(matcherText).join(", ")}} silences whatever it does not name, future alerts too`,
      ),
    ...quiet
      .filter(({ heartbeat }) => heartbeat)
      .map(
        ({ alert }) =>
          `silences ${alert}, whose silence tells that the monitoring is broken`,
      ),
  ];
}
