import type { Text } from "./text";

export type ChangeKind = "added" | "removed" | "changed" | "replaced" | "note";

/** Something that changed, with what changed within. */
export interface Item {
  readonly change: ChangeKind;
  readonly text: Text;
  readonly items: readonly Item[];
}

/** A changed object, and the environments in which it changes this way. */
export interface Entry extends Item {
  readonly environments: readonly string[];
}

export type SectionId =
  | "routing"
  | "rules"
  | "contact-points"
  | "mute-timings"
  | "inhibition"
  | "datasources"
  | "folders"
  | "permissions"
  | "storage"
  | "dashboards"
  | "other";

export interface Section {
  readonly id: SectionId;
  readonly title: string;
  readonly entries: readonly Entry[];
}

export type DangerKind =
  | "alert-silent"
  | "alert-fires"
  | "policy-overwritten"
  | "destroy"
  | "replacement"
  | "storage"
  | "permission"
  | "drift";

/** Something that can go wrong when this is applied, and what to do about it. */
export interface Danger {
  readonly kind: DangerKind;
  readonly text: Text;
  readonly action: Text;
}

export interface ReviewedDanger extends Danger {
  readonly environments: readonly string[];
}

/** An alert, and which of its label sets are meant. */
export interface ConcernedAlert {
  readonly alert: string;
  readonly uid: string;
  readonly severity: string;
  /** Labels that tell the meant sets from the others; several sets are alternatives. @default [] - all sets */
  readonly where: readonly Readonly<Record<string, string>>[];
}

/** What a change does to who is notified, for all alerts to which it does the same. */
export interface RoutingConsequence {
  /** Receivers that are notified of them and did not. */
  readonly gained: readonly string[];
  /** Receivers that heard of them and do not any more. */
  readonly lost: readonly string[];
  /** Receivers before and after that wake somebody up. */
  readonly pagedBefore: readonly string[];
  readonly pagedAfter: readonly string[];
  /** Whether no receiver at all is notified of them after the change. */
  readonly isUnheard: boolean;
  /** What changes for receivers that stay: repeat, grouping, waits, timings. */
  readonly adjusted: readonly Text[];
  /** Whether the alerts are new, gone, paused or resumed; otherwise they are on both sides. */
  readonly because: "route" | "new" | "removed" | "paused" | "resumed";
  readonly alerts: readonly ConcernedAlert[];
}

export interface Review {
  readonly environments: readonly string[];
  readonly dangers: readonly ReviewedDanger[];
  readonly routing: readonly (RoutingConsequence & {
    readonly environment: string;
  })[];
  /** Only those with entries, the most important first. */
  readonly sections: readonly Section[];
}
