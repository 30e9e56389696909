import type { Integration } from "./integration";

/**
 * Somebody who gets notified: a contact point in Grafana, a receiver in Alertmanager.
 * Every integration of it gets every notification; an environment uses those whose kind it has switched on.
 */
export interface Receiver {
  /** Unique in its system. */
  readonly name: string;
  readonly integrations: readonly Integration[];
}
