import type { Duration } from "./duration";
import type { Matcher } from "./matcher";
import type { MuteTiming } from "./mute-timing";
import type { Receiver } from "./receiver";
import type { Suppression } from "./suppression";

/** A node of the routing tree, with the semantics of Alertmanager. */
export interface Route {
  /** All of them must match. */
  readonly matchers: readonly Matcher[];
  /** @default - the parent's */
  readonly receiver?: Receiver;
  /** Checks that do not apply here. @default [] */
  readonly suppress?: readonly Suppression[];
  /** Label names, or `["..."]` for no grouping at all. @default - the parent's */
  readonly groupBy?: readonly string[];
  /** @default - the parent's */
  readonly groupWait?: Duration;
  /** @default - the parent's */
  readonly groupInterval?: Duration;
  /** @default - the parent's */
  readonly repeatInterval?: Duration;
  /** Whether the siblings after this one see the alert too. @default false */
  readonly continue?: boolean;
  /** Silent during these. Not inherited. @default [] */
  readonly muteTimings?: readonly MuteTiming[];
  /** Silent outside of these. Not inherited. @default [] */
  readonly activeTimings?: readonly MuteTiming[];
  /** @default [] */
  readonly routes?: readonly Route[];
}

/** The root of the tree: matches every alert, so it has a receiver and no matchers or timings. */
export interface RootRoute {
  readonly receiver: Receiver;
  readonly groupBy: readonly string[];
  readonly groupWait: Duration;
  readonly groupInterval: Duration;
  readonly repeatInterval: Duration;
  readonly routes: readonly Route[];
}

/** A firing source alert silences target alerts that carry the same values in `equal`. */
export interface InhibitionRule {
  /** kebab-case, unique in the system. */
  readonly name: string;
  readonly source: readonly Matcher[];
  readonly target: readonly Matcher[];
  /** Labels that both must share; an absent label equals an empty one. */
  readonly equal: readonly string[];
}
