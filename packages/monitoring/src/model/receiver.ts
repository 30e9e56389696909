import type { Integration } from "../notifications/integrations/integration";
import type { Suppression } from "./suppression";

/**
 * Somebody who gets notified: a contact point in Grafana, a receiver in Alertmanager.
 * Every integration of it gets every notification; an environment uses those whose kind it has switched on.
 */
export interface Receiver {
  /** Unique in its system. */
  readonly name: string;
  readonly integrations: readonly Integration[];
  /** Checks that do not apply here. @default [] */
  readonly suppress?: readonly Suppression[];
}
