import { type StandInProps } from "@monitoring-as-code/grafana-stand-in";
/** What the Grafana provider talks to, and what Terraform's environment needs for it. */
export interface GrafanaTarget {
  readonly url: string;
  /** @default - what the stack says: the stand-in takes any */
  readonly auth?: string;
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}
/**
 * The stand-in, unless `E2E_GRAFANA_PROVIDER=real`: then the real provider
 * against the server `E2E_GRAFANA_URL` with `E2E_GRAFANA_AUTH` (`user:password`
 * or a token), which has no worst order. The server must be empty: tests create
 * and destroy on it.
 */
export declare function startGrafana(
  props?: StandInProps,
): Promise<GrafanaTarget>;
