import type { Dashboard } from "monitoring-as-code";
/**
 * All SLOs at a glance, the one with the least budget first. In a system that observes all it shows every system's,
 * elsewhere that system's own.
 */
export declare function sloOverview(props: {
  readonly uid: string;
  readonly title: string;
  readonly system: string;
}): Dashboard;
