import type { IntegrationBase } from "./integration-base";
import type { Secret } from "./secret";

/** A team, user, escalation or schedule; exactly one of `name`, `username`, `id`. */
export interface OpsGenieResponder {
  readonly type: "team" | "teams" | "user" | "escalation" | "schedule";
  /** @default - username or id */
  readonly name?: string;
  /** @default - name or id */
  readonly username?: string;
  /** @default - name or username */
  readonly id?: string;
}

/** Grafana OnCall; `authorization…` or `basicAuth…`, not both. */
export interface OnCallIntegration extends IntegrationBase {
  readonly kind: "oncall";
  readonly url: string;
  /** @default "POST" */
  readonly httpMethod?: "POST" | "PUT";
  /** @default 0, no limit */
  readonly maxAlerts?: number;
  /** @default "Bearer" */
  readonly authorizationScheme?: string;
  /** @default - none */
  readonly authorizationCredentials?: Secret;
  /** @default - none */
  readonly basicAuthUser?: string;
  /** @default - none */
  readonly basicAuthPassword?: Secret;
  /** @default - Grafana's */
  readonly title?: string;
  /** @default - Grafana's */
  readonly message?: string;
}

/** Opsgenie. */
export interface OpsGenieIntegration extends IntegrationBase {
  readonly kind: "opsgenie";
  readonly apiKey: Secret;
  /** @default - the public API */
  readonly url?: string;
  /** @default - the back end's */
  readonly message?: string;
  /** @default - the back end's */
  readonly description?: string;
  /** @default true */
  readonly autoClose?: boolean;
  /** @default true */
  readonly overridePriority?: boolean;
  /** @default "tags" */
  readonly sendTagsAs?: "tags" | "details" | "both";
  /** @default [] */
  readonly responders?: readonly OpsGenieResponder[];
}

/** PagerDuty Events API v2. */
export interface PagerDutyIntegration extends IntegrationBase {
  readonly kind: "pagerduty";
  readonly integrationKey: Secret;
  /** @default "critical" */
  readonly severity?: string;
  /** @default - none */
  readonly class?: string;
  /** @default - none */
  readonly component?: string;
  /** @default - none */
  readonly group?: string;
  /** @default - the back end's */
  readonly summary?: string;
  /** @default - the back end's */
  readonly source?: string;
  /** @default - the back end's */
  readonly client?: string;
  /** @default - the back end's */
  readonly clientUrl?: string;
  /** @default - the back end's */
  readonly details?: Readonly<Record<string, string>>;
  /** @default - the public API */
  readonly url?: string;
}

/** Pushover; `retrySeconds` and `expireSeconds` belong to emergency priority (2). */
export interface PushoverIntegration extends IntegrationBase {
  readonly kind: "pushover";
  readonly apiToken: Secret;
  readonly userKey: Secret;
  /** @default 0 */
  readonly priority?: -2 | -1 | 0 | 1 | 2;
  /** @default 0 */
  readonly okPriority?: -2 | -1 | 0 | 1 | 2;
  /** @default - none */
  readonly retrySeconds?: number;
  /** @default - none */
  readonly expireSeconds?: number;
  /** @default - all */
  readonly device?: string;
  /** @default - the user's */
  readonly sound?: string;
  /** @default - the user's */
  readonly okSound?: string;
  /** @default - the back end's */
  readonly title?: string;
  /** @default - the back end's */
  readonly message?: string;
}

/** Splunk On-Call, formerly VictorOps. */
export interface VictorOpsIntegration extends IntegrationBase {
  readonly kind: "victorops";
  readonly url: Secret;
  /** @default "CRITICAL" */
  readonly messageType?: "CRITICAL" | "WARNING";
  /** @default - Grafana's */
  readonly title?: string;
  /** @default - Grafana's */
  readonly description?: string;
}
