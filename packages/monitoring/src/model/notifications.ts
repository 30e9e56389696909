import type { MessageTemplate } from "./message-template";
import type { MuteTiming } from "./mute-timing";
import type { Receiver } from "./receiver";
import type { InhibitionRule, RootRoute } from "./route";

/**
 * The top of every environment's routing tree: who is notified when no system says otherwise. Names stay as they are;
 * systems may use its receivers and mute timings too.
 */
export interface RootNotifications {
  readonly receivers: readonly Receiver[];
  /** Its own children come before the systems' trees and see every alert first. */
  readonly route: RootRoute;
  /** Across systems. @default [] */
  readonly inhibitions?: readonly InhibitionRule[];
  /** @default [] */
  readonly muteTimings?: readonly MuteTiming[];
  /** @default [] */
  readonly templates?: readonly MessageTemplate[];
}
