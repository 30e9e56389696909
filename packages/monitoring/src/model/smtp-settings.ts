import type { Secret } from "./secret";

/** The server through which Alertmanager sends e-mail; Grafana has its own in its server configuration. */
export interface SmtpSettings {
  /** `host:port` */
  readonly smarthost: string;
  readonly from: string;
  /** @default - no authentication */
  readonly user?: string;
  /** @default - no authentication */
  readonly password?: Secret;
}
